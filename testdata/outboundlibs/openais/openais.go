// Package openais asks OpenAI with its own client.
package openais

import (
	"context"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/responses"

	"outboundlibs/people"
)

// Chat is the quick start.
func Chat(ctx context.Context, c people.Customer, client openai.Client) error {
	_, err := client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{ // want `name from Customer\.Name and email from Customer\.Email reach openai \(llm, openai\.ChatCompletionService\.New\)`
		Messages: []openai.ChatCompletionMessageParamUnion{
			openai.SystemMessage("Answer letters of " + c.Name),
			openai.UserMessage("I am " + c.Email),
		},
		Model: openai.ChatModelGPT4o,
	})
	if err != nil {
		return err
	}
	params := openai.ChatCompletionNewParams{User: openai.String(c.Email)}
	stream := client.Chat.Completions.NewStreaming(ctx, params) // want `email from Customer\.Email reaches openai \(llm, openai\.ChatCompletionService\.NewStreaming\)`
	_ = stream.Close()
	params = openai.ChatCompletionNewParams{Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage(people.Mask(c.Email))}}
	_, err = client.Chat.Completions.New(ctx, params)
	return err
}

// Respond uses the newer API.
func Respond(ctx context.Context, c people.Customer, client openai.Client) error {
	_, err := client.Responses.New(ctx, responses.ResponseNewParams{ // want `phone from Customer\.Phone reaches openai \(llm, responses\.ResponseService\.New\)`
		Input: responses.ResponseNewParamsInputUnion{OfString: openai.String("call " + c.Phone)},
	})
	if err != nil {
		return err
	}
	_, err = client.Embeddings.New(ctx, openai.EmbeddingNewParams{ // want `name from Customer\.Name reaches openai \(llm, openai\.EmbeddingService\.New\)`
		Input: openai.EmbeddingNewParamsInputUnion{OfString: openai.String(c.Name)},
	})
	return err
}
