package grpcroutes

import (
	"context"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/auth"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/selector"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health/grpc_health_v1"

	"handlers/people"
	"handlers/userpb"
)

// A selector says for which calls an interceptor is asked.

func allButHealth(_ context.Context, call interceptors.CallMeta) bool {
	return grpc_health_v1.Health_ServiceDesc.ServiceName != call.Service
}

func allButUsers(_ context.Context, call interceptors.CallMeta) bool {
	return userpb.Users_ServiceDesc.ServiceName != call.Service
}

func onlyFind(_ context.Context, call interceptors.CallMeta) bool { return call.Method == "FindUser" }

type beforeAll struct {
	userpb.UnimplementedUsersServer
}

func (beforeAll) GetUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	return &userpb.User{Email: people.Find(in.Id).Email}, nil
}

type beforeOthers struct {
	userpb.UnimplementedUsersServer
}

func (beforeOthers) GetUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	return &userpb.User{Email: people.Find(in.Id).Email}, nil // want `email from Person.Email reaches the gRPC response before the caller is verified`
}

type beforeOne struct {
	userpb.UnimplementedUsersServer
}

func (beforeOne) GetUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	return &userpb.User{Email: people.Find(in.Id).Email}, nil // want `email from Person.Email reaches the gRPC response before the caller is verified`
}

func (beforeOne) FindUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	return &userpb.User{Email: people.Find(in.Id).Email}, nil
}

type beforeNone struct {
	userpb.UnimplementedUsersServer
}

// AuthFuncOverride lets everybody in, though the interceptor is asked.
func (beforeNone) AuthFuncOverride(ctx context.Context, _ string) (context.Context, error) {
	return ctx, nil
}

func (beforeNone) GetUser(ctx context.Context, in *userpb.GetUserRequest) (*userpb.User, error) {
	return &userpb.User{Email: people.Find(in.Id).Email}, nil // want `email from Person.Email reaches the gRPC response before the caller is verified`
}

func selected(matches func(context.Context, interceptors.CallMeta) bool) *grpc.Server {
	return grpc.NewServer(grpc.ChainUnaryInterceptor(
		selector.UnaryServerInterceptor(auth.UnaryServerInterceptor(byToken), selector.MatchFunc(matches)),
	))
}

// Selected makes a server with each of them.
func Selected() []*grpc.Server {
	all, others, one, none := selected(allButHealth), selected(allButUsers), selected(onlyFind), selected(allButHealth)
	userpb.RegisterUsersServer(all, beforeAll{})
	userpb.RegisterUsersServer(others, beforeOthers{})
	userpb.RegisterUsersServer(one, beforeOne{})
	userpb.RegisterUsersServer(none, beforeNone{})
	return []*grpc.Server{all, others, one, none}
}
