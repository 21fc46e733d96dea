package senterrors

import (
	"context"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"handlers/people"
	"handlers/userpb"
)

type detailed struct {
	userpb.UnimplementedUsersServer
}

// GetUser gives an error with details: that they fit is what the other error says.
func (detailed) GetUser(_ context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	p := people.Find(in.Id)
	//pii:allow error the tests are about responses
	st, err := status.New(codes.FailedPrecondition, "call first").WithDetails(&userpb.User{Email: p.Email})
	if err != nil {
		return nil, err
	}
	return nil, st.Err() // want `email from Person.Email reaches the gRPC response`
}

// ServeDetails serves it.
func ServeDetails(l net.Listener) error {
	s := grpc.NewServer()
	userpb.RegisterUsersServer(s, detailed{})
	return s.Serve(l)
}
