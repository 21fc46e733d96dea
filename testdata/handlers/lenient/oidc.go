// Package lenient has libraries that are told to check nothing, or to let callers pass
// whom they refuse.
package lenient

import (
	"context"
	"net/http"
	"os"

	"github.com/coreos/go-oidc/v3/oidc"

	"handlers/people"
)

type tokens struct{ verifier *oidc.IDTokenVerifier }

func (t *tokens) show(w http.ResponseWriter, r *http.Request) {
	if _, err := t.verifier.Verify(r.Context(), r.Header.Get("Authorization")); err != nil {
		w.WriteHeader(401)
		return
	}
	_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email)) // want `email from Person.Email reaches`
}

// OIDC has verifiers that check no signature.
func OIDC(p *oidc.Provider) error {
	t := &tokens{verifier: p.Verifier(&oidc.Config{ClientID: "x", InsecureSkipSignatureCheck: true})}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /off/{id}", t.show)
	return http.ListenAndServe(":1", mux)
}

type strict struct{ verifier *oidc.IDTokenVerifier }

func (t *strict) show(w http.ResponseWriter, r *http.Request) {
	if _, err := t.verifier.Verify(r.Context(), r.Header.Get("Authorization")); err != nil {
		w.WriteHeader(401)
		return
	}
	_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email))
}

// OIDCStrict has one that leaves something else out.
func OIDCStrict(p *oidc.Provider) error {
	t := &strict{verifier: p.Verifier(&oidc.Config{ClientID: "x", SkipClientIDCheck: true})}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /on/{id}", t.show)
	return http.ListenAndServe(":1", mux)
}

func newVerifier(ctx context.Context, set oidc.KeySet, trust bool) *oidc.IDTokenVerifier {
	cfg := &oidc.Config{ClientID: "x"}
	cfg.InsecureSkipSignatureCheck = trust
	return oidc.NewVerifier("x", set, cfg)
}

// Told makes verifiers by a function that is told.
func Told(set oidc.KeySet) error {
	off := newVerifier(context.Background(), set, true)
	on := newVerifier(context.Background(), set, false)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /told/off", func(w http.ResponseWriter, r *http.Request) {
		if _, err := off.Verify(r.Context(), r.Header.Get("Authorization")); err != nil {
			w.WriteHeader(401)
			return
		}
		_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email)) // want `email from Person.Email reaches`
	})
	mux.HandleFunc("GET /told/on", func(w http.ResponseWriter, r *http.Request) {
		if _, err := on.Verify(r.Context(), r.Header.Get("Authorization")); err != nil {
			w.WriteHeader(401)
			return
		}
		_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email))
	})
	return http.ListenAndServe(":1", mux)
}

// config is read from a file.
type config struct {
	OIDC  oidc.Config
	debug bool
}

// Loaded has settings of which nobody knows: the library is taken to check.
func Loaded(p *oidc.Provider, c *config) error {
	if c.debug {
		return nil
	}
	t := &strict{verifier: p.Verifier(&c.OIDC)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /loaded/{id}", t.show)
	return http.ListenAndServe(":1", mux)
}

func auth(v *oidc.IDTokenVerifier, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := v.Verify(r.Context(), r.Header.Get("Authorization")); err != nil {
			w.WriteHeader(401)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// OIDCMiddleware stands before a router.
func OIDCMiddleware(p *oidc.Provider) error {
	off := p.Verifier(&oidc.Config{InsecureSkipSignatureCheck: true})
	mux := http.NewServeMux()
	mux.HandleFunc("GET /me", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email)) // want `email from Person.Email reaches`
	})
	return http.ListenAndServe(":1", auth(off, mux))
}

// OIDCMiddlewareStrict likewise.
func OIDCMiddlewareStrict(p *oidc.Provider) error {
	on := p.Verifier(&oidc.Config{ClientID: "a"})
	mux := http.NewServeMux()
	mux.HandleFunc("GET /me", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email))
	})
	return http.ListenAndServe(":1", auth(on, mux))
}

// Computed asks the environment: either may be.
func Computed(p *oidc.Provider) error {
	v := p.Verifier(&oidc.Config{ClientID: "x", InsecureSkipSignatureCheck: os.Getenv("DEVELOPMENT") != ""})
	mux := http.NewServeMux()
	mux.HandleFunc("GET /me", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email)) // want `email from Person.Email reaches`
	})
	return http.ListenAndServe(":1", auth(v, mux))
}

type handed struct{ verifier *oidc.IDTokenVerifier }

func (t *handed) show(w http.ResponseWriter, r *http.Request) {
	if _, err := t.verifier.Verify(r.Context(), r.Header.Get("Authorization")); err != nil {
		w.WriteHeader(401)
		return
	}
	_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email)) // want `email from Person.Email reaches`
}

func serveWith(p *oidc.Provider, c *oidc.Config) error {
	t := &handed{verifier: p.Verifier(c)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /me", t.show)
	return http.ListenAndServe(":1", mux)
}

// Handed hands settings to what serves.
func Handed(p *oidc.Provider) error {
	return serveWith(p, &oidc.Config{InsecureSkipSignatureCheck: true})
}
