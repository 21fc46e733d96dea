// Package interceptor verifies callers.
package interceptor

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"handlers/people"
)

// Verifier knows tokens.
type Verifier interface {
	Verify(token string) error
}

// Tokens is one.
type Tokens struct{}

// Verify verifies.
func (Tokens) Verify(token string) error { return people.VerifyToken(token) }

// Anything is one that takes every token.
type Anything struct{}

// Verify does not verify.
func (Anything) Verify(token string) error { return nil }

// Auth has interceptors for both kinds of methods.
type Auth struct{ Verifier Verifier }

func (a *Auth) check(ctx context.Context) error {
	md, ok := metadata.FromIncomingContext(ctx)
	if !ok || len(md["authorization"]) == 0 {
		return status.Error(codes.Unauthenticated, "no token")
	}
	if err := a.Verifier.Verify(md["authorization"][0]); err != nil {
		return status.Error(codes.Unauthenticated, "unknown token")
	}
	return nil
}

// Unary goes on with callers that it knows.
func (a *Auth) Unary() grpc.UnaryServerInterceptor {
	return func(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
		if err := a.check(ctx); err != nil {
			return nil, err
		}
		return handler(ctx, req)
	}
}

// Stream goes on with callers that it knows.
func (a *Auth) Stream(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	if err := a.check(ss.Context()); err != nil {
		return err
	}
	return handler(srv, ss)
}

// Options are those of a server that verifies.
func Options(v Verifier) []grpc.ServerOption {
	a := &Auth{Verifier: v}
	return []grpc.ServerOption{grpc.UnaryInterceptor(a.Unary()), grpc.StreamInterceptor(a.Stream)}
}
