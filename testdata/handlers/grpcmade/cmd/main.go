// Command cmd serves what it gets, and knows nothing of the services: whoever made the
// servers is told.
package main

import (
	"net"

	"handlers/grpcmade/server"
)

func main() {
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		panic(err)
	}
	server.Open().Serve(l)
}
