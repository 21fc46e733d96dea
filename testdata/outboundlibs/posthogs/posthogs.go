// Package posthogs tracks with PostHog.
package posthogs

import (
	"github.com/posthog/posthog-go"

	"outboundlibs/people"
)

// Track is the quick start.
func Track(c people.Customer, v people.Visit, key string) error {
	client, err := posthog.NewWithConfig(key, posthog.Config{Endpoint: "https://eu.posthog.com"})
	if err != nil {
		return err
	}
	defer client.Close()
	err = client.Enqueue(posthog.Capture{ // want `email from Customer\.Email reaches posthog \(analytics, posthog\.Client\.Enqueue\)`
		DistinctId: c.ID, Event: "signed up", Properties: posthog.NewProperties().Set("email", c.Email),
	})
	if err != nil {
		return err
	}
	if err := client.Enqueue(posthog.Identify{DistinctId: c.Email}); err != nil { // want `email from Customer\.Email reaches posthog \(analytics, posthog\.Client\.Enqueue\)`
		return err
	}
	props := posthog.NewProperties()
	props["visit"] = v
	return client.Enqueue(posthog.Capture{DistinctId: people.Mask(c.Email), Event: "page", Properties: props})
}
