// Command cmd serves what the other packages have.
package main

import (
	"log"
	"net"

	"google.golang.org/grpc"

	"handlers/grpccross/interceptor"
	"handlers/grpccross/service"
	"handlers/grpccross/wire"
	"handlers/userpb"
)

func main() {
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	go safe(lis)
	go pretending(lis)
	go unaryOnly(lis)
	s := grpc.NewServer()
	userpb.RegisterUsersServer(s, &service.Users{}) // want `service.Users.GetUser is reached by callers who are not verified: email from Person.Email reaches the gRPC response \(service.go:\d+\)` `service.Users.ListUsers is reached by callers who are not verified: name from Person.Name reaches`
	log.Fatal(s.Serve(lis))
}

func safe(lis net.Listener) {
	s := grpc.NewServer(interceptor.Options(interceptor.Tokens{})...)
	wire.Register(s)
	log.Fatal(s.Serve(lis))
}

func pretending(lis net.Listener) {
	s := grpc.NewServer(interceptor.Options(interceptor.Anything{})...)
	userpb.RegisterUsersServer(s, &service.Users{}) // want `service.Users.GetUser is reached` `service.Users.ListUsers is reached`
	log.Fatal(s.Serve(lis))
}

func unaryOnly(lis net.Listener) {
	a := &interceptor.Auth{Verifier: interceptor.Tokens{}}
	s := grpc.NewServer(grpc.ChainUnaryInterceptor(a.Unary()))
	userpb.RegisterUsersServer(s, &service.Users{}) // want `service.Users.ListUsers is reached`
	log.Fatal(s.Serve(lis))
}
