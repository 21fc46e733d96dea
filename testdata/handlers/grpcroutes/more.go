package grpcroutes

import (
	"context"
	"fmt"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"handlers/people"
	"handlers/userpb"
)

// shapes returns its answers in many ways.
type shapes struct {
	userpb.UnsafeUsersServer
	cache map[string]*userpb.User
	load  func(id string) (*people.Person, error)
}

func load(id string) (*people.Person, error) {
	p := people.Find(id)
	if p.ID == "" {
		return nil, status.Error(codes.NotFound, "no such user")
	}
	return &p, nil
}

// Shapes serves it.
func Shapes(lis net.Listener) error { return serveShapes(lis, map[string]*userpb.User{}, load) }

func serveShapes(lis net.Listener, cache map[string]*userpb.User, load func(id string) (*people.Person, error)) error {
	var s *grpc.Server
	if cache == nil {
		s = grpc.NewServer(grpc.ConnectionTimeout(0))
	} else {
		s = grpc.NewServer()
	}
	var impl userpb.UsersServer = &shapes{cache: cache, load: load}
	userpb.RegisterUsersServer(s, impl)
	return s.Serve(lis)
}

func (s *shapes) GetUser(ctx context.Context, req *userpb.GetUserRequest) (u *userpb.User, err error) {
	defer func() {
		if err != nil {
			err = status.Error(codes.Internal, "failed")
		}
	}()
	p, err := s.load(req.Id)
	if err != nil {
		return nil, err
	}
	switch {
	case p.Name == "":
		return &userpb.User{Id: p.ID}, nil
	case people.IsVerified(token(ctx)):
		return &userpb.User{Id: p.ID, Email: p.Email}, nil
	case p.Language == "de":
		return &userpb.User{Name: p.Name}, nil // want `name from Person.Name reaches the gRPC response`
	default:
		u = &userpb.User{Contact: &userpb.User_Phone{Phone: p.Email}}
		return u, nil // want `email from Person.Email reaches the gRPC response`
	}
}

func (s *shapes) FindUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	p, err := s.load(req.Id)
	if err != nil {
		//pii:allow error the tests are about responses
		return nil, fmt.Errorf("load %s: %w", people.Find(req.Id).Email, err) // want `email from Person.Email reaches the gRPC response`
	}
	if err := grpc.SendHeader(ctx, metadata.New(map[string]string{"x-name": p.Name})); err != nil { // want `name from Person.Name reaches grpc.SendHeader`
		return nil, err
	}
	u := userpb.User{Email: p.Email}
	return &u, nil // want `email from Person.Email reaches the gRPC response`
}

func (s *shapes) AllUsers(ctx context.Context, req *userpb.GetUserRequest) (*userpb.ListUsersResponse, error) {
	var out userpb.ListUsersResponse
	for _, id := range []string{"1", "2"} {
		p := people.Find(id)
		out.Users = append(out.Users, &userpb.User{Name: p.Name})
	}
	if req.Id == "all" {
		return &out, nil // want `name from Person.Name reaches the gRPC response`
	}
	if err := people.VerifyToken(token(ctx)); err == nil {
		return &out, nil
	}
	return nil, status.Error(codes.PermissionDenied, "no")
}

func (s *shapes) ListUsers(req *userpb.GetUserRequest, stream grpc.ServerStreamingServer[userpb.User]) error {
	if err := stream.SendHeader(metadata.Pairs("x-name", people.Find("1").Name)); err != nil { // want `name from Person.Name reaches grpc.ServerStream.SendHeader`
		return err
	}
	if err := stream.SendMsg(&userpb.User{Email: people.Find("1").Email}); err != nil { // want `email from Person.Email reaches grpc.ServerStream.SendMsg`
		return err
	}
	return s.sendAll(stream)
}

func (s *shapes) sendAll(stream grpc.ServerStreamingServer[userpb.User]) error {
	return stream.Send(&userpb.User{Name: people.Find("1").Name}) // want `name from Person.Name reaches grpc.ServerStreamingServer.Send`
}

func (s *shapes) PutUsers(stream grpc.ClientStreamingServer[userpb.User, userpb.ListUsersResponse]) error {
	grpc.SetTrailer(stream.Context(), metadata.Pairs("x-mail", people.Find("1").Email)) // want `email from Person.Email reaches grpc.SetTrailer`
	return stream.SendAndClose(&userpb.ListUsersResponse{})
}

func (s *shapes) Chat(stream grpc.BidiStreamingServer[userpb.User, userpb.User]) error {
	stream.SetTrailer(metadata.Pairs("x-id", people.Find("1").ID))
	return stream.Send(&userpb.User{Id: people.Find("1").ID})
}
