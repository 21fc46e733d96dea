package grpcroutes

import (
	"context"
	"errors"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"handlers/people"
	"handlers/userpb"
)

// checked verifies its callers by itself, in each method in another way.
type checked struct {
	userpb.UnimplementedUsersServer
	repo repo
}

type repo interface {
	Load(ctx context.Context, id string) (*people.Person, error)
}

type memory struct{}

func (memory) Load(ctx context.Context, id string) (*people.Person, error) {
	p := people.Find(id)
	return &p, nil
}

// ServeChecked serves it.
func ServeChecked(lis net.Listener) error {
	s := grpc.NewServer()
	defer s.GracefulStop()
	userpb.RegisterUsersServer(s, &checked{repo: memory{}})
	if err := s.Serve(lis); err != nil {
		return err
	}
	return nil
}

func (c *checked) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	resp := &userpb.User{}
	if err := people.VerifyToken(token(ctx)); err != nil {
		return resp, err
	}
	p, err := c.repo.Load(ctx, req.Id)
	if err != nil {
		return nil, status.Error(codes.NotFound, "no such user")
	}
	//pii:allow tag generated messages have no tags
	resp.Email, resp.Name = p.Email, p.Name
	return resp, nil
}

func (c *checked) user(ctx context.Context, id string) (*userpb.User, error) {
	if people.VerifyToken(token(ctx)) != nil {
		return nil, errors.New("unknown caller")
	}
	return toUser(people.Find(id)), nil
}

func (c *checked) FindUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return c.user(ctx, req.Id)
}

func (c *checked) AllUsers(ctx context.Context, req *userpb.GetUserRequest) (*userpb.ListUsersResponse, error) {
	if req.Id != "" {
		u, err := c.user(ctx, req.Id)
		if err != nil {
			return nil, err
		}
		return &userpb.ListUsersResponse{Users: []*userpb.User{u}}, nil
	}
	p, err := c.repo.Load(ctx, "")
	return &userpb.ListUsersResponse{Users: []*userpb.User{toUser(*p)}}, err // want `name from Person.Name and email from Person.Email reach the gRPC response`
}

func (c *checked) ListUsers(req *userpb.GetUserRequest, stream grpc.ServerStreamingServer[userpb.User]) error {
	if people.VerifyToken(token(stream.Context())) != nil {
		stream.Send(toUser(people.Find("imprint"))) // want `name from Person.Name and email from Person.Email reach`
	}
	return nil
}

func (c *checked) PutUsers(stream grpc.ClientStreamingServer[userpb.User, userpb.ListUsersResponse]) error {
	u, err := c.user(stream.Context(), "1")
	if err != nil {
		return err
	}
	return stream.SendAndClose(&userpb.ListUsersResponse{Users: []*userpb.User{u}})
}

// partly answers without personal data where it does not know who calls.
type partly struct {
	userpb.UnimplementedUsersServer
}

// ServePartly serves it.
func ServePartly(lis net.Listener) error {
	s := grpc.NewServer()
	userpb.RegisterUsersServer(s, partly{})
	return s.Serve(lis)
}

func (partly) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	p := people.Find(req.Id)
	if people.VerifyToken(token(ctx)) != nil {
		return &userpb.User{Id: p.ID}, nil
	}
	return toUser(p), nil
}

func (partly) FindUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	p := people.Find(req.Id)
	if people.VerifyToken(token(ctx)) != nil {
		return toUser(p), nil // want `name from Person.Name and email from Person.Email reach the gRPC response`
	}
	return &userpb.User{Id: p.ID}, nil
}

func (partly) AllUsers(ctx context.Context, req *userpb.GetUserRequest) (*userpb.ListUsersResponse, error) {
	//pii:allow tag generated messages have no tags
	u := &userpb.User{Contact: &userpb.User_Address{Address: &userpb.Address{Street: people.Find("1").Name}}}
	return &userpb.ListUsersResponse{Users: []*userpb.User{u}}, nil // want `name from Person.Name reaches the gRPC response`
}

func (partly) ListUsers(req *userpb.GetUserRequest, stream grpc.ServerStreamingServer[userpb.User]) error {
	//pii:allow response the imprint names the editor
	return stream.Send(toUser(people.Find("editor")))
}

//pii:allow response the imprint names the editor
func (partly) PutUsers(stream grpc.ClientStreamingServer[userpb.User, userpb.ListUsersResponse]) error {
	return stream.SendAndClose(&userpb.ListUsersResponse{Users: []*userpb.User{toUser(people.Find("editor"))}})
}

func (partly) helper(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil
}

// Exported has the shape of a handler, and is no method of the service.
func (p partly) Exported(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return p.helper(ctx, req)
}
