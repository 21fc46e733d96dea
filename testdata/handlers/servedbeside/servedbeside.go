// Package servedbeside has servers that closures and functions serve which did not make
// them.
package servedbeside

import (
	"crypto/tls"
	"fmt"
	"net/http"

	"handlers/people"
)

func mux(h http.HandlerFunc) http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("/", h)
	return m
}

func run(s *http.Server) error { return s.ListenAndServeTLS("cert.pem", "key.pem") }

func certified(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Name) }

func handed(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("2").Name) }

func asked(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func open(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("2").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

// Serve serves them all until one of them fails.
func Serve() error {
	failed := make(chan error)
	known := &http.Server{Handler: mux(certified), TLSConfig: &tls.Config{ClientAuth: tls.RequireAndVerifyClientCert}}
	go func() { failed <- known.ListenAndServeTLS("cert.pem", "key.pem") }()
	behind := &http.Server{Handler: mux(handed), TLSConfig: &tls.Config{ClientAuth: tls.RequireAndVerifyClientCert}}
	go func() { failed <- run(behind) }()
	any := &http.Server{Handler: mux(asked), TLSConfig: &tls.Config{ClientAuth: tls.RequestClientCert}}
	go func() { failed <- any.ListenAndServeTLS("cert.pem", "key.pem") }()
	plain := &http.Server{Handler: mux(open)}
	go func() { failed <- run(plain) }()
	return <-failed
}
