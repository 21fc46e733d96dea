// Package proxies answers by itself what it cannot hand on.
package proxies

import (
	"net/http"
	"net/http/httputil"
	"net/url"

	"handlers/people"
)

// Serve serves anybody.
func Serve(target *url.URL) error {
	p := httputil.NewSingleHostReverseProxy(target)
	p.ErrorHandler = func(w http.ResponseWriter, r *http.Request, err error) {
		_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
	}
	mux := http.NewServeMux()
	mux.Handle("/", p)
	mux.HandleFunc("/inside", func(w http.ResponseWriter, r *http.Request) {
		q := httputil.NewSingleHostReverseProxy(target)
		q.ErrorHandler = func(w http.ResponseWriter, r *http.Request, err error) {
			_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
		}
		q.ServeHTTP(w, r)
	})
	return http.ListenAndServe(":1", mux)
}

// Verified asks first.
func Verified(target *url.URL) error {
	p := httputil.NewSingleHostReverseProxy(target)
	p.ErrorHandler = func(w http.ResponseWriter, r *http.Request, err error) {
		_, _ = w.Write([]byte(people.Find("1").Email))
	}
	return http.ListenAndServe(":1", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			return
		}
		p.ServeHTTP(w, r)
	}))
}
