// Package rpccreds gives connections credentials of their own, which add to every
// call. What they add is told where the connection is dialled.
package rpccreds

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	pb "google.golang.org/grpc/interop/grpc_testing"

	"outbound/people"
)

var secure = grpc.WithTransportCredentials(credentials.NewTLS(nil))

// onBehalf says for whom calls are made.
type onBehalf struct {
	who  string
	open bool
}

func (o onBehalf) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"x-user": o.who}, nil
}

func (o onBehalf) RequireTransportSecurity() bool { return !o.open }

// counted holds somebody and says how many there are.
type counted struct{ people []people.Person }

func (c *counted) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"x-first": c.people[0].ID}, nil
}

func (*counted) RequireTransportSecurity() bool { return true }

// caller reads from the person when it is asked.
type caller struct{ p *people.Person }

func (c *caller) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"x-name": c.p.Name}, nil
}

func (*caller) RequireTransportSecurity() bool { return true }

func direct(ctx context.Context, p *people.Person) error {
	conn, err := grpc.NewClient("rpc.example.org:443", secure, grpc.WithPerRPCCredentials(onBehalf{who: p.Email})) // want `email from Person.Email reaches rpc.example.org \(grpc.NewClient\) without redaction, consent or approval$`
	if err != nil {
		return err
	}
	_, err = pb.NewTestServiceClient(conn).EmptyCall(ctx, &pb.Empty{})
	return err
}

func listed(p *people.Person) (*grpc.ClientConn, error) {
	opts := []grpc.DialOption{secure}
	opts = append(opts, grpc.WithPerRPCCredentials(&caller{p}))
	return grpc.Dial("rpc.example.org:443", opts...) // want `name from Person.Name reaches rpc.example.org \(grpc.Dial\)`
}

func plain(ctx context.Context, p *people.Person) (*grpc.ClientConn, error) {
	as := grpc.WithPerRPCCredentials(onBehalf{p.Phone, true})
	return grpc.DialContext(ctx, "far.example.org:80", as, grpc.WithTransportCredentials(insecure.NewCredentials())) // want `phone from Person.Phone reaches far.example.org \(grpc.DialContext\) without redaction, consent or approval, and on a channel that insecure.NewCredentials makes insecure$`
}

func fine(p *people.Person) {
	grpc.NewClient("rpc.example.org:443", secure, grpc.WithPerRPCCredentials(onBehalf{who: p.ID}))
	grpc.NewClient("rpc.example.org:443", secure, grpc.WithPerRPCCredentials(onBehalf{who: people.Mask(p.Email)}))
	grpc.NewClient("rpc.example.org:443", secure, grpc.WithPerRPCCredentials(&counted{[]people.Person{*p}}))
	grpc.NewClient("localhost:9090", secure, grpc.WithPerRPCCredentials(onBehalf{who: p.Email}))
}
