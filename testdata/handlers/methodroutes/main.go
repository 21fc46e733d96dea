// Command methodroutes serves an application that is a handler itself.
package main

import (
	"net/http"

	"handlers/methodroutes/api"
	"handlers/methodroutes/part"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/api/", api.New())
	mux.Handle("/part/", part.New()) // want `part.Server.Email is reached by callers who are not verified: email from Person.Email reaches io.WriteString`
	http.ListenAndServe("localhost:8080", mux)
}
