package skips

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"handlers/people"
)

// guard has its open paths in fields.
type guard struct {
	open     map[string]bool
	prefixes []string
	grows    []string
}

func newGuard() *guard {
	return &guard{open: map[string]bool{"/guard/open": true}, prefixes: []string{"/guard/static/"}}
}

func (g *guard) add(path string) { g.grows = append(g.grows, path) }

func (g *guard) passes(r *http.Request) bool {
	for _, p := range g.prefixes {
		if strings.HasPrefix(r.URL.Path, p) {
			return true
		}
	}
	return g.open[r.URL.Path]
}

func (g *guard) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if g.passes(r) || people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func (g *guard) grown(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if slices.Contains(g.grows, r.URL.Path) || people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

// except gets its open paths from whoever makes it.
func except(paths ...string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !slices.Contains(paths, r.URL.Path) && people.Verify(r) != nil {
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// Except gets them from other packages as well.
func Except(paths ...string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if slices.Contains(paths, r.URL.Path) || people.Verify(r) == nil {
				next.ServeHTTP(w, r)
			}
		})
	}
}

func accessible() map[string][]string {
	return map[string][]string{"/needs/admin": {"admin"}, "/needs/clerk": {"admin", "clerk"}}
}

// ranks verifies what needs a role; all else is open.
type ranks struct{ needed map[string][]string }

func (k *ranks) check(r *http.Request, path string) error {
	if _, ok := k.needed[path]; !ok {
		return nil
	}
	return people.Verify(r)
}

func (k *ranks) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := k.check(r, r.URL.Path); err != nil {
			w.WriteHeader(401)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Lists serves routes behind each of them.
func Lists() {
	g := newGuard()
	g.add("/late")
	m := http.NewServeMux()
	m.HandleFunc("/guard/open", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	m.HandleFunc("/guard/static/{name}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	m.HandleFunc("/guard/me", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	go http.ListenAndServe(":1", g.wrap(m))

	n := http.NewServeMux()
	n.HandleFunc("/me", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	go http.ListenAndServe(":1", g.grown(n))

	o := http.NewServeMux()
	o.HandleFunc("/except", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	o.HandleFunc("/me", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	go http.ListenAndServe(":1", except("/except", "/health")(o))

	p := http.NewServeMux()
	p.HandleFunc("/me", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	go http.ListenAndServe(":1", Except("/except", "/health")(p))

	k := &ranks{needed: accessible()}
	q := http.NewServeMux()
	q.HandleFunc("/needs/admin", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	q.HandleFunc("/needs/nobody", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	http.ListenAndServe(":1", k.wrap(q))
}
