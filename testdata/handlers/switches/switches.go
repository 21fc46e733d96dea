// Package switches has middleware that the operator may switch off: by the environment, by
// a flag, or in a configuration that is read from a file.
package switches

import (
	"encoding/json"
	"flag"
	"net/http"
	"os"

	"handlers/people"
	"handlers/switches/options"
)

func email(r *http.Request) []byte { return []byte(people.Find(r.PathValue("id")).Email) }

func refuse(w http.ResponseWriter) { http.Error(w, "no", http.StatusUnauthorized) }

// config is read from a file.
type config struct {
	DisableLogin bool   `json:"disable_login"`
	Mode         string `json:"mode"`
}

type server struct{ cfg config }

// auth lets everybody pass if the configuration says so.
func (s *server) auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.cfg.DisableLogin {
			next.ServeHTTP(w, r)
			return
		}
		if people.Verify(r) != nil {
			refuse(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// byMode asks for a text.
func (s *server) byMode(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if s.cfg.Mode != "development" && people.Verify(r) != nil {
			refuse(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) known(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func (s *server) knownByMode(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func (s *server) toAll(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func fromFile() error {
	s := &server{}
	f, err := os.Open("config.json")
	if err != nil {
		return err
	}
	if err := json.NewDecoder(f).Decode(&s.cfg); err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /a/{id}", s.auth(http.HandlerFunc(s.known)))
	mux.Handle("GET /b/{id}", s.byMode(http.HandlerFunc(s.knownByMode)))
	return http.ListenAndServe(":1", mux)
}

// fixed has a configuration that the code fixes.
func fixed() error {
	s := &server{cfg: config{DisableLogin: true}}
	mux := http.NewServeMux()
	mux.Handle("GET /a/{id}", s.auth(http.HandlerFunc(s.toAll)))
	return http.ListenAndServe(":1", mux)
}

// isKnown is the check, and says yes to everybody while the program is tested.
func isKnown(r *http.Request) bool {
	if os.Getenv("GO_ENV") == "test" {
		return true
	}
	return people.Verify(r) == nil
}

func byEnvironment(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !isKnown(r) {
			refuse(w)
			return
		}
		next(w, r)
	}
}

var (
	noLogin   = flag.Bool("no-login", false, "let everybody in")
	noAuth    bool
	protected = os.Getenv("PROTECTED") != ""
)

func init() { flag.BoolVar(&noAuth, "no-auth", false, "let everybody in") }

// open has several switches, in a function that asks nothing else.
func open() bool {
	if *noLogin {
		return true
	}
	return noAuth || !protected
}

func byFlags(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if ok := open(); ok {
			next(w, r)
			return
		}
		if people.Verify(r) == nil {
			next(w, r)
		}
	}
}

// composed is no middleware at all where the flag is set.
func composed(next http.HandlerFunc) http.HandlerFunc {
	if noAuth {
		return next
	}
	return func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next(w, r)
		}
	}
}

// toldOnce is told when the routes are made.
func toldOnce(disabled bool) func(http.HandlerFunc) http.HandlerFunc {
	return func(next http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if disabled || people.Verify(r) == nil {
				next(w, r)
			}
		}
	}
}

// bySettings asks a package for settings.
func bySettings(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if options.All.Get("env") == "test" || people.Verify(r) == nil {
			next(w, r)
		}
	}
}

func knownByEnvironment(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func knownByFlags(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func knownByComposed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func knownWhenTold(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func knownBySettings(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func byVariables() error {
	flag.Parse()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /a/{id}", byEnvironment(knownByEnvironment))
	mux.HandleFunc("GET /b/{id}", byFlags(knownByFlags))
	mux.HandleFunc("GET /c/{id}", composed(knownByComposed))
	mux.HandleFunc("GET /d/{id}", toldOnce(os.Getenv("NO_LOGIN") != "")(knownWhenTold))
	mux.HandleFunc("GET /e/{id}", bySettings(knownBySettings))
	return http.ListenAndServe(":1", mux)
}
