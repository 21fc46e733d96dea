// Package connectgiven gives away handlers behind middleware of a library, for
// others to serve.
package connectgiven

import (
	"context"
	"net/http"

	"connectrpc.com/authn"
	"connectrpc.com/connect"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"handlers/people"
)

type (
	request = connect.Request[wrapperspb.StringValue]
	reply   = connect.Response[wrapperspb.StringValue]
)

func get(ctx context.Context, r *request) (*reply, error) {
	return connect.NewResponse(wrapperspb.String(people.Find(r.Msg.Value).Email)), nil
}

func health(ctx context.Context, r *request) (*reply, error) {
	return connect.NewResponse(wrapperspb.String(people.Find(r.Msg.Value).Email)), nil // want `email from Person.Email reaches the Connect response`
}

func check(ctx context.Context, r authn.Request) (any, error) {
	if err := people.VerifyToken(r.Header().Get("Authorization")); err != nil {
		return nil, authn.Errorf("who are you?")
	}
	return "somebody", nil
}

func checkSome(ctx context.Context, r authn.Request) (any, error) {
	if r.Procedure() == "/people.v1.People/Health" {
		return nil, nil
	}
	return check(ctx, r)
}

// Handler asks for everything.
func Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/people.v1.People/Get", connect.NewUnaryHandler("/people.v1.People/Get", get))
	return authn.NewMiddleware(check).Wrap(mux)
}

// Some leaves one procedure out.
func Some() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/people.v1.People/Get", connect.NewUnaryHandler("/people.v1.People/Get", get))
	mux.Handle("/people.v1.People/Health", connect.NewUnaryHandler("/people.v1.People/Health", health))
	return authn.NewMiddleware(checkSome).Wrap(mux)
}

func open(ctx context.Context, r *request) (*reply, error) {
	return connect.NewResponse(wrapperspb.String(people.Find(r.Msg.Value).Email)), nil // want `email from Person.Email reaches the Connect response`
}

// Open has something of a library around it that lets everybody pass.
func Open() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/people.v1.People/Open", connect.NewUnaryHandler("/people.v1.People/Open", open))
	return http.MaxBytesHandler(http.StripPrefix("/api", mux), 1<<20)
}
