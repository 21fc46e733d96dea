// Package awsmail sends mail and messages through AWS: SES in both versions and
// SNS.
package awsmail

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ses"
	sestypes "github.com/aws/aws-sdk-go-v2/service/ses/types"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"
	"github.com/aws/aws-sdk-go-v2/service/sns"

	"outboundlibs/people"
)

// Mail sends with the first version.
func Mail(ctx context.Context, c people.Customer, client *ses.Client) error {
	in := &ses.SendEmailInput{
		Source:      aws.String("shop@example.com"),
		Destination: &sestypes.Destination{ToAddresses: []string{c.Email}},
		Message:     &sestypes.Message{Subject: &sestypes.Content{Data: aws.String("Welcome")}},
	}
	_, err := client.SendEmail(ctx, in) // want `email from Customer\.Email reaches aws ses \(mail, ses\.Client\.SendEmail\)`
	if err != nil {
		return err
	}
	_, err = client.SendTemplatedEmail(ctx, &ses.SendTemplatedEmailInput{ // want `name from Customer\.Name reaches aws ses \(mail, ses\.Client\.SendTemplatedEmail\)`
		Template: aws.String("welcome"), TemplateData: aws.String(`{"name":"` + c.Name + `"}`),
	})
	return err
}

// MailV2 sends with the second version.
func MailV2(ctx context.Context, c people.Customer, cfg aws.Config) error {
	client := sesv2.NewFromConfig(cfg)
	_, err := client.SendEmail(ctx, &sesv2.SendEmailInput{ // want `name from Customer\.Name and email from Customer\.Email reach aws sesv2 \(mail, sesv2\.Client\.SendEmail\)`
		FromEmailAddress: aws.String("shop@example.com"),
		Destination:      &types.Destination{ToAddresses: []string{c.Email}},
		Content: &types.EmailContent{Simple: &types.Message{
			Subject: &types.Content{Data: aws.String("Welcome")},
			Body:    &types.Body{Text: &types.Content{Data: aws.String("Dear " + c.Name)}},
		}},
	})
	if err != nil {
		return err
	}
	_, err = client.CreateContact(ctx, &sesv2.CreateContactInput{EmailAddress: &c.Email}) // want `email from Customer\.Email reaches aws sesv2 \(mail, sesv2\.Client\.CreateContact\)`
	return err
}

// Text sends text messages.
func Text(ctx context.Context, c people.Customer, client *sns.Client) error {
	_, err := client.Publish(ctx, &sns.PublishInput{PhoneNumber: aws.String(c.Phone), Message: aws.String("Hello")}) // want `phone from Customer\.Phone reaches aws sns \(messaging, sns\.Client\.Publish\)`
	if err != nil {
		return err
	}
	_, err = client.Publish(ctx, &sns.PublishInput{Message: aws.String("customer " + c.ID + " " + people.Mask(c.Email))})
	return err
}

type publisher interface {
	Publish(ctx context.Context, in *sns.PublishInput, opts ...func(*sns.Options)) (*sns.PublishOutput, error)
}

func announce(ctx context.Context, p publisher, text string) error {
	_, err := p.Publish(ctx, &sns.PublishInput{Message: &text})
	return err
}

// Narrow uses an interface of its own, as tests like it.
func Narrow(ctx context.Context, c people.Customer, cfg aws.Config) error {
	client := sns.NewFromConfig(cfg)
	if err := announce(ctx, client, c.ID); err != nil {
		return err
	}
	return announce(ctx, client, c.Email) // want `email from Customer\.Email reaches aws sns \(messaging, sns\.Client\.Publish\)`
}
