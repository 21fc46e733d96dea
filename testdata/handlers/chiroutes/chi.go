// Package chiroutes registers handlers with go-chi.
package chiroutes

import (
	"context"
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/jwtauth/v5"
	"github.com/go-chi/render"

	"handlers/people"
)

// Routes serves everything below.
func Routes() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.RequestID)
	r.Use(middleware.Logger, middleware.Recoverer)
	r.Get("/get", get)
	r.Post("/post", post)
	r.HandleFunc("/handlefunc", handleFunc)
	r.Handle("/handle", http.HandlerFunc(handle))
	r.Method("GET", "/method", http.HandlerFunc(method))
	r.MethodFunc("GET", "/methodfunc", methodFunc)
	r.With(requireUser).Get("/with", with)
	r.With(middleware.NoCache).Get("/withother", withOther)
	r.With(middleware.NoCache, requireUser).Get("/withboth", withBoth)
	r.Group(func(r chi.Router) {
		r.Use(requireUser)
		r.Get("/group/safe", groupSafe)
		r.Post("/group/safe2", groupSafe2)
	})
	r.Group(func(r chi.Router) {
		r.Use(middleware.NoCache)
		r.Get("/group/open", groupOpen)
	})
	r.Route("/users", func(r chi.Router) {
		r.Get("/list", list)
		r.Route("/{id}", func(r chi.Router) {
			r.Use(requireUser)
			r.Get("/", one)
			r.Get("/more", more)
		})
	})
	r.Mount("/admin", adminRouter())
	r.Mount("/open", openRouter())
	r.Mount("/mounted", requireUser(plainRouter()))
	r.Group(func(r chi.Router) {
		r.Use(jwtauth.Verifier(tokens))
		r.Get("/jwt/only", verifierOnly)
		r.Get("/jwt/found", tokenFound)
		r.Get("/jwt/claims", claimsAlone)
		r.Group(func(r chi.Router) {
			r.Use(jwtauth.Authenticator(tokens))
			r.Get("/jwt/safe", authenticated)
		})
	})
	r.With(middleware.BasicAuth("realm", map[string]string{"ada": "engine"})).Get("/basic", basic)
	r.Get("/render", rendered)
	r.Get("/checked", checked)
	r.NotFound(notFound)
	sub := chi.NewRouter()
	sub.Use(requireUser)
	register(sub)
	r.Mount("/sub", sub)
	register2(r)
	table(r)
	return r
}

var tokens = jwtauth.New("HS256", []byte("secret"), nil)

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func get(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func post(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func handleFunc(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func handle(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func method(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func methodFunc(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func with(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func withOther(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func withBoth(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func groupSafe(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func groupSafe2(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func groupOpen(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func list(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func one(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find(chi.URLParam(r, "id")).Email)
}

func more(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func adminRouter() http.Handler {
	r := chi.NewRouter()
	r.Use(requireUser)
	r.Get("/", admin)
	r.Get("/accounts", accounts)
	return r
}

func admin(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func accounts(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func openRouter() chi.Router {
	r := chi.NewRouter()
	r.Get("/", open)
	r.With(requireUser).Get("/safe", openSafe)
	return r
}

func open(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func openSafe(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func plainRouter() *chi.Mux {
	r := chi.NewMux()
	r.Get("/", plain)
	return r
}

func plain(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func verifierOnly(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func authenticated(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func basic(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func rendered(w http.ResponseWriter, r *http.Request) {
	render.JSON(w, r, people.Find("1"))            // want `name from Person.Name and email from Person.Email reach render.JSON`
	render.PlainText(w, r, people.Find("1").Email) // want `email from Person.Email reaches render.PlainText`
	render.JSON(w, r, map[string]string{"id": people.Find("1").ID})
}

func checked(w http.ResponseWriter, r *http.Request) {
	if err := people.Verify(r); err != nil {
		render.Status(r, 401)
		return
	}
	render.JSON(w, r, people.Find("1"))
}

func notFound(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func register(r chi.Router) {
	r.Get("/registered", registered)
}

func registered(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func register2(r chi.Router) {
	r.Get("/registered2", registered2)
	r.Group(func(r chi.Router) {
		r.Use(requireUser)
		r.Get("/registered3", registered3)
	})
}

func registered2(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func registered3(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func table(r chi.Router) {
	for _, e := range []struct {
		path string
		h    http.HandlerFunc
	}{{"/table/a", tableA}, {"/table/b", tableB}} {
		r.Get(e.path, e.h)
	}
}

func tableA(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func tableB(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Name) // want `name from Person.Name reaches`
}

func conditional(strict bool) http.Handler {
	r := chi.NewRouter()
	if strict {
		r.Use(requireUser)
	}
	r.Get("/", sometimes)
	return r
}

func sometimes(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

var _ = conditional

// A sub-router's middleware that asks an interface proves no more than what that does.

type desk interface {
	Person(id string) (*people.Person, error)
	Known(r *http.Request) error
}

type frontDesk struct{}

func (frontDesk) Person(id string) (*people.Person, error) {
	if id == "" {
		return nil, people.ErrUnknown
	}
	p := people.Find(id)
	return &p, nil
}

func (frontDesk) Known(r *http.Request) error { return people.Verify(r) }

type visitors struct{ desk desk }

func (v visitors) loaded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p, err := v.desk.Person(chi.URLParam(r, "id"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), visitors{}, p)))
	})
}

func (v visitors) known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if v.desk.Known(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func (v visitors) show(w http.ResponseWriter, r *http.Request) {
	p, err := v.desk.Person(chi.URLParam(r, "id"))
	if err == nil {
		fmt.Fprint(w, p.Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
	}
}

func (v visitors) showKnown(w http.ResponseWriter, r *http.Request) {
	p, err := v.desk.Person(chi.URLParam(r, "id"))
	if err == nil {
		fmt.Fprint(w, p.Email)
	}
}

func (v visitors) routes() chi.Router {
	r := chi.NewRouter()
	r.Route("/{id}", func(r chi.Router) {
		r.Use(v.loaded)
		r.Get("/", v.show)
	})
	r.Route("/known/{id}", func(r chi.Router) {
		r.Use(v.known)
		r.Get("/", v.showKnown)
	})
	return r
}

func serveVisitors() error { return http.ListenAndServe(":8099", visitors{frontDesk{}}.routes()) }

func tokenFound(w http.ResponseWriter, r *http.Request) {
	if token, _, err := jwtauth.FromContext(r.Context()); err != nil || token == nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, people.Find("1").Name)
}

func claimsAlone(w http.ResponseWriter, r *http.Request) {
	_, claims, _ := jwtauth.FromContext(r.Context())
	if claims["user_id"] == nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Name) // want `name from Person.Name reaches fmt.Fprint`
}
