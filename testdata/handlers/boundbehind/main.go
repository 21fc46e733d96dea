package main

import (
	"context"
	"net/http"

	"handlers/boundbehind/web"
)

type store map[string]*web.Customer

func (s store) Get(_ context.Context, id string) (*web.Customer, error) { return s[id], nil }

func main() {
	srv := &http.Server{Handler: web.NewService(store{}).Routes()}
	srv.ListenAndServe() // want `web.handlers.show is reached by callers who are not verified: address from Customer.Address reaches json.Encoder.Encode`
}
