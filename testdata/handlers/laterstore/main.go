// Program laterstore makes the store, and serves the routes.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	"handlers/laterstore/api"
	"handlers/laterstore/routes"
	"handlers/laterstore/store"
	"handlers/people"
)

func main() {
	all := map[string]people.Person{}
	if err := json.NewDecoder(os.Stdin).Decode(&all); err != nil {
		log.Fatal("no people")
	}
	a := api.New(store.InMemory(all))
	mux := http.NewServeMux()
	mux.Handle("/open/", http.StripPrefix("/open", routes.Open(a)))
	mux.Handle("/closed/", http.StripPrefix("/closed", routes.Closed(a)))
	log.Fatal(http.ListenAndServe("localhost:8080", mux))
}
