package grpcroutes

import (
	"context"

	middleware "github.com/grpc-ecosystem/go-grpc-middleware"
	"google.golang.org/grpc"

	"handlers/people"
	"handlers/userpb"
)

// rows serves behind interceptors that are put in a row.
type rows struct {
	userpb.UnimplementedUsersServer
}

func (*rows) GetUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	return &userpb.User{Email: people.Find(in.Id).Email}, nil
}

func (*rows) ListUsers(in *userpb.GetUserRequest, s grpc.ServerStreamingServer[userpb.User]) error {
	return s.Send(&userpb.User{Email: people.Find(in.Id).Email})
}

type openRows struct {
	userpb.UnimplementedUsersServer
}

func (*openRows) GetUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	return &userpb.User{Email: people.Find(in.Id).Email}, nil // want `email from Person.Email reaches the gRPC response`
}

func (*openRows) ListUsers(in *userpb.GetUserRequest, s grpc.ServerStreamingServer[userpb.User]) error {
	return s.Send(&userpb.User{Email: people.Find(in.Id).Email}) // want `email from Person.Email reaches grpc.ServerStreamingServer.Send`
}

func rowCheck(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if err := people.VerifyToken(info.FullMethod); err != nil {
		return nil, err
	}
	return handler(ctx, req)
}

func rowCheckStream(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	if err := people.VerifyToken(info.FullMethod); err != nil {
		return err
	}
	return handler(srv, ss)
}

func counted(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	return handler(ctx, req)
}

// Rows makes servers of go-grpc-middleware's first version.
func Rows() (*grpc.Server, *grpc.Server) {
	s := grpc.NewServer(
		grpc.UnaryInterceptor(middleware.ChainUnaryServer(counted, rowCheck)),
		grpc.StreamInterceptor(middleware.ChainStreamServer(rowCheckStream)),
	)
	userpb.RegisterUsersServer(s, &rows{})
	open := grpc.NewServer(grpc.UnaryInterceptor(middleware.ChainUnaryServer(counted, counted)))
	userpb.RegisterUsersServer(open, &openRows{})
	return s, open
}
