// Package service answers.
package service

import (
	"context"

	"handlers/people"
	"handlers/userpb"
)

// Users has people.
type Users struct {
	userpb.UnimplementedUsersServer
}

// GetUser shows one.
func (*Users) GetUser(_ context.Context, r *userpb.GetUserRequest) (*userpb.User, error) {
	return &userpb.User{Email: people.Find(r.GetId()).Email}, nil
}
