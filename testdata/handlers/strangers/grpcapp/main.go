package main

import (
	"context"
	"log"
	"net"
	"strings"

	"handlers/strangers/auth"
	"handlers/strangers/data"
	"handlers/userpb"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

type srv struct {
	userpb.UnimplementedUsersServer
	s *data.Store
}

func (s *srv) GetUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	c, err := s.s.Customer(ctx, in.GetId())
	if err != nil {
		return nil, status.Error(codes.NotFound, "none")
	}
	return &userpb.User{Id: c.ID, Name: c.Name, Email: c.Email}, nil // want "before the caller is verified"
}
func (s *srv) FindUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	if err := authorize(ctx); err != nil {
		return nil, err
	}
	c, err := s.s.Customer(ctx, in.GetId())
	if err != nil {
		return nil, status.Error(codes.NotFound, "none")
	}
	return &userpb.User{Name: c.Name}, nil
}
func (s *srv) AllUsers(ctx context.Context, in *userpb.GetUserRequest) (*userpb.ListUsersResponse, error) {
	c, err := s.s.Customer(ctx, in.GetId())
	if err != nil {
		return nil, err
	}
	//pii:allow error the tests are about responses
	return nil, status.Errorf(codes.FailedPrecondition, "%s is locked", c.Email) // want "before the caller is verified"
}
func (s *srv) ListUsers(in *userpb.GetUserRequest, st userpb.Users_ListUsersServer) error {
	all, _ := s.s.All(st.Context())
	for _, c := range all {
		if err := st.Send(&userpb.User{Name: c.Name}); err != nil { // want "before the caller is verified"
			return err
		}
	}
	return nil
}
func (s *srv) Chat(st userpb.Users_ChatServer) error {
	if err := authorize(st.Context()); err != nil {
		return err
	}
	for {
		in, err := st.Recv()
		if err != nil {
			return err
		}
		c, _ := s.s.Customer(st.Context(), in.Id)
		if err := st.Send(&userpb.User{Name: c.Name}); err != nil {
			return err
		}
	}
}

func authorize(ctx context.Context) error {
	md, ok := metadata.FromIncomingContext(ctx)
	if !ok {
		return status.Errorf(codes.InvalidArgument, "missing metadata")
	}
	a := md["authorization"]
	if len(a) < 1 {
		return status.Error(codes.Unauthenticated, "x")
	}
	if _, err := auth.ParseToken(strings.TrimPrefix(a[0], "Bearer ")); err != nil {
		return status.Error(codes.Unauthenticated, "x")
	}
	return nil
}
func onlyMetadata(ctx context.Context) error {
	md, ok := metadata.FromIncomingContext(ctx)
	if !ok || len(md["authorization"]) == 0 {
		return status.Errorf(codes.Unauthenticated, "missing metadata")
	}
	return nil
}
func unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if err := authorize(ctx); err != nil {
		return nil, err
	}
	m, err := handler(ctx, req)
	if err != nil {
		log.Println("rpc failed")
	}
	return m, err
}
func unaryWeak(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if err := onlyMetadata(ctx); err != nil {
		return nil, err
	}
	return handler(ctx, req)
}
func stream(s any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	if err := authorize(ss.Context()); err != nil {
		return err
	}
	return handler(s, ss)
}

type safeSrv struct {
	userpb.UnimplementedUsersServer
	s *data.Store
}

func (s *safeSrv) GetUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	c, err := s.s.Customer(ctx, in.GetId())
	if err != nil {
		return nil, err
	}
	return &userpb.User{Id: c.ID, Name: c.Name, Email: c.Email}, nil
}
func (s *safeSrv) ListUsers(in *userpb.GetUserRequest, st userpb.Users_ListUsersServer) error {
	all, _ := s.s.All(st.Context())
	for _, c := range all {
		st.Send(&userpb.User{Name: c.Name})
	}
	return nil
}

type unaryOnly struct {
	userpb.UnimplementedUsersServer
	s *data.Store
}

func (s *unaryOnly) GetUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	c, _ := s.s.Customer(ctx, in.GetId())
	return &userpb.User{Id: c.ID, Name: c.Name, Email: c.Email}, nil
}
func (s *unaryOnly) ListUsers(in *userpb.GetUserRequest, st userpb.Users_ListUsersServer) error {
	all, _ := s.s.All(st.Context())
	for _, c := range all {
		st.Send(&userpb.User{Name: c.Name}) // want "before the caller is verified"
	}
	return nil
}

type weak struct {
	userpb.UnimplementedUsersServer
	s *data.Store
}

func (s *weak) GetUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	c, _ := s.s.Customer(ctx, in.GetId())
	return &userpb.User{Id: c.ID, Name: c.Name, Email: c.Email}, nil // want "before the caller is verified"
}

func main() {
	st := &data.Store{}
	lis, _ := net.Listen("tcp", ":1")
	g := grpc.NewServer()
	userpb.RegisterUsersServer(g, &srv{s: st})
	go g.Serve(lis)
	g2 := grpc.NewServer(grpc.UnaryInterceptor(unary), grpc.StreamInterceptor(stream))
	userpb.RegisterUsersServer(g2, &safeSrv{s: st})
	go g2.Serve(lis)
	g3 := grpc.NewServer(grpc.ChainUnaryInterceptor(unary))
	userpb.RegisterUsersServer(g3, &unaryOnly{s: st})
	go g3.Serve(lis)
	var opts []grpc.ServerOption
	opts = append(opts, grpc.ChainUnaryInterceptor(unaryWeak))
	g4 := grpc.NewServer(opts...)
	userpb.RegisterUsersServer(g4, &weak{s: st})
	g4.Serve(lis)
}
