// Package grpcroutes serves a gRPC service in many ways: behind interceptors that
// verify, and without.
package grpcroutes

import (
	"context"
	"fmt"
	"log"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"handlers/people"
	"handlers/userpb"
)

func toUser(p people.Person) *userpb.User {
	//pii:allow tag generated messages have no tags
	return &userpb.User{Id: p.ID, Name: p.Name, Email: p.Email}
}

// open serves everybody.
type open struct {
	userpb.UnimplementedUsersServer
	store *store
}

type store struct{ all map[string]*people.Person }

func (s *store) find(_ context.Context, id string) (*people.Person, error) {
	p, ok := s.all[id]
	if !ok {
		return nil, fmt.Errorf("no person %q", id)
	}
	return p, nil
}

// ServeOpen serves it.
func ServeOpen(lis net.Listener) error {
	s := grpc.NewServer()
	userpb.RegisterUsersServer(s, &open{store: &store{}})
	return s.Serve(lis)
}

func (o *open) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	p, err := o.store.find(ctx, req.GetId())
	if err != nil {
		return nil, status.Error(codes.NotFound, "no such user")
	}
	return &userpb.User{Id: p.ID, Email: p.Email}, nil // want `email from Person.Email reaches the gRPC response before the caller is verified`
}

func (o *open) FindUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	p := people.Find(req.Id)
	if p.ID == "" {
		//pii:allow error the tests are about responses
		return nil, status.Errorf(codes.NotFound, "no user %s with %s", req.Id, p.Email) // want `email from Person.Email reaches the gRPC response`
	}
	if err := people.VerifyToken(token(ctx)); err != nil {
		return nil, status.Error(codes.Unauthenticated, "who are you?")
	}
	return toUser(p), nil
}

func (o *open) AllUsers(ctx context.Context, req *userpb.GetUserRequest) (*userpb.ListUsersResponse, error) {
	resp := &userpb.ListUsersResponse{}
	for _, p := range o.store.all {
		resp.Users = append(resp.Users, toUser(*p))
	}
	grpc.SetHeader(ctx, metadata.Pairs("x-first", people.Find("1").Email)) // want `email from Person.Email reaches grpc.SetHeader`
	return resp, nil                                                       // want `name from Person.Name and email from Person.Email reach the gRPC response`
}

func (o *open) ListUsers(req *userpb.GetUserRequest, stream grpc.ServerStreamingServer[userpb.User]) error {
	for _, p := range o.store.all {
		if err := stream.Send(toUser(*p)); err != nil { // want `name from Person.Name and email from Person.Email reach grpc.ServerStreamingServer.Send`
			return err
		}
	}
	stream.SetTrailer(metadata.Pairs("x-last", people.Find("1").Name)) // want `name from Person.Name reaches grpc.ServerStream.SetTrailer`
	//pii:allow error the tests are about responses
	return status.Errorf(codes.Internal, "after %s", people.Find("1").Email) // want `email from Person.Email reaches the gRPC response`
}

func (o *open) PutUsers(stream grpc.ClientStreamingServer[userpb.User, userpb.ListUsersResponse]) error {
	if _, err := stream.Recv(); err != nil {
		return err
	}
	return stream.SendAndClose(&userpb.ListUsersResponse{Users: []*userpb.User{toUser(people.Find("1"))}}) // want `name from Person.Name and email from Person.Email reach`
}

func (o *open) Chat(stream grpc.BidiStreamingServer[userpb.User, userpb.User]) error {
	if err := people.VerifyToken(token(stream.Context())); err != nil {
		return status.Error(codes.Unauthenticated, "who are you?")
	}
	for {
		u, err := stream.Recv()
		if err != nil {
			return err
		}
		if err := stream.Send(toUser(people.Find(u.Id))); err != nil {
			return err
		}
	}
}

func token(ctx context.Context) string {
	md, ok := metadata.FromIncomingContext(ctx)
	if !ok || len(md.Get("authorization")) == 0 {
		return ""
	}
	return md.Get("authorization")[0]
}

var _ = log.Println
