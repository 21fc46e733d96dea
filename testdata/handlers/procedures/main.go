// Program procedures asks in middleware which procedure is called.
package main

import (
	"context"
	"net/http"

	"connectrpc.com/authn"
	"connectrpc.com/connect"

	"handlers/people"
	"handlers/userpb"
	"handlers/userpb/userpbconnect"
)

type byProcedure struct {
	userpbconnect.UnimplementedUsersHandler
}

func (byProcedure) GetUser(_ context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(req.Msg.Id))), nil // want `name from Person.Name and email from Person.Email reach the Connect response before the caller is verified`
}

func (byProcedure) FindUser(_ context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(req.Msg.Id))), nil
}

// procedures asks for all but one.
func procedures() http.Handler {
	auth := authn.NewMiddleware(func(_ context.Context, req authn.Request) (any, error) {
		if req.Procedure() == userpbconnect.UsersGetUserProcedure {
			return nil, nil
		}
		if err := people.VerifyToken(req.Header().Get("Authorization")); err != nil {
			return nil, authn.Errorf("who are you?")
		}
		return "somebody", nil
	})
	mux := http.NewServeMux()
	mux.Handle(userpbconnect.NewUsersHandler(byProcedure{}))
	return auth.Wrap(mux)
}

func toUser(p people.Person) *userpb.User {
	//pii:allow tag generated messages have no tags
	return &userpb.User{Id: p.ID, Name: p.Name, Email: p.Email}
}

func main() { _ = http.ListenAndServe("localhost:8080", procedures()) }
