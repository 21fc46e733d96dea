package grpcroutes

import (
	"context"

	middleware "github.com/grpc-ecosystem/go-grpc-middleware"
	firstauth "github.com/grpc-ecosystem/go-grpc-middleware/auth"
	"google.golang.org/grpc"

	"handlers/people"
	"handlers/userpb"
)

// The first version of go-grpc-middleware makes one option of several interceptors.

func byToken(ctx context.Context) (context.Context, error) {
	token, err := firstauth.AuthFromMD(ctx, "bearer")
	if err != nil {
		return nil, err
	}
	return ctx, people.VerifyToken(token)
}

func byAnything(ctx context.Context) (context.Context, error) {
	_, err := firstauth.AuthFromMD(ctx, "bearer")
	return ctx, err
}

type firstChained struct {
	userpb.UnimplementedUsersServer
}

func (firstChained) GetUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	return &userpb.User{Email: people.Find(in.Id).Email}, nil
}

type firstUnasked struct {
	userpb.UnimplementedUsersServer
}

func (firstUnasked) GetUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	return &userpb.User{Email: people.Find(in.Id).Email}, nil // want `email from Person.Email reaches the gRPC response before the caller is verified`
}

// FirstMiddleware makes both servers.
func FirstMiddleware() (known, unknown *grpc.Server) {
	known = grpc.NewServer(middleware.WithUnaryServerChain(firstauth.UnaryServerInterceptor(byToken)))
	userpb.RegisterUsersServer(known, firstChained{})
	unknown = grpc.NewServer(middleware.WithUnaryServerChain(firstauth.UnaryServerInterceptor(byAnything)))
	userpb.RegisterUsersServer(unknown, firstUnasked{})
	return known, unknown
}
