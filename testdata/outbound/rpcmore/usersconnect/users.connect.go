// Package usersconnect is a client as protoc-gen-connect-go writes it, with and
// without its option simple.
package usersconnect

import (
	"context"

	"connectrpc.com/connect"
	"google.golang.org/protobuf/types/known/emptypb"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// UsersClient is a client of the service.
type UsersClient interface {
	Add(context.Context, *connect.Request[wrapperspb.StringValue]) (*connect.Response[emptypb.Empty], error)
	Follow(context.Context, *connect.Request[wrapperspb.StringValue]) (*connect.ServerStreamForClient[emptypb.Empty], error)
	Import(context.Context) *connect.ClientStreamForClient[wrapperspb.StringValue, emptypb.Empty]
}

// NewUsersClient makes one.
func NewUsersClient(httpClient connect.HTTPClient, baseURL string, opts ...connect.ClientOption) UsersClient {
	return &usersClient{
		add:    connect.NewClient[wrapperspb.StringValue, emptypb.Empty](httpClient, baseURL+"/users.Users/Add", opts...),
		follow: connect.NewClient[wrapperspb.StringValue, emptypb.Empty](httpClient, baseURL+"/users.Users/Follow", opts...),
		imp:    connect.NewClient[wrapperspb.StringValue, emptypb.Empty](httpClient, baseURL+"/users.Users/Import", opts...),
	}
}

type usersClient struct {
	add    *connect.Client[wrapperspb.StringValue, emptypb.Empty]
	follow *connect.Client[wrapperspb.StringValue, emptypb.Empty]
	imp    *connect.Client[wrapperspb.StringValue, emptypb.Empty]
}

// Add calls users.Users.Add.
func (c *usersClient) Add(ctx context.Context, req *connect.Request[wrapperspb.StringValue]) (*connect.Response[emptypb.Empty], error) {
	return c.add.CallUnary(ctx, req)
}

// Follow calls users.Users.Follow.
func (c *usersClient) Follow(ctx context.Context, req *connect.Request[wrapperspb.StringValue]) (*connect.ServerStreamForClient[emptypb.Empty], error) {
	return c.follow.CallServerStream(ctx, req)
}

// Import calls users.Users.Import.
func (c *usersClient) Import(ctx context.Context) *connect.ClientStreamForClient[wrapperspb.StringValue, emptypb.Empty] {
	return c.imp.CallClientStream(ctx)
}

// SimpleClient is a client of the service without envelopes.
type SimpleClient interface {
	Add(context.Context, *wrapperspb.StringValue) (*emptypb.Empty, error)
	Follow(context.Context, *wrapperspb.StringValue) (*connect.ServerStreamForClient[emptypb.Empty], error)
	Import(context.Context) (*connect.ClientStreamForClientSimple[wrapperspb.StringValue, emptypb.Empty], error)
}

// NewSimpleClient makes one.
func NewSimpleClient(httpClient connect.HTTPClient, baseURL string, opts ...connect.ClientOption) SimpleClient {
	return &simpleClient{
		add:    connect.NewClient[wrapperspb.StringValue, emptypb.Empty](httpClient, baseURL+"/users.Users/Add", opts...),
		follow: connect.NewClient[wrapperspb.StringValue, emptypb.Empty](httpClient, baseURL+"/users.Users/Follow", opts...),
		imp:    connect.NewClient[wrapperspb.StringValue, emptypb.Empty](httpClient, baseURL+"/users.Users/Import", opts...),
	}
}

type simpleClient struct {
	add    *connect.Client[wrapperspb.StringValue, emptypb.Empty]
	follow *connect.Client[wrapperspb.StringValue, emptypb.Empty]
	imp    *connect.Client[wrapperspb.StringValue, emptypb.Empty]
}

// Add calls users.Users.Add.
func (c *simpleClient) Add(ctx context.Context, req *wrapperspb.StringValue) (*emptypb.Empty, error) {
	response, err := c.add.CallUnary(ctx, connect.NewRequest(req))
	if response != nil {
		return response.Msg, err
	}
	return nil, err
}

// Follow calls users.Users.Follow.
func (c *simpleClient) Follow(ctx context.Context, req *wrapperspb.StringValue) (*connect.ServerStreamForClient[emptypb.Empty], error) {
	return c.follow.CallServerStream(ctx, connect.NewRequest(req))
}

// Import calls users.Users.Import.
func (c *simpleClient) Import(ctx context.Context) (*connect.ClientStreamForClientSimple[wrapperspb.StringValue, emptypb.Empty], error) {
	return c.imp.CallClientStreamSimple(ctx)
}
