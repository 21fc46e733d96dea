package grpcroutes

import (
	"context"
	"crypto/tls"
	"net"
	"strings"

	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/auth"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/status"

	"handlers/people"
	"handlers/userpb"
)

// The services of this file have one method each, so that each server needs one
// line to be judged.
type (
	viaMethod struct {
		userpb.UnimplementedUsersServer
	}
	viaMade struct {
		userpb.UnimplementedUsersServer
	}
	viaOption struct {
		userpb.UnimplementedUsersServer
	}
	maybe struct {
		userpb.UnimplementedUsersServer
	}
	afterwards struct {
		userpb.UnimplementedUsersServer
	}
	ignoring struct {
		userpb.UnimplementedUsersServer
	}
	ratelimits struct {
		userpb.UnimplementedUsersServer
	}
	certified struct {
		userpb.UnimplementedUsersServer
	}
	serverOnly struct {
		userpb.UnimplementedUsersServer
	}
	library struct {
		userpb.UnimplementedUsersServer
	}
	lax struct {
		userpb.UnimplementedUsersServer
	}
	overriding struct {
		userpb.UnimplementedUsersServer
	}
	strict struct {
		userpb.UnimplementedUsersServer
	}
	described struct {
		userpb.UnimplementedUsersServer
	}
	returned struct {
		userpb.UnimplementedUsersServer
	}
	held struct {
		userpb.UnimplementedUsersServer
	}
	both struct {
		userpb.UnimplementedUsersServer
	}
	public struct {
		userpb.UnimplementedUsersServer
	}
)

type authenticator struct{ secret string }

func (a *authenticator) authorize(ctx context.Context) error {
	t := token(ctx)
	if !strings.HasPrefix(t, "Bearer ") {
		return status.Error(codes.Unauthenticated, "no token")
	}
	return people.VerifyToken(t)
}

func (a *authenticator) unary(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if err := a.authorize(ctx); err != nil {
		return nil, err
	}
	return handler(ctx, req)
}

func (a *authenticator) stream() grpc.StreamServerInterceptor {
	return func(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
		if err := a.authorize(ss.Context()); err != nil {
			return err
		}
		return handler(srv, &wrappedStream{ss})
	}
}

type wrappedStream struct{ grpc.ServerStream }

func made(check func(context.Context) error) grpc.UnaryServerInterceptor {
	return func(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
		if err := check(ctx); err != nil {
			return nil, err
		}
		return handler(ctx, req)
	}
}

func later(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	resp, err := handler(ctx, req)
	if e := people.VerifyToken(token(ctx)); e != nil {
		return nil, e
	}
	return resp, err
}

func careless(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	_ = people.VerifyToken(token(ctx))
	return handler(ctx, req)
}

func limited(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if len(token(ctx)) > 1000 {
		return nil, status.Error(codes.ResourceExhausted, "too long")
	}
	return handler(ctx, req)
}

func debugging(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	if info.FullMethod == "/users.v1.Users/GetUser" {
		return handler(ctx, req)
	}
	return verifyUnary(ctx, req, info, handler)
}

func checkContext(ctx context.Context) (context.Context, error) {
	if err := people.VerifyToken(token(ctx)); err != nil {
		return nil, status.Error(codes.Unauthenticated, "who are you?")
	}
	return ctx, nil
}

func anyContext(ctx context.Context) (context.Context, error) { return ctx, nil }

// serve has the options of its caller.
func serve(lis net.Listener, impl userpb.UsersServer, opts ...grpc.ServerOption) error {
	s := grpc.NewServer(opts...)
	userpb.RegisterUsersServer(s, impl)
	return s.Serve(lis)
}

