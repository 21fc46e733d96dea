package connectroutes

import (
	"context"
	"errors"
	"net/http"

	"connectrpc.com/connect"

	"handlers/people"
	"handlers/userpb"
)

// More serves single handlers of every kind.
func More(opts ...connect.HandlerOption) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/simple", connect.NewUnaryHandlerSimple("/simple", simple))
	mux.Handle("/client", connect.NewClientStreamHandler("/client", collect))
	mux.Handle("/bidi", connect.NewBidiStreamHandler("/bidi", talk))
	mux.Handle("/bidisafe", connect.NewBidiStreamHandler("/bidisafe", talkSafe, connect.WithInterceptors(interceptor{})))
	mux.Handle("/meta", connect.NewUnaryHandler("/meta", meta))
	mux.Handle("/checked", connect.NewUnaryHandler("/checked", checked))
	return mux
}

func simple(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil // want `name from Person.Name and email from Person.Email reach the Connect response`
}

func collect(ctx context.Context, s *connect.ClientStream[userpb.User]) (*connect.Response[userpb.User], error) {
	if err := s.Err(); err != nil {
		return nil, err
	}
	return connect.NewResponse(toUser(people.Find(s.Msg().GetId()))), nil // want `name from Person.Name and email from Person.Email reach the Connect response`
}

func talk(ctx context.Context, s *connect.BidiStream[userpb.User, userpb.User]) error {
	s.ResponseTrailer().Set("X-Mail", people.Find("1").Email) // want `email from Person.Email reaches`
	for {
		in, err := s.Receive()
		if err != nil {
			return err
		}
		if err := s.Send(toUser(people.Find(in.Id))); err != nil { // want `name from Person.Name and email from Person.Email reach connect.BidiStream.Send`
			return err
		}
	}
}

func talkSafe(ctx context.Context, s *connect.BidiStream[userpb.User, userpb.User]) error {
	return s.Send(toUser(people.Find("1")))
}

func meta(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	err := connect.NewError(connect.CodeNotFound, errors.New("no such user"))
	err.Meta().Set("X-Mail", people.Find(req.Msg.Id).Email) // want `email from Person.Email reaches`
	return nil, err
}

func checked(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	res := connect.NewResponse(&userpb.User{})
	if people.VerifyToken(req.Header().Get("Authorization")) != nil {
		return res, connect.NewError(connect.CodeUnauthenticated, errors.New("who are you?"))
	}
	res.Msg = toUser(people.Find(req.Msg.Id))
	return res, nil
}
