// Package rpcmore calls services whose clients lie in fields and in other
// packages, and sends what goes along with a call.
package rpcmore

import (
	"context"
	"net/http"
	"time"

	"connectrpc.com/connect"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	pb "google.golang.org/grpc/interop/grpc_testing"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"outbound/people"
	"outbound/rpcmore/usersconnect"
)

func request(text string) *pb.SimpleRequest {
	return &pb.SimpleRequest{Payload: &pb.Payload{Body: []byte(text)}}
}

// dialled keeps a client that its constructor has dialled.
type dialled struct{ users pb.TestServiceClient }

func newDialled() (*dialled, error) {
	conn, err := grpc.NewClient("rpc.example.org:443", grpc.WithTransportCredentials(credentials.NewTLS(nil)))
	if err != nil {
		return nil, err
	}
	return &dialled{users: pb.NewTestServiceClient(conn)}, nil
}

func (d *dialled) add(ctx context.Context, p *people.Person) error {
	_, err := d.users.UnaryCall(ctx, request(p.Email)) // want `email from Person.Email reaches rpc.example.org \(grpc_testing.TestServiceClient.UnaryCall\) without`
	return err
}

// open is the same without transport security, and set later.
type open struct{ users pb.TestServiceClient }

func (o *open) connect() error {
	conn, err := grpc.NewClient("eu.helpdesk.example:80", grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	o.users = pb.NewTestServiceClient(conn)
	return nil
}

func (o *open) Add(ctx context.Context, p *people.Person) error {
	_, err := o.users.UnaryCall(ctx, request(p.Email)) // want `email from Person.Email reaches helpdesk \(grpc_testing.TestServiceClient.UnaryCall\) on a channel that insecure.NewCredentials makes insecure`
	return err
}

// conns keeps a connection.
type conns struct{ conn *grpc.ClientConn }

func newConns() *conns {
	conn, _ := grpc.NewClient("rpc.example.org:443", grpc.WithTransportCredentials(credentials.NewTLS(nil)))
	return &conns{conn}
}

func (c *conns) Add(ctx context.Context, p *people.Person) error {
	_, err := pb.NewTestServiceClient(c.conn).UnaryCall(ctx, request(p.Email)) // want `email from Person.Email reaches rpc.example.org \(grpc_testing.TestServiceClient.UnaryCall\) without`
	return err
}

func along(ctx context.Context, c pb.TestServiceClient, p *people.Person) {
	c.EmptyCall(metadata.AppendToOutgoingContext(ctx, "x-user", p.Email), &pb.Empty{}) // want `email from Person.Email reaches grpc_testing.TestServiceClient.EmptyCall`
	c.EmptyCall(metadata.AppendToOutgoingContext(ctx, "x-user", p.ID), &pb.Empty{})
	with := metadata.NewOutgoingContext(ctx, metadata.Pairs("x-user", p.Phone))
	timed, cancel := context.WithTimeout(with, time.Second)
	defer cancel()
	c.EmptyCall(timed, &pb.Empty{}) // want `phone from Person.Phone reaches grpc_testing.TestServiceClient.EmptyCall`
	c.StreamingInputCall(with)      // want `phone from Person.Phone reaches grpc_testing.TestServiceClient.StreamingInputCall`
	c.EmptyCall(ctx, &pb.Empty{})
	send(named(ctx, p), c) // want `name from Person.Name reaches grpc_testing.TestServiceClient.EmptyCall`
}

func named(ctx context.Context, p *people.Person) context.Context {
	md := metadata.MD{}
	md.Set("X-Name", p.Name)
	return metadata.NewOutgoingContext(ctx, md)
}

func send(ctx context.Context, c pb.TestServiceClient) { c.EmptyCall(ctx, &pb.Empty{}) }

func keyed(p *people.Person) {
	md := metadata.MD{}
	md.Set("X-Email", p.Email)
	md.Append("id", p.ID)
	http.Get("https://api.example.org/?" + md.Get("id")[0])
	http.Get("https://api.example.org/?" + md.Get("x-email")[0]) // want `email from Person.Email reaches api.example.org`
	md.Set("x-email", p.ID)
	http.Get("https://api.example.org/?" + md.Get("X-Email")[0])
}

func clients(ctx context.Context, p *people.Person) {
	c := usersconnect.NewUsersClient(http.DefaultClient, "https://rpc.example.org")
	c.Add(ctx, connect.NewRequest(wrapperspb.String(p.Email)))    // want `email from Person.Email reaches rpc.example.org`
	c.Follow(ctx, connect.NewRequest(wrapperspb.String(p.Phone))) // want `phone from Person.Phone reaches rpc.example.org`
	c.Import(ctx).Send(wrapperspb.String(p.Name))                 // want `name from Person.Name reaches rpc.example.org`
	c.Add(ctx, connect.NewRequest(wrapperspb.String(p.ID)))
	s := usersconnect.NewSimpleClient(http.DefaultClient, "https://rpc.example.org")
	s.Add(ctx, wrapperspb.String(p.Email))    // want `email from Person.Email reaches rpc.example.org`
	s.Follow(ctx, wrapperspb.String(p.Phone)) // want `phone from Person.Phone reaches rpc.example.org`
	s.Add(ctx, wrapperspb.String(people.Mask(p.Email)))
	up, err := s.Import(ctx)
	if err != nil {
		return
	}
	up.Send(wrapperspb.String(p.Name)) // want `name from Person.Name reaches rpc.example.org`
	up.Send(wrapperspb.String(p.ID))
}

// held keeps clients.
type held struct {
	users  usersconnect.UsersClient
	simple usersconnect.SimpleClient
}

func newHeld() *held {
	return &held{
		users:  usersconnect.NewUsersClient(http.DefaultClient, "https://rpc.example.org"),
		simple: usersconnect.NewSimpleClient(http.DefaultClient, "http://eu.helpdesk.example"),
	}
}

func (h *held) Add(ctx context.Context, p *people.Person) {
	h.users.Add(ctx, connect.NewRequest(wrapperspb.String(p.Email))) // want `email from Person.Email reaches rpc.example.org`
	h.simple.Add(ctx, wrapperspb.String(p.Email))                    // want `email from Person.Email reaches helpdesk \(connect.Client.CallUnary\) over http://`
	h.simple.Add(ctx, wrapperspb.String(p.ID))
}

func headers(ctx context.Context, s usersconnect.SimpleClient, p *people.Person) {
	ctx, info := connect.NewClientContext(ctx)
	info.RequestHeader().Set("X-User", p.Email) // want `email from Person.Email reaches`
	info.RequestHeader().Set("X-User", p.ID)
	s.Add(ctx, wrapperspb.String("x"))
}
