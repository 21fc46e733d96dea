package main

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"handlers/strangers/auth"
	"handlers/strangers/data"
	"handlers/userpb"
	"handlers/userpb/userpbconnect"

	"connectrpc.com/authn"
	"connectrpc.com/connect"
)

type open struct {
	userpbconnect.UnimplementedUsersHandler
	s *data.Store
}

func (s *open) GetUser(ctx context.Context, r *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	c, err := s.s.Customer(ctx, r.Msg.Id)
	if err != nil {
		return nil, connect.NewError(connect.CodeNotFound, err)
	}
	res := connect.NewResponse(&userpb.User{Name: c.Name})
	res.Header().Set("X", "y")
	return res, nil // want "before the caller is verified"
}
func (s *open) FindUser(ctx context.Context, r *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	c, _ := s.s.Customer(ctx, r.Msg.Id)
	//pii:allow error the tests are about responses
	return nil, connect.NewError(connect.CodeInternal, errors.New("locked "+c.Email)) // want "before the caller is verified"
}
func (s *open) ListUsers(ctx context.Context, r *connect.Request[userpb.GetUserRequest], st *connect.ServerStream[userpb.User]) error {
	c, _ := s.s.Customer(ctx, r.Msg.Id)
	return st.Send(&userpb.User{Name: c.Name}) // want "before the caller is verified"
}

type safe struct {
	userpbconnect.UnimplementedUsersHandler
	s *data.Store
}

func (s *safe) GetUser(ctx context.Context, r *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	c, _ := s.s.Customer(ctx, r.Msg.Id)
	return connect.NewResponse(&userpb.User{Name: c.Name}), nil
}

type safe2 struct {
	userpbconnect.UnimplementedUsersHandler
	s *data.Store
}

func (s *safe2) GetUser(ctx context.Context, r *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	c, _ := s.s.Customer(ctx, r.Msg.Id)
	return connect.NewResponse(&userpb.User{Name: c.Name}), nil
}

const tokenHeader = "Acme-Token"

func NewAuthInterceptor() connect.UnaryInterceptorFunc {
	interceptor := func(next connect.UnaryFunc) connect.UnaryFunc {
		return connect.UnaryFunc(func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
			if req.Spec().IsClient {
				req.Header().Set(tokenHeader, "sample")
			} else if req.Header().Get(tokenHeader) == "" {
				return nil, connect.NewError(connect.CodeUnauthenticated, errors.New("no token provided"))
			} else if _, err := auth.ParseToken(req.Header().Get(tokenHeader)); err != nil {
				return nil, connect.NewError(connect.CodeUnauthenticated, err)
			}
			return next(ctx, req)
		})
	}
	return connect.UnaryInterceptorFunc(interceptor)
}

func authenticate(_ context.Context, req authn.Request) (any, error) {
	tok, ok := strings.CutPrefix(req.Header().Get("Authorization"), "Bearer ")
	if !ok {
		return nil, authn.Errorf("invalid")
	}
	cl, err := auth.ParseToken(tok)
	if err != nil {
		return nil, authn.Errorf("invalid")
	}
	return cl.Subject, nil
}

func main() {
	st := &data.Store{}
	mux := http.NewServeMux()
	mux.Handle(userpbconnect.NewUsersHandler(&open{s: st}))
	path, h := userpbconnect.NewUsersHandler(&safe{s: st}, connect.WithInterceptors(NewAuthInterceptor()))
	mux.Handle(path, h)
	mw := authn.NewMiddleware(authenticate)
	p2, h2 := userpbconnect.NewUsersHandler(&safe2{s: st})
	mux.Handle("/2"+p2, mw.Wrap(h2))
	http.ListenAndServe("localhost:8080", mux)
}
