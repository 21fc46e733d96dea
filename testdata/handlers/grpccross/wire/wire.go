// Package wire puts service and server together.
package wire

import (
	"google.golang.org/grpc"

	"handlers/grpccross/service"
	"handlers/userpb"
)

// Register adds the service to a server that somebody else made.
func Register(s grpc.ServiceRegistrar) {
	userpb.RegisterUsersServer(s, &service.Users{})
}
