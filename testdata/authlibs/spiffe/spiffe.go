// Package spiffe has servers whose callers show a certificate.
package spiffe

import (
	"crypto/tls"
	"net/http"

	"github.com/spiffe/go-spiffe/v2/spiffeid"
	"github.com/spiffe/go-spiffe/v2/spiffetls/tlsconfig"
	"github.com/spiffe/go-spiffe/v2/svid/jwtsvid"
	"github.com/spiffe/go-spiffe/v2/workloadapi"

	"authlibs/people"
)

// Serve wants a certificate of the client.
func Serve(source *workloadapi.X509Source) error {
	client := spiffeid.RequireFromString("spiffe://example.org/client")
	mux := http.NewServeMux()
	mux.HandleFunc("GET /safe", safe)
	server := &http.Server{
		Addr: ":8443", Handler: mux,
		TLSConfig: tlsconfig.MTLSServerConfig(source, source, tlsconfig.AuthorizeID(client)),
	}
	return server.ListenAndServeTLS("", "")
}

// ServeHooked has it in a configuration of its own.
func ServeHooked(source *workloadapi.X509Source) error {
	config := &tls.Config{}
	tlsconfig.HookMTLSServerConfig(config, source, source, tlsconfig.AuthorizeAny())
	server := &http.Server{Addr: ":8444", Handler: http.HandlerFunc(hooked), TLSConfig: config}
	return server.ListenAndServeTLS("", "")
}

// ServeOpen shows a certificate, and asks for none.
func ServeOpen(source *workloadapi.X509Source) error {
	server := &http.Server{Addr: ":8445", Handler: http.HandlerFunc(open), TLSConfig: tlsconfig.TLSServerConfig(source)}
	return server.ListenAndServeTLS("", "")
}

// ServeTokens has tokens.
func ServeTokens(source *workloadapi.JWTSource) error {
	t := tokens{source}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /valid", t.valid)
	mux.HandleFunc("GET /insecure", t.insecure)
	return http.ListenAndServe(":8080", mux)
}

func safe(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte(people.Find("1").Email)) }

func hooked(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte(people.Find("1").Email)) }

func open(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

type tokens struct{ source *workloadapi.JWTSource }

func (t tokens) valid(w http.ResponseWriter, r *http.Request) {
	if _, err := jwtsvid.ParseAndValidate(r.FormValue("token"), t.source, []string{"people"}); err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find("1").Email))
}

func (t tokens) insecure(w http.ResponseWriter, r *http.Request) {
	if _, err := jwtsvid.ParseInsecure(r.FormValue("token"), []string{"people"}); err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}
