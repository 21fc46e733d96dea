// Package twilios sends text messages through Twilio.
package twilios

import (
	"github.com/twilio/twilio-go"
	api "github.com/twilio/twilio-go/rest/api/v2010"
	verify "github.com/twilio/twilio-go/rest/verify/v2"

	"outboundlibs/people"
)

// Send is the quick start.
func Send(c people.Customer) error {
	client := twilio.NewRestClient()
	params := &api.CreateMessageParams{}
	params.SetTo(c.Phone)
	params.SetFrom("+15005550006")
	params.SetBody("Hello")
	_, err := client.Api.CreateMessage(params) // want `phone from Customer\.Phone reaches twilio \(messaging, openapi\.ApiService\.CreateMessage\)`
	return err
}

// Literal fills the fields.
func Literal(c people.Customer, client *twilio.RestClient) error {
	body := "dear " + c.Name
	_, err := client.Api.CreateMessage(&api.CreateMessageParams{Body: &body}) // want `name from Customer\.Name reaches twilio \(messaging, openapi\.ApiService\.CreateMessage\)`
	return err
}

// Call calls somebody.
func Call(c people.Customer, client *twilio.RestClient) error {
	params := (&api.CreateCallParams{}).SetTo(c.Phone).SetUrl("https://example.com/voice.xml")
	_, err := client.Api.CreateCall(params) // want `phone from Customer\.Phone reaches twilio \(messaging, openapi\.ApiService\.CreateCall\)`
	return err
}

// Verify sends a code.
func Verify(c people.Customer, client *twilio.RestClient) error {
	params := &verify.CreateVerificationParams{}
	params.SetTo(c.Email)
	params.SetChannel("email")
	_, err := client.VerifyV2.CreateVerification("VA1", params) // want `email from Customer\.Email reaches twilio \(messaging, openapi\.ApiService\.CreateVerification\)`
	return err
}

// Masked tells nothing.
func Masked(c people.Customer, client *twilio.RestClient) error {
	params := &api.CreateMessageParams{}
	params.SetTo("+15005550006")
	params.SetBody("customer " + c.ID + " " + people.Mask(c.Email))
	_, err := client.Api.CreateMessage(params)
	return err
}
