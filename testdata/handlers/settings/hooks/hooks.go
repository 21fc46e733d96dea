// Package hooks uses middleware that functions in its settings may open: those that
// nobody set do not.
package hooks

import (
	"net/http"

	"handlers/people"
	"handlers/settings/hooks/gate"
)

func email(r *http.Request) []byte { return []byte(people.Find(r.PathValue("id")).Email) }

// Serve serves behind gates.
func Serve() error {
	mux := http.NewServeMux()
	mux.Handle("GET /plain", gate.New().Check(http.HandlerFunc(plain)))
	mux.Handle("GET /refusing", refusing()(http.HandlerFunc(refused)))
	mux.Handle("GET /skipped", gate.New(gate.WithSkip(local)).Check(http.HandlerFunc(skipped)))
	return http.ListenAndServe(":1", mux)
}

func refusing() func(http.Handler) http.Handler {
	g := gate.New(gate.WithRefuse(func(w http.ResponseWriter) { http.Error(w, "who are you?", http.StatusUnauthorized) }))
	return func(next http.Handler) http.Handler { return g.Check(next) }
}

func local(r *http.Request) bool { return r.RemoteAddr == "" }

func plain(w http.ResponseWriter, r *http.Request) { _, _ = w.Write(email(r)) }

func refused(w http.ResponseWriter, r *http.Request) { _, _ = w.Write(email(r)) }

func skipped(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}
