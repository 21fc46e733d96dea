package main

import (
	"context"
	"net/http"
	"strings"

	"handlers/strangers/auth"
	"handlers/strangers/data"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"github.com/go-chi/chi/v5"
)

var db = &data.Store{}

type In struct {
	ID string `path:"id"`
}
type Out struct {
	Link string `header:"Link"`
	Body *data.Customer
}
type AuthIn struct {
	Authorization string `header:"Authorization"`
	ID            string `path:"id"`
}

func get(ctx context.Context, in *In) (*Out, error) {
	c, err := db.Customer(ctx, in.ID)
	if err != nil {
		return nil, huma.Error404NotFound("none")
	}
	return &Out{Body: c}, nil // want "before the caller is verified"
}
func getErr(ctx context.Context, in *In) (*Out, error) {
	c, _ := db.Customer(ctx, in.ID)
	//pii:allow error the tests are about responses
	return nil, huma.Error400BadRequest("locked " + c.Email) // want "before the caller is verified"
}
func getIn(ctx context.Context, in *AuthIn) (*Out, error) {
	if _, err := auth.ParseToken(strings.TrimPrefix(in.Authorization, "Bearer ")); err != nil {
		return nil, huma.Error401Unauthorized("x")
	}
	c, _ := db.Customer(ctx, in.ID)
	out := &Out{}
	out.Body = c
	return out, nil
}
func getMW(ctx context.Context, in *In) (*Out, error) {
	c, _ := db.Customer(ctx, in.ID)
	return &Out{Body: c}, nil
}
func getOp(ctx context.Context, in *In) (*Out, error) {
	c, _ := db.Customer(ctx, in.ID)
	return &Out{Body: c}, nil
}
func getSec(ctx context.Context, in *In) (*Out, error) {
	c, _ := db.Customer(ctx, in.ID)
	return &Out{Body: c}, nil
}
func NewAuth(api huma.API) func(ctx huma.Context, next func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		tok := strings.TrimPrefix(ctx.Header("Authorization"), "Bearer ")
		if len(tok) == 0 {
			huma.WriteErr(api, ctx, http.StatusUnauthorized, "Unauthorized")
			return
		}
		if _, err := auth.ParseToken(tok); err == nil {
			next(ctx)
			return
		}
		huma.WriteErr(api, ctx, http.StatusForbidden, "Forbidden")
	}
}

func main() {
	r := chi.NewMux()
	api := humachi.New(r, huma.DefaultConfig("x", "1"))
	huma.Get(api, "/a/{id}", get)
	huma.Get(api, "/e/{id}", getErr)
	huma.Register(api, huma.Operation{OperationID: "x", Method: "GET", Path: "/b/{id}"}, getIn)
	huma.Register(api, huma.Operation{OperationID: "y", Method: "GET", Path: "/c/{id}", Middlewares: huma.Middlewares{NewAuth(api)}}, getOp)
	go http.ListenAndServe(":1", r)

	m := http.NewServeMux()
	api2 := humago.New(m, huma.DefaultConfig("x", "1"))
	api2.UseMiddleware(NewAuth(api2))
	huma.Get(api2, "/d/{id}", getMW)
	grp := huma.NewGroup(api2, "/v1")
	huma.Get(grp, "/d/{id}", getSec)
	http.ListenAndServe(":2", m)
}
