// Package routes builds routers behind middleware that asks what its callers gave it, with
// handlers that nobody else can register.
package routes

import (
	"fmt"
	"net/http"

	"github.com/casbin/casbin/v2/persist"
	"github.com/gorilla/mux"

	"handlers/people"
)

// Counter counts requests, or knows who sent them.
type Counter interface {
	Count(r *http.Request) error
}

func counted(c Counter) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if err := c.Count(r); err != nil {
				http.Error(w, "too many", http.StatusTooManyRequests)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func shown() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, people.Find(r.PathValue("id")).Email)
	})
}

// Shop has a closure behind the counter.
func Shop(c Counter) (http.Handler, error) {
	if c == nil {
		return nil, http.ErrServerClosed
	}
	r := mux.NewRouter()
	r.Use(counted(c))
	r.Handle("/people/{id}", shown())
	return r, nil
}

// Desk has a function that is not exported.
func Desk(c Counter) http.Handler {
	r := mux.NewRouter()
	r.Use(counted(c))
	r.HandleFunc("/people/{id}", name)
	return r
}

func name(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Name)
}

// Watched asks an interface of a library, which knows nothing of callers.
func Watched(watch persist.Watcher) http.Handler {
	r := mux.NewRouter()
	r.Use(watched(watch))
	r.Use(watched(watch))
	r.HandleFunc("/people/{id}", address)
	return r
}

func watched(watch persist.Watcher) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if err := watch.Update(); err != nil {
				http.Error(w, "later", http.StatusServiceUnavailable)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func address(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Email)
}
