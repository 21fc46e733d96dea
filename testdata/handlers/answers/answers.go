// Package answers has checks that do not answer with an error or a boolean: with codes,
// words, and structs.
package answers

import (
	"errors"
	"net/http"
)

var errNobody = errors.New("nobody")

type claims struct{ uid string }

// parse proves who calls.
//
//pii:verify
func parse(r *http.Request) (*claims, error) {
	if h := r.Header.Get("Authorization"); h != "" {
		return &claims{h}, nil
	}
	return nil, errNobody
}

func check(r *http.Request) error {
	_, err := parse(r)
	return err
}

func serve(mux *http.ServeMux, handlers map[string]http.HandlerFunc) {
	for path, h := range handlers {
		mux.HandleFunc(path, h)
	}
}

// Serve serves all of them.
func Serve() error {
	mux := http.NewServeMux()
	structs(mux)
	codes(mux)
	words(mux)
	return http.ListenAndServe("localhost:8080", mux)
}
