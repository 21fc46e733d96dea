// Package connectroutes serves a Connect service in many ways.
package connectroutes

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"

	"connectrpc.com/authn"
	"connectrpc.com/connect"

	"handlers/people"
	"handlers/userpb"
	"handlers/userpb/userpbconnect"
)

func toUser(p people.Person) *userpb.User {
	//pii:allow tag generated messages have no tags
	return &userpb.User{Id: p.ID, Name: p.Name, Email: p.Email}
}

type interceptor struct{}

func (interceptor) WrapUnary(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		if err := people.VerifyToken(req.Header().Get("Authorization")); err != nil {
			return nil, connect.NewError(connect.CodeUnauthenticated, err)
		}
		return next(ctx, req)
	}
}

func (interceptor) WrapStreamingClient(next connect.StreamingClientFunc) connect.StreamingClientFunc {
	return next
}

func (interceptor) WrapStreamingHandler(next connect.StreamingHandlerFunc) connect.StreamingHandlerFunc {
	return func(ctx context.Context, conn connect.StreamingHandlerConn) error {
		if err := people.VerifyToken(conn.RequestHeader().Get("Authorization")); err != nil {
			return connect.NewError(connect.CodeUnauthenticated, err)
		}
		return next(ctx, conn)
	}
}

// newUnary is the style of the documentation: for unary methods alone.
func newUnary() connect.UnaryInterceptorFunc {
	interceptor := func(next connect.UnaryFunc) connect.UnaryFunc {
		return connect.UnaryFunc(func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
			if req.Spec().IsClient {
				return nil, errors.New("this is a server")
			} else if people.VerifyToken(req.Header().Get("Authorization")) != nil {
				return nil, connect.NewError(connect.CodeUnauthenticated, errors.New("no token provided"))
			}
			return next(ctx, req)
		})
	}
	return connect.UnaryInterceptorFunc(interceptor)
}

func logged() connect.UnaryInterceptorFunc {
	return func(next connect.UnaryFunc) connect.UnaryFunc {
		return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
			log.Println(req.Spec().Procedure)
			return next(ctx, req)
		}
	}
}

// Serve serves them all.
func Serve() error {
	mux := http.NewServeMux()
	mux.Handle(userpbconnect.NewUsersHandler(&open{}))
	path, handler := userpbconnect.NewUsersHandler(&guarded{}, connect.WithInterceptors(interceptor{}))
	mux.Handle(path, handler)
	mux.Handle(userpbconnect.NewUsersHandler(&unaryOnly{}, connect.WithInterceptors(logged(), newUnary())))
	mux.Handle(userpbconnect.NewUsersHandler(
		&optioned{},
		connect.WithCompressMinBytes(1024),
		connect.WithInterceptors(logged()),
		connect.WithHandlerOptions(connect.WithInterceptors(newUnary())),
	))
	mux.Handle(userpbconnect.NewUsersHandler(&loggedOnly{}, connect.WithInterceptors(logged())))
	p, h := userpbconnect.NewUsersHandler(wrapped{})
	mux.Handle(p, requireUser(h))
	more(mux)
	return http.ListenAndServe(":8080", mux)
}

func more(mux *http.ServeMux) {
	auth := authn.NewMiddleware(func(_ context.Context, req authn.Request) (any, error) {
		if err := people.VerifyToken(req.Header().Get("Authorization")); err != nil {
			return nil, authn.Errorf("invalid authorization")
		}
		return "ada", nil
	})
	p, h := userpbconnect.NewUsersHandler(authenticated{})
	mux.Handle(p, auth.Wrap(h))
	lax := authn.NewMiddleware(func(_ context.Context, req authn.Request) (any, error) {
		user, _, ok := req.BasicAuth()
		if !ok {
			return nil, authn.Errorf("invalid authorization")
		}
		return user, nil
	})
	p, h = userpbconnect.NewUsersHandler(notAuthenticated{})
	mux.Handle(p, lax.Wrap(h))
	mux.Handle("/single", connect.NewUnaryHandler("/single", single))
	mux.Handle("/singlesafe", connect.NewUnaryHandler("/singlesafe", singleSafe, connect.WithInterceptors(newUnary())))
	mux.Handle("/literal", connect.NewUnaryHandler("/literal",
		func(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
			return connect.NewResponse(toUser(people.Find(req.Msg.Id))), nil // want `name from Person.Name and email from Person.Email reach the Connect response`
		}))
	mux.Handle("/stream", connect.NewServerStreamHandler("/stream", stream))
}

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

type open struct {
	userpbconnect.UnimplementedUsersHandler
}

