// Package codederrors has checks that answer with errors of a library that have a code.
package codederrors

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"handlers/people"
)

// coded is an error with a code of the program's own.
type coded interface {
	error
	Code() int
}

type refusal struct{ text string }

func (r refusal) Error() string { return r.text }
func (refusal) Code() int       { return http.StatusUnauthorized }

func refuse(text string) coded { return refusal{text} }

func known(auth string) error {
	if people.VerifyToken(auth) != nil {
		return huma.Error401Unauthorized("who are you?")
	}
	return nil
}

func knownToo(auth string) error {
	if people.VerifyToken(auth) != nil {
		return refuse("who are you?")
	}
	return nil
}

// unsure gives no error to some whom it does not know.
func unsure(auth string) error {
	if err := people.VerifyToken(auth); err != nil && auth != "" {
		return huma.Error401Unauthorized("who are you?", err)
	}
	return nil
}

type input struct {
	Auth string `header:"Authorization"`
	ID   string `path:"id"`
}

type output struct{ Body people.Person }

// Serve serves them.
func Serve() error {
	mux := http.NewServeMux()
	api := humago.New(mux, huma.DefaultConfig("codederrors", "1"))
	huma.Get(api, "/a/{id}", func(ctx context.Context, in *input) (*output, error) {
		if err := known(in.Auth); err != nil {
			return nil, err
		}
		return &output{people.Find(in.ID)}, nil
	})
	huma.Get(api, "/b/{id}", func(ctx context.Context, in *input) (*output, error) {
		if err := knownToo(in.Auth); err != nil {
			return nil, err
		}
		return &output{people.Find(in.ID)}, nil
	})
	huma.Get(api, "/c/{id}", func(ctx context.Context, in *input) (*output, error) {
		if err := unsure(in.Auth); err != nil {
			return nil, err
		}
		return &output{people.Find(in.ID)}, nil // want `reach the response of the operation`
	})
	return http.ListenAndServe(":8080", mux)
}
