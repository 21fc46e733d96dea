// Package langchains asks models through LangChain.
package langchains

import (
	"context"

	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/openai"

	"outboundlibs/people"
)

// Ask is the quick start.
func Ask(ctx context.Context, c people.Customer) error {
	llm, err := openai.New()
	if err != nil {
		return err
	}
	if _, err := llms.GenerateFromSinglePrompt(ctx, llm, "write to "+c.Email); err != nil { // want `email from Customer\.Email reaches llms\.GenerateFromSinglePrompt \(llm\)`
		return err
	}
	messages := []llms.MessageContent{llms.TextParts(llms.ChatMessageTypeHuman, "I am "+c.Name)}
	if _, err := llm.GenerateContent(ctx, messages); err != nil { // want `name from Customer\.Name reaches openai \(llm, openai\.LLM\.GenerateContent\)`
		return err
	}
	_, err = llms.GenerateFromSinglePrompt(ctx, llm, people.Mask(c.Email))
	return err
}

// Model takes any model.
func Model(ctx context.Context, c people.Customer, m llms.Model) error {
	_, err := m.GenerateContent(ctx, []llms.MessageContent{llms.TextParts(llms.ChatMessageTypeHuman, c.Phone)}) // want `phone from Customer\.Phone reaches llms\.Model\.GenerateContent \(llm\)`
	return err
}
