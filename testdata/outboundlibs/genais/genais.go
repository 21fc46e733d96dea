// Package genais asks Gemini.
package genais

import (
	"context"

	"google.golang.org/genai"

	"outboundlibs/people"
)

// Ask generates and chats.
func Ask(ctx context.Context, c people.Customer, client *genai.Client) error {
	_, err := client.Models.GenerateContent(ctx, "gemini", genai.Text("write to "+c.Email), nil) // want `email from Customer\.Email reaches google genai \(llm, genai\.Models\.GenerateContent\)`
	if err != nil {
		return err
	}
	contents := []*genai.Content{genai.NewContentFromText(c.Name, genai.RoleUser)}
	if _, err = client.Models.GenerateContent(ctx, "gemini", contents, nil); err != nil { // want `name from Customer\.Name reaches google genai \(llm, genai\.Models\.GenerateContent\)`
		return err
	}
	chat, err := client.Chats.Create(ctx, "gemini", nil, nil)
	if err != nil {
		return err
	}
	if _, err := chat.SendMessage(ctx, genai.Part{Text: c.Phone}); err != nil { // want `phone from Customer\.Phone reaches google genai \(llm, genai\.Chat\.SendMessage\)`
		return err
	}
	_, err = client.Models.GenerateContent(ctx, "gemini", genai.Text(people.Mask(c.Email)), nil)
	return err
}
