// Command cmd brings them together.
package main

import (
	"net/http"

	"handlers/cleanlayers/service"
	"handlers/cleanlayers/web"
	"handlers/people"
)

func main() {
	h := web.New(service.New("1", "2"))
	mux := http.NewServeMux()
	mux.HandleFunc("GET /team", h.All)    // want `name from Person.Name reaches`
	mux.HandleFunc("GET /names", h.Names) // want `name from Person.Name reaches`
	mux.HandleFunc("GET /count", h.Count)
	mux.HandleFunc("GET /known", func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		h.All(w, r)
	})
	http.ListenAndServe(":8080", mux)
}
