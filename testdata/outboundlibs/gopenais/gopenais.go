// Package gopenais asks OpenAI with github.com/sashabaranov/go-openai.
package gopenais

import (
	"context"
	"fmt"

	"github.com/sashabaranov/go-openai"

	"outboundlibs/people"
)

// Chat is the quick start.
func Chat(ctx context.Context, c people.Customer, key string) error {
	client := openai.NewClient(key)
	req := openai.ChatCompletionRequest{Model: openai.GPT4}
	req.Messages = append(req.Messages, openai.ChatCompletionMessage{Role: "user", Content: fmt.Sprintf("write to %s", c.Email)})
	if _, err := client.CreateChatCompletion(ctx, req); err != nil { // want `email from Customer\.Email reaches openai \(llm, openai\.Client\.CreateChatCompletion\)`
		return err
	}
	if _, err := client.CreateEmbeddings(ctx, openai.EmbeddingRequest{Input: []string{c.Name}}); err != nil { // want `name from Customer\.Name reaches openai \(llm, openai\.Client\.CreateEmbeddings\)`
		return err
	}
	req = openai.ChatCompletionRequest{Messages: []openai.ChatCompletionMessage{{Content: people.Mask(c.Email)}}, User: c.ID}
	_, err := client.CreateChatCompletion(ctx, req)
	return err
}
