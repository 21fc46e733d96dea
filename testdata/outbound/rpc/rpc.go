// Package rpc calls services by gRPC and by Connect.
package rpc

import (
	"context"
	"crypto/tls"
	"net/http"

	"connectrpc.com/connect"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	pb "google.golang.org/grpc/interop/grpc_testing"
	"google.golang.org/protobuf/types/known/emptypb"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"outbound/people"
)

func request(text string) *pb.SimpleRequest {
	return &pb.SimpleRequest{Payload: &pb.Payload{Body: []byte(text)}}
}

// A client that somebody else made.
func given(ctx context.Context, c pb.TestServiceClient, p *people.Person) {
	c.UnaryCall(ctx, request(p.Email)) // want `email from Person.Email reaches grpc_testing.TestServiceClient.UnaryCall without redaction, consent or approval`
	c.UnaryCall(ctx, request(p.ID))
	c.UnaryCall(ctx, &pb.SimpleRequest{Payload: &pb.Payload{Body: []byte("hello " + p.Name)}}, grpc.WaitForReady(true)) // want `name from Person.Name reaches grpc_testing.TestServiceClient.UnaryCall`
	c.UnaryCall(ctx, request(people.Mask(p.Email)))
	c.EmptyCall(ctx, &pb.Empty{})
}

// A client of which the address is known.
func dialled(ctx context.Context, p *people.Person) error {
	conn, err := grpc.NewClient("dns:///users.example.org:443", grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{})))
	if err != nil {
		return err
	}
	defer conn.Close()
	c := pb.NewTestServiceClient(conn)
	_, err = c.UnaryCall(ctx, request(p.Email)) // want `email from Person.Email reaches .*TestServiceClient.UnaryCall`
	return err
}

