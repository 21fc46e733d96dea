// Package ollamas asks a model behind Ollama.
package ollamas

import (
	"context"

	"github.com/ollama/ollama/api"

	"outboundlibs/people"
)

// Ask chats and generates.
func Ask(ctx context.Context, c people.Customer, client *api.Client) error {
	show := func(api.ChatResponse) error { return nil }
	req := &api.ChatRequest{Model: "llama", Messages: []api.Message{{Role: "user", Content: c.Email}}}
	if err := client.Chat(ctx, req, show); err != nil { // want `email from Customer\.Email reaches ollama \(llm, api\.Client\.Chat\)`
		return err
	}
	gen := &api.GenerateRequest{Model: "llama", Prompt: "call " + c.Phone}
	if err := client.Generate(ctx, gen, func(api.GenerateResponse) error { return nil }); err != nil { // want `phone from Customer\.Phone reaches ollama \(llm, api\.Client\.Generate\)`
		return err
	}
	return client.Chat(ctx, &api.ChatRequest{Messages: []api.Message{{Content: people.Mask(c.Email)}}}, show)
}
