// Package middle hands out customers one by one.
package middle

import (
	"context"
	"iter"

	"flow/cross/iterator_and_channel/model"
)

// Emails yields what is tagged.
func Emails(cs []model.Customer) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, c := range cs {
			if !yield(c.Email) {
				return
			}
		}
	}
}

// Pairs yields both.
func Pairs(cs []model.Customer) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, c := range cs {
			if !yield(c.ID, c.Email) {
				return
			}
		}
	}
}

// Stream sends what is tagged.
func Stream(cs []model.Customer) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for _, c := range cs {
			out <- c.Email
		}
	}()
	return out
}

// IDs sends what is not.
func IDs(cs []model.Customer) <-chan string {
	out := make(chan string, len(cs))
	for _, c := range cs {
		out <- c.ID
	}
	close(out)
	return out
}

type key struct{}

// WithUser puts a customer into a context.
func WithUser(ctx context.Context, c *model.Customer) context.Context {
	return context.WithValue(ctx, key{}, c)
}

// User gets it out again.
func User(ctx context.Context) *model.Customer {
	c, _ := ctx.Value(key{}).(*model.Customer)
	return c
}
