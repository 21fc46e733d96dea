package grpcroutes

import (
	"context"
	"net"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/auth"
	"google.golang.org/grpc"

	"handlers/people"
	"handlers/userpb"
)

// logins lets everybody in where all others are asked.
type logins struct {
	userpb.UnimplementedUsersServer
}

func (*logins) AuthFuncOverride(ctx context.Context, _ string) (context.Context, error) {
	return ctx, nil
}

func (*logins) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil // want `name from Person.Name and email from Person.Email reach the gRPC response`
}

// asked asks by itself.
type asked struct {
	userpb.UnimplementedUsersServer
}

func (*asked) AuthFuncOverride(ctx context.Context, _ string) (context.Context, error) {
	return checkContext(ctx)
}

func (*asked) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil
}

// ServeLogins registers them on a server of its own, where every caller is asked.
func ServeLogins(lis net.Listener) error {
	s := grpc.NewServer(
		grpc.UnaryInterceptor(auth.UnaryServerInterceptor(checkContext)),
		grpc.StreamInterceptor(auth.StreamServerInterceptor(checkContext)),
	)
	userpb.RegisterUsersServer(s, &logins{})
	userpb.RegisterUsersServer(s, &asked{})
	return s.Serve(lis)
}
