// Package segments tracks with Segment.
package segments

import (
	"gopkg.in/segmentio/analytics-go.v3"

	"outboundlibs/people"
)

// Track is the quick start.
func Track(c people.Customer, key string) error {
	client := analytics.New(key)
	defer client.Close()
	err := client.Enqueue(analytics.Identify{ // want `name from Customer\.Name and email from Customer\.Email reach segment \(analytics, analytics\.Client\.Enqueue\)`
		UserId: c.ID,
		Traits: analytics.NewTraits().SetName(c.Name).SetEmail(c.Email).Set("plan", "free"),
	})
	if err != nil {
		return err
	}
	err = client.Enqueue(analytics.Track{ // want `phone from Customer\.Phone reaches segment \(analytics, analytics\.Client\.Enqueue\)`
		UserId: c.ID, Event: "Signed up", Properties: analytics.NewProperties().Set("phone", c.Phone),
	})
	if err != nil {
		return err
	}
	if err := client.Enqueue(analytics.Group{UserId: c.Email, GroupId: "g"}); err != nil { // want `email from Customer\.Email reaches segment \(analytics, analytics\.Client\.Enqueue\)`
		return err
	}
	return client.Enqueue(analytics.Track{UserId: c.ID, Event: "Signed up", Properties: analytics.NewProperties().Set("m", people.Mask(c.Email))})
}
