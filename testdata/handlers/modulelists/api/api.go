// Package api has modules that register routes behind middleware which they are given.
package api

import (
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"

	"handlers/people"
)

// Authenticator makes middleware.
type Authenticator interface {
	LoggedIn() func(next http.Handler) http.Handler
}

// Module registers routes.
type Module interface {
	Routes(r chi.Router)
}

// Users is a module.
type Users struct{ auth Authenticator }

// NewUsers makes one.
func NewUsers(a Authenticator) *Users { return &Users{auth: a} }

// Routes registers its routes.
func (u *Users) Routes(r chi.Router) {
	r.With(u.auth.LoggedIn()).Get("/users/{id}", u.show())
	r.Get("/open/{id}", u.open())
}

func (u *Users) show() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, people.Find("1").Email)
	}
}

func (u *Users) open() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, people.Find("1").Email)
	}
}

// Page is something with routes that holds no middleware.
type Page interface {
	Pages(r chi.Router)
}

// Help is one.
type Help struct{}

// Pages registers its routes.
func (Help) Pages(r chi.Router) { r.Get("/help", help) }

func help(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

// Injected is called by a container, with what nobody in sight gives it.
func Injected(pages []Page) http.Handler {
	r := chi.NewRouter()
	for _, p := range pages {
		p.Pages(r)
	}
	return r
}

// Register has modules register their routes.
func Register(r chi.Router, modules ...Module) {
	for _, m := range modules {
		m.Routes(r)
	}
}

// Auth makes middleware that verifies.
type Auth struct{}

// LoggedIn verifies.
func (Auth) LoggedIn() func(next http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if people.Verify(r) != nil {
				http.Error(w, "who are you?", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// Nobody makes middleware that lets everybody pass.
type Nobody struct{}

// LoggedIn verifies nobody.
func (Nobody) LoggedIn() func(next http.Handler) http.Handler {
	return func(next http.Handler) http.Handler { return next }
}
