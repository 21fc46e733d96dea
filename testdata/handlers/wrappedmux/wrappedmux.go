// Package wrappedmux has services on a mux that middleware stands before as a whole: each is a
// function of generated code that holds a handler for each of its procedures.
package wrappedmux

import (
	"context"
	"net/http"

	"connectrpc.com/authn"
	"connectrpc.com/connect"

	"handlers/people"
	"handlers/userpb"
	"handlers/userpb/userpbconnect"
)

func toUser(p people.Person) *userpb.User {
	//pii:allow tag generated messages have no tags
	return &userpb.User{Id: p.ID, Email: p.Email}
}

type own struct {
	userpbconnect.UnimplementedUsersHandler
}

func (own) GetUser(_ context.Context, r *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(r.Msg.Id))), nil
}

type library struct {
	userpbconnect.UnimplementedUsersHandler
}

func (library) GetUser(_ context.Context, r *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(r.Msg.Id))), nil
}

type bare struct {
	userpbconnect.UnimplementedUsersHandler
}

func (bare) GetUser(_ context.Context, r *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(r.Msg.Id))), nil // want `email from Person.Email reaches the Connect response before the caller is verified`
}

func known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func authenticate(_ context.Context, r authn.Request) (any, error) {
	if err := people.VerifyToken(r.Header().Get("Authorization")); err != nil {
		return nil, authn.Errorf("who?")
	}
	return "ada", nil
}

func serve() error {
	m1, m2, m3 := http.NewServeMux(), http.NewServeMux(), http.NewServeMux()
	m1.Handle(userpbconnect.NewUsersHandler(own{}))
	m2.Handle(userpbconnect.NewUsersHandler(library{}))
	m3.Handle(userpbconnect.NewUsersHandler(bare{}))
	go http.ListenAndServe(":1", known(m1))
	go http.ListenAndServe(":2", authn.NewMiddleware(authenticate).Wrap(m2))
	return http.ListenAndServe(":3", m3)
}

var _ = serve
