// Package slacks posts to Slack.
package slacks

import (
	"context"
	"fmt"

	"github.com/slack-go/slack"

	"outboundlibs/people"
)

// Text posts text.
func Text(c people.Customer, token string) error {
	api := slack.New(token)
	_, _, err := api.PostMessage("C1", slack.MsgOptionText("new customer "+c.Email, false)) // want `email from Customer\.Email reaches slack \(messaging, slack\.Client\.PostMessage\)`
	return err
}

// Blocks posts blocks.
func Blocks(ctx context.Context, c people.Customer, api *slack.Client) error {
	text := slack.NewTextBlockObject("mrkdwn", fmt.Sprintf("*%s*", c.Name), false, false)
	section := slack.NewSectionBlock(text, nil, nil)
	_, _, err := api.PostMessageContext(ctx, "C1", slack.MsgOptionBlocks(section, slack.NewDividerBlock())) // want `name from Customer\.Name reaches slack \(messaging, slack\.Client\.PostMessageContext\)`
	return err
}

// Attachment posts an attachment.
func Attachment(c people.Customer, api *slack.Client) error {
	a := slack.Attachment{Pretext: "new", Fields: []slack.AttachmentField{{Title: "phone", Value: c.Phone}}}
	_, _, err := api.PostMessage("C1", slack.MsgOptionText("new", false), slack.MsgOptionAttachments(a)) // want `phone from Customer\.Phone reaches slack \(messaging, slack\.Client\.PostMessage\)`
	return err
}

// Webhook posts to a hook.
func Webhook(c people.Customer) error {
	msg := slack.WebhookMessage{Text: "new customer " + c.Email}
	return slack.PostWebhook("https://hooks.slack.com/services/T/B/X", &msg) // want `email from Customer\.Email reaches slack \(messaging, slack\.PostWebhook\)`
}

// Lookup asks for somebody.
func Lookup(c people.Customer, api *slack.Client) (*slack.User, error) {
	return api.GetUserByEmail(c.Email) // want `email from Customer\.Email reaches slack \(messaging, slack\.Client\.GetUserByEmail\)`
}

// Upload uploads a file.
func Upload(c people.Customer, api *slack.Client) error {
	_, err := api.UploadFile(slack.UploadFileParameters{Channel: "C1", Filename: "c.txt", Content: c.Email}) // want `email from Customer\.Email reaches slack \(messaging, slack\.Client\.UploadFile\)`
	return err
}

// Masked tells nothing.
func Masked(c people.Customer, api *slack.Client) error {
	text := slack.NewTextBlockObject("plain_text", people.Mask(c.Email), false, false)
	_, _, err := api.PostMessage("C1", slack.MsgOptionText(c.ID, false), slack.MsgOptionBlocks(slack.NewHeaderBlock(text)))
	return err
}
