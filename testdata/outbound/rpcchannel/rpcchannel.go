// Package rpcchannel dials with credentials from slices, fields, options and other
// packages.
package rpcchannel

import (
	"context"
	"crypto/tls"
	"crypto/x509"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	pb "google.golang.org/grpc/interop/grpc_testing"

	"outbound/people"
	"outbound/rpcchannel/conf"
)

const addr = "eu.helpdesk.example:443"

var bg = context.Background()

func request(p *people.Person) *pb.SimpleRequest {
	return &pb.SimpleRequest{Payload: &pb.Payload{Body: []byte(p.Email)}}
}

func slices(p *people.Person) {
	opts := []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials())}
	c, _ := grpc.NewClient(addr, opts...)
	pb.NewTestServiceClient(c).UnaryCall(bg, request(p)) // want `email from Person.Email reaches helpdesk \(grpc_testing.TestServiceClient.UnaryCall\) on a channel that insecure.NewCredentials makes insecure$`
	var more []grpc.DialOption
	more = append(more, grpc.WithUserAgent("desk"))
	more = append(more, grpc.WithCredentialsBundle(insecure.NewBundle()))
	c, _ = grpc.NewClient(addr, more...)
	pb.NewTestServiceClient(c).UnaryCall(bg, request(p)) // want `insecure.NewBundle makes insecure$`
	named := map[string]grpc.DialOption{"plain": grpc.WithInsecure()}
	c, _ = grpc.NewClient(addr, named["plain"])
	pb.NewTestServiceClient(c).UnaryCall(bg, request(p)) // want `grpc.WithInsecure makes insecure$`
	local, _ := grpc.NewClient("localhost:9090", opts...)
	pb.NewTestServiceClient(local).UnaryCall(bg, request(p))
	house, _ := grpc.NewClient("dns:///users.internal.svc.cluster.local:443", opts...)
	pb.NewTestServiceClient(house).UnaryCall(bg, request(p))
}

func elsewhere(p *people.Person) {
	c, _ := grpc.Dial(addr, conf.Options()...)
	pb.NewTestServiceClient(c).UnaryCall(bg, request(p)) // want `insecure.NewCredentials makes insecure$`
	cfg := conf.Default()
	c, _ = grpc.NewClient(cfg.Addr, cfg.Opts...)
	pb.NewTestServiceClient(c).UnaryCall(bg, request(p)) // want `reaches helpdesk .* on a channel that insecure.NewCredentials makes insecure$`
}

type config struct {
	addr  string
	creds credentials.TransportCredentials
	opts  []grpc.DialOption
}

func (c *config) dial() *grpc.ClientConn {
	conn, err := grpc.NewClient(c.addr, append(c.opts, grpc.WithTransportCredentials(c.creds))...)
	if err != nil {
		panic(err)
	}
	return conn
}

func fields(p *people.Person) {
	a := &config{addr: addr, creds: insecure.NewCredentials()}
	pb.NewTestServiceClient(a.dial()).UnaryCall(bg, request(p)) // want `insecure.NewCredentials makes insecure$`
	b := config{addr: addr}
	b.creds = credentials.NewTLS(&tls.Config{InsecureSkipVerify: true})
	pb.NewTestServiceClient(b.dial()).UnaryCall(bg, request(p)) // want `tls.Config.InsecureSkipVerify makes insecure$`
	c := config{addr: addr, creds: credentials.NewTLS(&tls.Config{})}
	pb.NewTestServiceClient(c.dial()).UnaryCall(bg, request(p))
	a.creds = credentials.NewClientTLSFromCert(x509.NewCertPool(), "")
	pb.NewTestServiceClient(a.dial()).UnaryCall(bg, request(p))
}

type client struct {
	conn *grpc.ClientConn
	api  pb.TestServiceClient
}

func newClient() *client {
	opts := []grpc.DialOption{
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithUserAgent("desk"),
	}
	conn, err := grpc.NewClient(addr, opts...)
	if err != nil {
		return nil
	}
	return &client{conn: conn, api: pb.NewTestServiceClient(conn)}
}

func (c *client) send(p *people.Person) {
	c.api.UnaryCall(bg, request(p)) // want `insecure.NewCredentials makes insecure$`
}

func kept(p *people.Person) {
	newClient().send(p)
	st, _ := pb.NewTestServiceClient(newClient().conn).StreamingInputCall(bg)
	st.Send(&pb.StreamingInputCallRequest{Payload: request(p).Payload}) // want `insecure.NewCredentials makes insecure$`
}

var (
	plain   = insecure.NewCredentials()
	options = []grpc.DialOption{grpc.WithTransportCredentials(plain)}
)

func global(p *people.Person) {
	c, _ := grpc.DialContext(bg, addr, options...)
	pb.NewTestServiceClient(c).UnaryCall(bg, request(p)) // want `insecure.NewCredentials makes insecure$`
}

type option func(*config)

func withoutTLS() option { return func(c *config) { c.creds = insecure.NewCredentials() } }

func open(opts ...option) *grpc.ClientConn {
	c := &config{addr: addr}
	for _, o := range opts {
		o(c)
	}
	return c.dial()
}

func functional(p *people.Person) {
	pb.NewTestServiceClient(open(withoutTLS())).UnaryCall(bg, request(p)) // want `insecure.NewCredentials makes insecure$`
}

func transport(encrypted bool) grpc.DialOption {
	if encrypted {
		return grpc.WithTransportCredentials(credentials.NewTLS(nil))
	}
	return grpc.WithTransportCredentials(insecure.NewCredentials())
}

func careless(encrypted bool) credentials.TransportCredentials {
	if encrypted {
		return credentials.NewTLS(&tls.Config{InsecureSkipVerify: true})
	}
	return insecure.NewCredentials()
}

// What the program decides when it runs is taken to be decided well, if there is
// a choice.
func chosen(p *people.Person, encrypted bool) {
	c, _ := grpc.NewClient(addr, transport(encrypted))
	pb.NewTestServiceClient(c).UnaryCall(bg, request(p))
	creds := insecure.NewCredentials()
	if encrypted {
		creds = credentials.NewTLS(&tls.Config{ServerName: "desk"})
	}
	c, _ = grpc.NewClient(addr, grpc.WithTransportCredentials(creds))
	pb.NewTestServiceClient(c).UnaryCall(bg, request(p))
	c, _ = grpc.NewClient(addr, grpc.WithTransportCredentials(careless(encrypted)))
	pb.NewTestServiceClient(c).UnaryCall(bg, request(p)) // want `on a channel that insecure.NewCredentials and tls.Config.InsecureSkipVerify makes insecure$`
}
