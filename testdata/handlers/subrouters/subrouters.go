// Package subrouters adds middleware that asks an interface to routers that functions get:
// what it tells is added to what was there before.
package subrouters

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"
	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/mux"

	"handlers/subrouters/guard"
)

type patient struct {
	ID   string `json:"id"`
	Name string `json:"name" pii:"name"`
}

type store interface {
	Patient(ctx context.Context, id string) (*patient, error)
}

type key int

type api struct {
	store store
	gate  *guard.Gate
}

func authenticate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return []byte(os.Getenv("KEY")), nil })
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *api) load(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p, err := a.store.Patient(r.Context(), chi.URLParam(r, "id"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key(1), p)))
	})
}

func loaded(r *http.Request) *patient {
	p, _ := r.Context().Value(key(1)).(*patient)
	return p
}

func known(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(loaded(r)) }

func knownTwice(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(loaded(r)) }

func knownGrouped(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(loaded(r)) }

func knownHere(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(loaded(r)) }

func knownMux(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(loaded(r)) }

func open(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(loaded(r)) // want `name from patient.Name reaches json.Encoder.Encode before the caller is verified`
}

func openLater(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(loaded(r)) // want `name from patient.Name reaches json.Encoder.Encode before the caller is verified`
}

func openMux(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(loaded(r)) // want `name from patient.Name reaches json.Encoder.Encode before the caller is verified`
}

// Routes are a router in a router, with the caller checked outside, inside, or nowhere.
func Routes(a *api) http.Handler {
	r := chi.NewRouter()
	r.Route("/open/{id}", func(r chi.Router) {
		r.Use(a.load)
		r.Get("/", open)
	})
	r.Group(func(r chi.Router) {
		r.Use(authenticate)
		r.Route("/known/{id}", func(r chi.Router) {
			r.Use(a.load)
			r.Get("/", known)
			r.Route("/again", func(r chi.Router) {
				r.Use(a.load, a.load)
				r.Get("/", knownTwice)
			})
		})
		r.Group(func(r chi.Router) {
			r.Use(a.load)
			r.Get("/grouped/{id}", knownGrouped)
		})
	})
	r.Route("/here/{id}", func(r chi.Router) {
		r.Use(a.load)
		r.With().Get("/before", openLater)
		r.Use(a.gate.Pass)
		r.Get("/", knownHere)
	})
	return r
}

func (a *api) mount(r *mux.Router, h http.HandlerFunc) {
	r.Use(a.load)
	r.HandleFunc("/{id}", h)
}

// Muxes are gorilla's, in a function that gets them.
func Muxes(a *api) http.Handler {
	r := mux.NewRouter()
	safe := r.PathPrefix("/safe").Subrouter()
	safe.Use(authenticate)
	a.mount(safe, knownMux)
	a.mount(r.PathPrefix("/open").Subrouter(), openMux)
	return r
}

type table map[string]*patient

func (t table) Patient(_ context.Context, id string) (*patient, error) {
	if p := t[id]; p != nil {
		return p, nil
	}
	return nil, os.ErrNotExist
}

// Check compares nothing secret by itself; the directive says that it does.
//
//pii:verify
func (t table) Check(token string) error {
	if token == "" {
		return errors.New("no token")
	}
	return nil
}

// Serve serves both.
func Serve(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	t := table{}
	if err := json.NewDecoder(f).Decode(&t); err != nil {
		return err
	}
	a := &api{t, &guard.Gate{Tokens: t}}
	go http.ListenAndServe(":8081", Muxes(a))
	return http.ListenAndServe(":8080", Routes(a))
}
