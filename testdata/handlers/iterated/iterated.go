// Package iterated has loops over iterators: around handlers, and through people.
package iterated

import (
	"encoding/json"
	"net/http"
	"slices"

	"handlers/people"
)

type middleware func(http.Handler) http.Handler

type stack []middleware

func (s stack) then(h http.Handler) http.Handler {
	for _, m := range slices.Backward(s) {
		h = m(h)
	}
	return h
}

func (s stack) with(more ...middleware) stack { return append(slices.Clip(s), more...) }

func passed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}

func known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

type group struct{ members map[string]people.Person }

func (g *group) each(yield func(people.Person) bool) {
	for _, p := range g.members {
		if !yield(p) {
			return
		}
	}
}

func (g *group) closed(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(g.members) }

func (g *group) open(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(g.members) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before`
}

func (g *group) list(w http.ResponseWriter, r *http.Request) {
	enc := json.NewEncoder(w)
	for p := range g.each { // want `name from Person.Name and email from Person.Email reach iterated.group.each before`
		enc.Encode(p)
	}
}

func (g *group) listClosed(w http.ResponseWriter, r *http.Request) {
	enc := json.NewEncoder(w)
	for p := range g.each {
		enc.Encode(p)
	}
}

// Routes serves them.
func Routes(members map[string]people.Person) http.Handler {
	g := &group{members}
	base := stack{passed}
	closed := base.with(known)
	mux := http.NewServeMux()
	mux.Handle("/closed", closed.then(http.HandlerFunc(g.closed)))
	mux.Handle("/open", base.then(http.HandlerFunc(g.open)))
	mux.Handle("/list", base.then(http.HandlerFunc(g.list)))
	mux.Handle("/listclosed", closed.then(http.HandlerFunc(g.listClosed)))
	return mux
}
