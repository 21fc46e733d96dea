// Program undecided gives routers of another package what their middleware asks.
package main

import (
	"net/http"

	"handlers/undecided/routes"
	"handlers/undecided/stores"
)

func main() {
	open, err := routes.Shop(&stores.Limit{})
	if err != nil {
		return
	}
	closed, err := routes.Shop(stores.Staff{})
	if err != nil {
		return
	}
	go http.ListenAndServe("localhost:8080", open) // want `routes.shown is reached by callers who are not verified: email from Person.Email reaches fmt.Fprintln`
	go http.ListenAndServe("localhost:8081", closed)
	go http.ListenAndServe("localhost:8082", routes.Desk(stores.Staff{}))
	go http.ListenAndServe("localhost:8083", routes.Desk(&stores.Limit{})) // want `routes.name is reached by callers who are not verified: name from Person.Name reaches fmt.Fprintln`
	_ = http.ListenAndServe("localhost:8084", routes.Watched(nil))         // want `routes.address is reached by callers who are not verified: email from Person.Email reaches fmt.Fprintln`
}
