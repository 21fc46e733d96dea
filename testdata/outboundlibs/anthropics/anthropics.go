// Package anthropics asks Anthropic.
package anthropics

import (
	"context"

	"github.com/anthropics/anthropic-sdk-go"

	"outboundlibs/people"
)

// Ask is the quick start.
func Ask(ctx context.Context, c people.Customer, client anthropic.Client) error {
	_, err := client.Messages.New(ctx, anthropic.MessageNewParams{ // want `email from Customer\.Email reaches anthropic \(llm, anthropic\.MessageService\.New\)`
		MaxTokens: 1024,
		Messages:  []anthropic.MessageParam{anthropic.NewUserMessage(anthropic.NewTextBlock("write to " + c.Email))},
	})
	if err != nil {
		return err
	}
	_, err = client.Messages.New(ctx, anthropic.MessageNewParams{ // want `name from Customer\.Name reaches anthropic \(llm, anthropic\.MessageService\.New\)`
		System: []anthropic.TextBlockParam{{Text: "You write for " + c.Name}},
	})
	if err != nil {
		return err
	}
	params := anthropic.MessageNewParams{Messages: []anthropic.MessageParam{anthropic.NewUserMessage(anthropic.NewTextBlock(people.Mask(c.Email)))}}
	_, err = client.Messages.New(ctx, params)
	return err
}