func (*open) GetUser(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	res := connect.NewResponse(&userpb.User{Email: people.Find(req.Msg.Id).Email})
	res.Header().Set("Users-Version", "v1")
	return res, nil // want `email from Person.Email reaches the Connect response before the caller is verified`
}

func (*open) FindUser(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	p := people.Find(req.Msg.Id)
	if p.Name == "" {
		//pii:allow error the tests are about responses
		return nil, connect.NewError(connect.CodeNotFound, fmt.Errorf("%s has no name", p.Email)) // want `email from Person.Email reaches the Connect response`
	}
	res := connect.NewResponse(&userpb.User{Id: p.ID})
	res.Header().Set("Users-Name", p.Name) // want `name from Person.Name reaches`
	return res, nil
}

func (*open) AllUsers(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.ListUsersResponse], error) {
	if err := people.VerifyToken(req.Header().Get("Authorization")); err != nil {
		return nil, connect.NewError(connect.CodeUnauthenticated, err)
	}
	return connect.NewResponse(&userpb.ListUsersResponse{Users: []*userpb.User{toUser(people.Find("1"))}}), nil
}

func (*open) ListUsers(ctx context.Context, req *connect.Request[userpb.GetUserRequest], s *connect.ServerStream[userpb.User]) error {
	s.ResponseHeader().Set("X-Name", people.Find("1").Name) // want `name from Person.Name reaches`
	return s.Send(toUser(people.Find(req.Msg.Id)))          // want `name from Person.Name and email from Person.Email reach connect.ServerStream.Send`
}

func (*open) PutUsers(ctx context.Context, s *connect.ClientStream[userpb.User]) (*connect.Response[userpb.ListUsersResponse], error) {
	for s.Receive() {
		log.Println("received")
	}
	return connect.NewResponse(&userpb.ListUsersResponse{Users: []*userpb.User{toUser(people.Find("1"))}}), nil // want `name from Person.Name and email from Person.Email reach the Connect response`
}

func (*open) Chat(ctx context.Context, s *connect.BidiStream[userpb.User, userpb.User]) error {
	if people.VerifyToken(s.RequestHeader().Get("Authorization")) == nil {
		return s.Send(toUser(people.Find("1")))
	}
	return s.Send(toUser(people.Find("2"))) // want `name from Person.Name and email from Person.Email reach connect.BidiStream.Send`
}

type guarded struct {
	userpbconnect.UnimplementedUsersHandler
}

func (*guarded) GetUser(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(req.Msg.Id))), nil
}

func (*guarded) ListUsers(ctx context.Context, req *connect.Request[userpb.GetUserRequest], s *connect.ServerStream[userpb.User]) error {
	return s.Send(toUser(people.Find(req.Msg.Id)))
}

type unaryOnly struct {
	userpbconnect.UnimplementedUsersHandler
}

func (*unaryOnly) GetUser(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(req.Msg.Id))), nil
}

func (*unaryOnly) ListUsers(ctx context.Context, req *connect.Request[userpb.GetUserRequest], s *connect.ServerStream[userpb.User]) error {
	return s.Send(toUser(people.Find(req.Msg.Id))) // want `name from Person.Name and email from Person.Email reach connect.ServerStream.Send`
}

type optioned struct {
	userpbconnect.UnimplementedUsersHandler
}

func (*optioned) GetUser(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(req.Msg.Id))), nil
}

type loggedOnly struct {
	userpbconnect.UnimplementedUsersHandler
}

func (*loggedOnly) GetUser(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(req.Msg.Id))), nil // want `name from Person.Name and email from Person.Email reach the Connect response`
}

type wrapped struct {
	userpbconnect.UnimplementedUsersHandler
}

func (wrapped) GetUser(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(req.Msg.Id))), nil
}

type authenticated struct {
	userpbconnect.UnimplementedUsersHandler
}

func (authenticated) GetUser(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(req.Msg.Id))), nil
}

func (authenticated) Chat(ctx context.Context, s *connect.BidiStream[userpb.User, userpb.User]) error {
	return s.Send(toUser(people.Find("1")))
}

type notAuthenticated struct {
	userpbconnect.UnimplementedUsersHandler
}

func (notAuthenticated) GetUser(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(req.Msg.Id))), nil // want `name from Person.Name and email from Person.Email reach the Connect response`
}

func single(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(req.Msg.Id))), nil // want `name from Person.Name and email from Person.Email reach the Connect response`
}

func singleSafe(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	return connect.NewResponse(toUser(people.Find(req.Msg.Id))), nil
}

func stream(ctx context.Context, req *connect.Request[userpb.GetUserRequest], s *connect.ServerStream[userpb.User]) error {
	return s.Send(toUser(people.Find("1"))) // want `name from Person.Name and email from Person.Email reach connect.ServerStream.Send`
}
