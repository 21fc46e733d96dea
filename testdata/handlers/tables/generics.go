package tables

import (
	"maps"
	"net/http"
	"slices"
)

func each[T any](list []T, do func(T)) {
	for _, x := range list {
		do(x)
	}
}

func eachClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func eachOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

// withEach has a generic helper for its loop.
func withEach() error {
	mux := http.NewServeMux()
	each([]route{
		{Path: "/each/closed/{id}", Handler: eachClosed},
		{Path: "/each/open/{id}", Handler: eachOpen, Public: true},
	}, func(rt route) {
		h := rt.Handler
		if !rt.Public {
			h = requireAuth(h)
		}
		mux.HandleFunc(rt.Path, h)
	})
	return http.ListenAndServe(":1", mux)
}

func seqClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func seqOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func valueClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func valueOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

// sequences goes through iterators of its tables.
func sequences() error {
	mux := http.NewServeMux()
	for _, rt := range slices.All([]route{
		{Path: "/seq/closed/{id}", Handler: seqClosed},
		{Path: "/seq/open/{id}", Handler: seqOpen, Public: true},
	}) {
		if rt.Public {
			mux.HandleFunc(rt.Path, rt.Handler)
		} else {
			mux.HandleFunc(rt.Path, requireAuth(rt.Handler))
		}
	}
	for rt := range maps.Values(map[string]*route{
		"closed": {Path: "/value/closed/{id}", Handler: valueClosed},
		"open":   {Path: "/value/open/{id}", Handler: valueOpen, Public: true},
	}) {
		h := rt.Handler
		if !rt.Public {
			h = requireAuth(h)
		}
		mux.HandleFunc(rt.Path, h)
	}
	return http.ListenAndServe(":1", mux)
}
