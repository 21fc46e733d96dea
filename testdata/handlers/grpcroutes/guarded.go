package grpcroutes

import (
	"context"
	"log"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"handlers/people"
	"handlers/userpb"
)

// verifyUnary goes on only with callers that it knows.
func verifyUnary(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if err := people.VerifyToken(token(ctx)); err != nil {
		return nil, status.Error(codes.Unauthenticated, "who are you?")
	}
	return handler(ctx, req)
}

func verifyStream(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	if err := people.VerifyToken(token(ss.Context())); err != nil {
		return status.Error(codes.Unauthenticated, "who are you?")
	}
	return handler(srv, ss)
}

func logUnary(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	log.Println(info.FullMethod)
	resp, err := handler(ctx, req)
	log.Println(err)
	return resp, err
}

// guarded is behind interceptors for both kinds of methods.
type guarded struct {
	userpb.UnimplementedUsersServer
}

// ServeGuarded serves it.
func ServeGuarded(lis net.Listener) error {
	s := grpc.NewServer(
		grpc.ChainUnaryInterceptor(logUnary, verifyUnary),
		grpc.ChainStreamInterceptor(verifyStream),
	)
	userpb.RegisterUsersServer(s, &guarded{})
	return s.Serve(lis)
}

func (guarded) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil
}

func (guarded) ListUsers(req *userpb.GetUserRequest, stream grpc.ServerStreamingServer[userpb.User]) error {
	return stream.Send(toUser(people.Find(req.Id)))
}

// half is behind an interceptor for unary methods alone.
type half struct {
	userpb.UnimplementedUsersServer
}

// ServeHalf serves it.
func ServeHalf(lis net.Listener) error {
	opts := []grpc.ServerOption{grpc.MaxRecvMsgSize(1 << 20)}
	opts = append(opts, grpc.UnaryInterceptor(verifyUnary))
	s := grpc.NewServer(opts...)
	userpb.RegisterUsersServer(s, half{})
	return s.Serve(lis)
}

func (half) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil
}

func (half) ListUsers(req *userpb.GetUserRequest, stream grpc.ServerStreamingServer[userpb.User]) error {
	return stream.Send(toUser(people.Find(req.Id))) // want `name from Person.Name and email from Person.Email reach grpc.ServerStreamingServer.Send`
}
