// Package conf has options for connections.
package conf

import (
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

// Options are for all clients.
func Options() []grpc.DialOption {
	return []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials())}
}

// Config says how to dial.
type Config struct {
	Addr string
	Opts []grpc.DialOption
}

// Default is how clients dial.
func Default() *Config {
	return &Config{Addr: "eu.helpdesk.example:443", Opts: []grpc.DialOption{grpc.WithTransportCredentials(insecure.NewCredentials())}}
}
