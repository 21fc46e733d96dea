// Package inputs has operations whose inputs refuse requests before the handlers run.
package inputs

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"handlers/people"
)

type output struct{ Body people.Person }

// known refuses those whom nobody knows.
type known struct {
	Auth string `header:"Authorization"`
	ID   string `path:"id"`
}

func (k *known) Resolve(ctx huma.Context) []error {
	if err := people.VerifyToken(k.Auth); err != nil {
		return []error{err}
	}
	return nil
}

// embedding is refused as what it embeds is.
type embedding struct {
	known
	Page int `query:"page"`
}

// collecting collects what is wrong.
type collecting struct {
	Auth string `header:"Authorization"`
	ID   string `path:"id"`
}

func (c *collecting) ResolveWithPath(ctx huma.Context, prefix *huma.PathBuffer) (errs []error) {
	if c.ID == "" {
		errs = append(errs, huma.Error422UnprocessableEntity("no id"))
	}
	if people.VerifyToken(c.Auth) != nil {
		errs = append(errs, huma.Error401Unauthorized("who are you?"))
	}
	return errs
}

// valid looks at the form of what was sent alone.
type valid struct {
	ID string `path:"id"`
}

func (v *valid) Resolve(ctx huma.Context) []error {
	if v.ID == "0" {
		return []error{&huma.ErrorDetail{Location: "path.id", Message: "no such number"}}
	}
	return nil
}

// lenient finds out, and lets everybody in.
type lenient struct {
	Auth string `header:"Authorization"`
	ID   string `path:"id"`
}

func (l *lenient) Resolve(ctx huma.Context) []error {
	if people.VerifyToken(l.Auth) != nil {
		return []error{}
	}
	return nil
}

// Serve serves them.
func Serve() error {
	mux := http.NewServeMux()
	api := humago.New(mux, huma.DefaultConfig("inputs", "1"))
	huma.Get(api, "/known/{id}", func(ctx context.Context, in *known) (*output, error) {
		return &output{people.Find(in.ID)}, nil
	})
	huma.Get(api, "/embedding/{id}", func(ctx context.Context, in *embedding) (*output, error) {
		return &output{people.Find(in.ID)}, nil
	})
	huma.Get(api, "/valid/{id}", func(ctx context.Context, in *valid) (*output, error) {
		return &output{people.Find(in.ID)}, nil // want `name from Person.Name and email from Person.Email reach the response of the operation`
	})
	huma.Get(api, "/lenient/{id}", func(ctx context.Context, in *lenient) (*output, error) {
		return &output{people.Find(in.ID)}, nil // want `reach the response of the operation`
	})
	huma.Register(api, huma.Operation{Method: http.MethodGet, Path: "/collecting/{id}"}, func(ctx context.Context, in *collecting) (*output, error) {
		return &output{people.Find(in.ID)}, nil
	})
	return http.ListenAndServe(":8080", mux)
}
