// Package loaded has handlers that leave it to another package to find the
// record.
package loaded

import (
	"encoding/json"
	"net/http"

	"handlers/people"
	"handlers/subject/loads"
)

// Routes serves everything below.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /any/{id}", loads.Known(anyone))
	mux.HandleFunc("GET /into/{id}", loads.Known(into))
	mux.HandleFunc("GET /own/{id}", loads.Known(own))
	mux.HandleFunc("GET /desk/{id}", loads.Known(desk))
	mux.HandleFunc("GET /after/{id}", loads.Known(after))
	mux.HandleFunc("GET /role/{id}", loads.Known(role))
	return mux
}

func anyone(w http.ResponseWriter, r *http.Request) {
	p, err := loads.Any(r)
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(p) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode, but people.Find \(loads.go:\d+\) looks up what the request names, whoever calls`
}

func into(w http.ResponseWriter, r *http.Request) {
	var p people.Person
	loads.Into(r, &p)
	json.NewEncoder(w).Encode(p) // want `reach json.Encoder.Encode, but people.Find`
}

func own(w http.ResponseWriter, r *http.Request) {
	p, err := loads.Own(r)
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(p)
}

func desk(w http.ResponseWriter, r *http.Request) {
	p, err := loads.AtDesk(r)
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(p)
}

func after(w http.ResponseWriter, r *http.Request) {
	p, err := loads.Any(r)
	if err != nil || p.ID != loads.Caller(r.Context()).ID {
		return
	}
	json.NewEncoder(w).Encode(p)
}

func role(w http.ResponseWriter, r *http.Request) {
	if loads.Caller(r.Context()).Role != "desk" {
		return
	}
	p, err := loads.Any(r)
	if err != nil {
		return
	}
	json.NewEncoder(w).Encode(p)
}