func plain(ctx context.Context, p *people.Person) error {
	conn, err := grpc.NewClient("eu.helpdesk.example:443", grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	_, err = pb.NewTestServiceClient(conn).UnaryCall(ctx, request(p.Email)) // want `email from Person.Email reaches helpdesk \(grpc_testing.TestServiceClient.UnaryCall\) on a channel that insecure.NewCredentials makes insecure`
	if err != nil {
		return err
	}
	return conn.Invoke(ctx, "/x.Y/Z", request(p.Email), &pb.SimpleResponse{}) // want `email from Person.Email reaches helpdesk \(grpc.ClientConn.Invoke\) on a channel that insecure.NewCredentials makes insecure`
}

func secure(ctx context.Context, p *people.Person) {
	conn, _ := grpc.NewClient("eu.helpdesk.example:443", grpc.WithTransportCredentials(credentials.NewTLS(nil)))
	pb.NewTestServiceClient(conn).UnaryCall(ctx, request(p.Email))
}

func skipping(ctx context.Context, p *people.Person) {
	creds := credentials.NewTLS(&tls.Config{InsecureSkipVerify: true})
	conn, _ := grpc.NewClient("eu.helpdesk.example:443", grpc.WithTransportCredentials(creds))
	pb.NewTestServiceClient(conn).UnaryCall(ctx, request(p.Email)) // want `on a channel that tls.Config.InsecureSkipVerify makes insecure`
}

func local(ctx context.Context, p *people.Person) {
	conn, _ := grpc.NewClient("localhost:50051", grpc.WithTransportCredentials(insecure.NewCredentials()))
	pb.NewTestServiceClient(conn).UnaryCall(ctx, request(p.Email))
	own, _ := grpc.NewClient("users.shop.svc.cluster.local:443", grpc.WithTransportCredentials(insecure.NewCredentials()))
	pb.NewTestServiceClient(own).UnaryCall(ctx, request(p.Email))
}

func streams(ctx context.Context, c pb.TestServiceClient, p *people.Person) error {
	up, err := c.StreamingInputCall(ctx)
	if err != nil {
		return err
	}
	if err := up.Send(&pb.StreamingInputCallRequest{Payload: &pb.Payload{Body: []byte(p.Phone)}}); err != nil { // want `phone from Person.Phone reaches .*Send`
		return err
	}
	up.Send(&pb.StreamingInputCallRequest{Payload: &pb.Payload{Body: []byte(p.Plan)}})
	both, err := c.FullDuplexCall(ctx)
	if err != nil {
		return err
	}
	both.Send(&pb.StreamingOutputCallRequest{Payload: &pb.Payload{Body: []byte(p.Name)}})                           // want `name from Person.Name reaches .*Send`
	both.SendMsg(request(p.Email))                                                                                  // want `email from Person.Email reaches grpc.ClientStream.SendMsg`
	_, err = c.StreamingOutputCall(ctx, &pb.StreamingOutputCallRequest{Payload: &pb.Payload{Body: []byte(p.Name)}}) // want `name from Person.Name reaches .*StreamingOutputCall`
	return err
}

type service struct{ users pb.TestServiceClient }

func (s *service) add(ctx context.Context, p *people.Person) error {
	_, err := s.users.UnaryCall(ctx, request(p.Email)) // want `email from Person.Email reaches grpc_testing.TestServiceClient.UnaryCall`
	return err
}

func (s *service) text(ctx context.Context, text string) {
	s.users.UnaryCall(ctx, request(text))
}

func (s *service) texts(ctx context.Context, p *people.Person) {
	s.text(ctx, p.Email) // want `email from Person.Email reaches grpc_testing.TestServiceClient.UnaryCall`
	s.text(ctx, p.ID)
}

func invoke(ctx context.Context, cc grpc.ClientConnInterface, p *people.Person) {
	cc.Invoke(ctx, "/x.Y/Z", request(p.Email), &pb.SimpleResponse{}) // want `email from Person.Email reaches grpc.ClientConnInterface.Invoke`
	st, _ := cc.NewStream(ctx, &grpc.StreamDesc{}, "/x.Y/Z")
	st.SendMsg(request(p.Email)) // want `email from Person.Email reaches grpc.ClientStream.SendMsg`
}

//pii:consent
func agreed() bool { return true }

func asked(ctx context.Context, c pb.TestServiceClient, p *people.Person) {
	if agreed() {
		c.UnaryCall(ctx, request(p.Email))
	}
}

func connects(ctx context.Context, p *people.Person) {
	c := connect.NewClient[wrapperspb.StringValue, emptypb.Empty](http.DefaultClient, "https://rpc.example.org/x.Y/Z")
	c.CallUnary(ctx, connect.NewRequest(wrapperspb.String(p.Email))) // want `email from Person.Email reaches rpc.example.org \(connect.Client.CallUnary\) without`
	c.CallUnary(ctx, connect.NewRequest(wrapperspb.String(p.ID)))
	req := connect.NewRequest(wrapperspb.String("x"))
	req.Header().Set("X-User", p.Name)
	c.CallUnary(ctx, req)                                                   // want `name from Person.Name reaches rpc.example.org \(connect.Client.CallUnary\)`
	c.CallServerStream(ctx, connect.NewRequest(wrapperspb.String(p.Phone))) // want `phone from Person.Phone reaches rpc.example.org \(connect.Client.CallServerStream\)`
	s := c.CallClientStream(ctx)
	s.Send(wrapperspb.String(p.Email)) // want `email from Person.Email reaches .*Send`
	b := c.CallBidiStream(ctx)
	b.Send(wrapperspb.String(p.Name)) // want `name from Person.Name reaches .*Send`
	o := connect.NewClient[wrapperspb.StringValue, emptypb.Empty](http.DefaultClient, "http://users.shop.svc.cluster.local")
	o.CallUnary(ctx, connect.NewRequest(wrapperspb.String(p.Email)))
	h := connect.NewClient[wrapperspb.StringValue, emptypb.Empty](http.DefaultClient, "http://eu.helpdesk.example")
	h.CallUnary(ctx, connect.NewRequest(wrapperspb.String(p.Email))) // want `email from Person.Email reaches helpdesk \(connect.Client.CallUnary\) over http://`
}

// usersClient is a client as protoc-gen-connect-go writes it.
type usersClient interface {
	Add(context.Context, *connect.Request[wrapperspb.StringValue]) (*connect.Response[emptypb.Empty], error)
}

func newUsersClient(c connect.HTTPClient, base string) usersClient {
	return &users{add: connect.NewClient[wrapperspb.StringValue, emptypb.Empty](c, base+"/users.Users/Add")}
}

type users struct {
	add *connect.Client[wrapperspb.StringValue, emptypb.Empty]
}

func (u *users) Add(ctx context.Context, req *connect.Request[wrapperspb.StringValue]) (*connect.Response[emptypb.Empty], error) {
	return u.add.CallUnary(ctx, req)
}

func generated(ctx context.Context, p *people.Person) {
	c := newUsersClient(http.DefaultClient, "https://rpc.example.org")
	c.Add(ctx, connect.NewRequest(wrapperspb.String(p.Email))) // want `email from Person.Email reaches rpc.example.org \(connect.Client.CallUnary\)`
	c.Add(ctx, connect.NewRequest(wrapperspb.String(p.ID)))
}

func held(ctx context.Context, c usersClient, p *people.Person) {
	c.Add(ctx, connect.NewRequest(wrapperspb.String(p.Email))) // want `email from Person.Email reaches connect.Client.CallUnary`
}
