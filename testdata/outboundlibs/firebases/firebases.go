// Package firebases sends push messages.
package firebases

import (
	"context"

	"firebase.google.com/go/v4/messaging"

	"outboundlibs/people"
)

// Push sends messages.
func Push(ctx context.Context, c people.Customer, client *messaging.Client) error {
	_, err := client.Send(ctx, &messaging.Message{ // want `name from Customer\.Name reaches firebase \(messaging, messaging\.fcmClient\.Send\)`
		Token:        "device",
		Notification: &messaging.Notification{Title: "Hello", Body: "dear " + c.Name},
	})
	if err != nil {
		return err
	}
	_, err = client.SendEach(ctx, []*messaging.Message{{Data: map[string]string{"email": c.Email}}}) // want `email from Customer\.Email reaches firebase \(messaging, messaging\.fcmClient\.SendEach\)`
	if err != nil {
		return err
	}
	_, err = client.SendEachForMulticast(ctx, &messaging.MulticastMessage{Tokens: []string{"d"}, Data: map[string]string{"id": c.ID, "m": people.Mask(c.Email)}})
	return err
}
