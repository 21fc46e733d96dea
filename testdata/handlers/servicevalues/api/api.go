// Package api answers remote procedures by a store of its callers.
package api

import (
	"context"
	"net/http"

	"connectrpc.com/connect"

	"handlers/people"
	"handlers/userpb"
	"handlers/userpb/userpbconnect"
)

// Store has people.
type Store interface {
	Get(ctx context.Context, id string) (people.Person, error)
}

type users struct {
	userpbconnect.UnimplementedUsersHandler
	store Store
}

func (u *users) GetUser(ctx context.Context, r *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	p, err := u.store.Get(ctx, r.Msg.GetId())
	if err != nil {
		return nil, err
	}
	return connect.NewResponse(&userpb.User{Email: p.Email}), nil
}

// Routes serves them. Generated code takes the methods as values of an interface that
// those who call this do not import.
func Routes(s Store) http.Handler {
	mux := http.NewServeMux()
	mux.Handle(userpbconnect.NewUsersHandler(&users{store: s}))
	return mux
}
