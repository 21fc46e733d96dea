package skips

import (
	"context"
	"net"
	"slices"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"handlers/people"
	"handlers/userpb"
)

func user() *userpb.User {
	//pii:allow tag generated messages have no tags
	return &userpb.User{Email: people.Find("1").Email}
}

func check(ctx context.Context) error {
	md, _ := metadata.FromIncomingContext(ctx)
	if len(md["authorization"]) == 0 {
		return status.Error(codes.Unauthenticated, "no token")
	}
	return people.VerifyToken(md["authorization"][0])
}

var openMethods = []string{userpb.Users_GetUser_FullMethodName, "/users.v1.Users/Chat"}

// unary lets two methods through.
func unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if slices.Contains(openMethods, info.FullMethod) {
		return handler(ctx, req)
	}
	if err := check(ctx); err != nil {
		return nil, err
	}
	return handler(ctx, req)
}

// stream asks a helper.
func stream(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	if !needsNobody(info.FullMethod) {
		if err := check(ss.Context()); err != nil {
			return err
		}
	}
	return handler(srv, ss)
}

func needsNobody(method string) bool {
	return method == "/users.v1.Users/Chat" || strings.HasPrefix(method, "/grpc.health.v1.Health/")
}

type listed struct {
	userpb.UnimplementedUsersServer
}

// Listed serves it.
func Listed(lis net.Listener) error {
	s := grpc.NewServer(grpc.UnaryInterceptor(unary), grpc.StreamInterceptor(stream))
	userpb.RegisterUsersServer(s, listed{})
	return s.Serve(lis)
}

func (listed) GetUser(context.Context, *userpb.GetUserRequest) (*userpb.User, error) {
	return user(), nil // want `email from Person.Email reaches the gRPC response before the caller is verified`
}

func (listed) FindUser(context.Context, *userpb.GetUserRequest) (*userpb.User, error) {
	return user(), nil
}

func (listed) ListUsers(_ *userpb.GetUserRequest, s grpc.ServerStreamingServer[userpb.User]) error {
	return s.Send(user())
}

func (listed) Chat(s grpc.BidiStreamingServer[userpb.User, userpb.User]) error {
	return s.Send(user()) // want `email from Person.Email reaches`
}

// roles is which roles a method needs; what is not there needs none.
type roles struct{}

func (r *roles) authorize(ctx context.Context, method string) error {
	var needed = map[string][]string{
		"/users.v1.Users/FindUser": {"admin"},
		"/users.v1.Users/AllUsers": {"admin", "clerk"},
	}
	if _, ok := needed[method]; !ok {
		return nil // everybody may call it
	}
	return check(ctx)
}

func (r *roles) unary() grpc.UnaryServerInterceptor {
	return func(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
		if err := r.authorize(ctx, info.FullMethod); err != nil {
			return nil, err
		}
		return handler(ctx, req)
	}
}

type byRole struct {
	userpb.UnimplementedUsersServer
}

// ByRole serves it.
func ByRole(lis net.Listener) error {
	r := &roles{}
	s := grpc.NewServer(grpc.ChainUnaryInterceptor(r.unary()))
	userpb.RegisterUsersServer(s, byRole{})
	return s.Serve(lis)
}

func (byRole) GetUser(context.Context, *userpb.GetUserRequest) (*userpb.User, error) {
	return user(), nil // want `email from Person.Email reaches the gRPC response`
}

func (byRole) FindUser(context.Context, *userpb.GetUserRequest) (*userpb.User, error) {
	return user(), nil
}

func (byRole) AllUsers(context.Context, *userpb.GetUserRequest) (*userpb.ListUsersResponse, error) {
	return &userpb.ListUsersResponse{Users: []*userpb.User{user()}}, nil
}