// Styles serves them all.
func Styles(lis net.Listener, secure bool, pool *tls.Config) {
	a := &authenticator{}
	go serve(lis, viaMethod{}, grpc.UnaryInterceptor(a.unary), grpc.StreamInterceptor(a.stream()))
	go serve(lis, viaMade{}, grpc.UnaryInterceptor(made(a.authorize)))
	opts := []grpc.ServerOption{grpc.ChainUnaryInterceptor(logUnary), grpc.ChainUnaryInterceptor(a.unary)}
	go serve(lis, viaOption{}, opts...)
	var some []grpc.ServerOption
	if secure {
		some = append(some, grpc.UnaryInterceptor(a.unary))
	}
	go serve(lis, maybe{}, some...)
	go serve(lis, afterwards{}, grpc.UnaryInterceptor(later))
	go serve(lis, ignoring{}, grpc.UnaryInterceptor(careless))
	go serve(lis, ratelimits{}, grpc.UnaryInterceptor(limited))
	go serve(lis, public{}, grpc.UnaryInterceptor(debugging))

	strictTLS := &tls.Config{ClientAuth: tls.RequireAndVerifyClientCert}
	go serve(lis, certified{}, grpc.Creds(credentials.NewTLS(strictTLS)))
	go serve(lis, serverOnly{}, grpc.Creds(credentials.NewTLS(&tls.Config{ClientAuth: tls.RequestClientCert})))

	go serve(lis, library{}, grpc.UnaryInterceptor(auth.UnaryServerInterceptor(checkContext)), grpc.StreamInterceptor(auth.StreamServerInterceptor(checkContext)))
	go serve(lis, lax{}, grpc.UnaryInterceptor(auth.UnaryServerInterceptor(anyContext)))
	go serve(lis, overriding{}, grpc.UnaryInterceptor(auth.UnaryServerInterceptor(checkContext)))
	go serve(lis, strict{}, grpc.UnaryInterceptor(auth.UnaryServerInterceptor(checkContext)))

	s := grpc.NewServer()
	s.RegisterService(&userpb.Users_ServiceDesc, &described{})
	go s.Serve(lis)

	go NewReturned().Serve(lis)

	h := &holder{server: grpc.NewServer(grpc.UnaryInterceptor(verifyUnary))}
	h.register()
	go h.server.Serve(lis)

	s1, s2 := grpc.NewServer(grpc.UnaryInterceptor(verifyUnary)), grpc.NewServer()
	for _, s := range []*grpc.Server{s1, s2} {
		userpb.RegisterUsersServer(s, both{})
	}
	go s1.Serve(lis)
	go s2.Serve(lis)
}

// NewReturned gives a server to whoever serves it.
func NewReturned() *grpc.Server {
	s := grpc.NewServer(grpc.ChainUnaryInterceptor(limited, logUnary))
	userpb.RegisterUsersServer(s, returned{})
	return s
}

type holder struct{ server *grpc.Server }

func (h *holder) register() { userpb.RegisterUsersServer(h.server, held{}) }

func (viaMethod) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil
}

func (viaMethod) ListUsers(req *userpb.GetUserRequest, stream grpc.ServerStreamingServer[userpb.User]) error {
	return stream.Send(toUser(people.Find(req.Id)))
}

func (viaMade) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil
}

func (viaOption) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil
}

func (maybe) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil // want `name from Person.Name and email from Person.Email reach the gRPC response`
}

func (afterwards) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil // want `name from Person.Name and email from Person.Email reach the gRPC response`
}

func (ignoring) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil // want `name from Person.Name and email from Person.Email reach the gRPC response`
}

func (ratelimits) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil // want `name from Person.Name and email from Person.Email reach the gRPC response`
}

func (public) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil // want `name from Person.Name and email from Person.Email reach the gRPC response`
}

func (certified) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil
}

func (serverOnly) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil // want `name from Person.Name and email from Person.Email reach the gRPC response`
}

func (library) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil
}

func (library) ListUsers(req *userpb.GetUserRequest, stream grpc.ServerStreamingServer[userpb.User]) error {
	return stream.Send(toUser(people.Find(req.Id)))
}

func (lax) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil // want `name from Person.Name and email from Person.Email reach the gRPC response`
}

func (overriding) AuthFuncOverride(ctx context.Context, method string) (context.Context, error) {
	return ctx, nil
}

func (overriding) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil // want `name from Person.Name and email from Person.Email reach the gRPC response`
}

func (strict) AuthFuncOverride(ctx context.Context, method string) (context.Context, error) {
	return checkContext(ctx)
}

func (strict) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil
}

func (described) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	u := toUser(people.Find(req.Id))
	return u, nil // want `name from Person.Name and email from Person.Email reach the gRPC response`
}

func (returned) GetUser(ctx context.Context, req *userpb.GetUserRequest) (resp *userpb.User, err error) {
	resp = toUser(people.Find(req.Id))
	return // want `name from Person.Name and email from Person.Email reach the gRPC response`
}

func (held) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil
}

func (both) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	return toUser(people.Find(req.Id)), nil // want `name from Person.Name and email from Person.Email reach the gRPC response`
}
