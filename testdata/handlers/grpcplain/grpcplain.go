// Package grpcplain serves messages that are no protocol buffers: a codec of its own
// writes them.
package grpcplain

import (
	"context"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/encoding"

	"handlers/people"
)

// Request asks for somebody.
type Request struct{ ID string }

// Card is what is known of somebody.
type Card struct {
	Line  string
	Count int
}

// Cards is the service.
type Cards interface {
	Card(context.Context, *Request) (*Card, error)
	Count(context.Context, *Request) (*Card, error)
	Own(context.Context, *Request) (*Card, error)
}

type cards struct{}

func (cards) Card(_ context.Context, r *Request) (*Card, error) {
	return &Card{Line: "mail to " + people.Find(r.ID).Email}, nil // want `email from Person.Email reaches the gRPC response before the caller is verified`
}

func (cards) Count(_ context.Context, r *Request) (*Card, error) {
	return &Card{Count: len(people.Find(r.ID).Email)}, nil
}

func (cards) Own(_ context.Context, r *Request) (*Card, error) {
	if err := people.VerifyToken(r.ID); err != nil {
		return nil, err
	}
	return &Card{Line: people.Find("1").Email}, nil
}

// plain is a method of the service, as generated code has it.
func plain(name string, call func(Cards, context.Context, *Request) (*Card, error)) grpc.MethodDesc {
	return grpc.MethodDesc{MethodName: name, Handler: func(srv any, ctx context.Context, dec func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
		in := new(Request)
		if err := dec(in); err != nil {
			return nil, err
		}
		return call(srv.(Cards), ctx, in)
	}}
}

var desc = grpc.ServiceDesc{ServiceName: "plain.Cards", HandlerType: (*Cards)(nil), Methods: []grpc.MethodDesc{
	plain("Card", Cards.Card), plain("Count", Cards.Count), plain("Own", Cards.Own),
}}

func register(s grpc.ServiceRegistrar, srv Cards) { s.RegisterService(&desc, srv) }

// Serve answers until l is closed.
func Serve(l net.Listener, codec encoding.Codec) error {
	encoding.RegisterCodec(codec)
	s := grpc.NewServer()
	register(s, cards{})
	return s.Serve(l)
}
