// Package skips has middleware that lets some routes through unasked, and routes
// of both kinds.
package skips

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/julienschmidt/httprouter"

	"handlers/people"
)

// openPaths need no credentials.
var openPaths = map[string]bool{"/login": true, "/map/open": true, "/map/closed": false}

var openList = []string{"/list/open", "/list/other"}

var openPrefixes = []string{"/prefixes/", "/assets/"}

// onePath passes one path.
func onePath(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/health" {
			next.ServeHTTP(w, r)
			return
		}
		if people.Verify(r) != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// byPrefix passes what lies under a path.
func byPrefix(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path := r.URL.Path
		if !strings.HasPrefix(path, "/public/") && !strings.HasSuffix(path, "/banner") {
			if err := people.Verify(r); err != nil {
				http.Error(w, "no", http.StatusUnauthorized)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// byMap looks the path up.
func byMap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if openPaths[r.URL.Path] {
			next.ServeHTTP(w, r)
			return
		}
		if people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

// bySwitch has a case for each.
func bySwitch(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/switch/one", "/switch/two":
			next.ServeHTTP(w, r)
		case "/switch/never":
			http.NotFound(w, r)
		default:
			if people.Verify(r) != nil {
				return
			}
			next.ServeHTTP(w, r)
		}
	})
}

// isOpen is asked by middleware.
func isOpen(path string) bool {
	if slices.Contains(openList, path) {
		return true
	}
	for _, p := range openPrefixes {
		if strings.HasPrefix(path, p) {
			return true
		}
	}
	return false
}

func byHelper(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if isOpen(r.URL.Path) || people.Verify(r) == nil {
			next.ServeHTTP(w, r)
			return
		}
		w.WriteHeader(http.StatusUnauthorized)
	})
}

type gate struct{ realm string }

func (g *gate) skips(r *http.Request) bool {
	return r.Method == http.MethodOptions || r.URL.Path == "/gate/open"
}

func (g *gate) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if g.skips(r) {
			next.ServeHTTP(w, r)
			return
		}
		if people.Verify(r) != nil {
			w.WriteHeader(401)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// onlyAdmin verifies one part of the paths alone.
func onlyAdmin(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/admin/") {
			if people.Verify(r) != nil {
				w.WriteHeader(401)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// byQuery asks what no route decides.
func byQuery(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("preview") == "1" || people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func person() people.Person { return people.Find("1") }

// One serves all that lies behind onePath.
func One() error {
	m := http.NewServeMux()
	m.HandleFunc("/health", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
	})
	m.HandleFunc("GET /users/{id}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	m.HandleFunc("GET /healthy", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	m.HandleFunc("GET /health/{id}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	m.HandleFunc("GET /{any}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	m.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	m.HandleFunc("/{$}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	return http.ListenAndServe(":1", onePath(m))
}

// Prefix serves sub-routers, one of them without its prefix.
func Prefix() error {
	m := http.NewServeMux()
	m.HandleFunc("/public/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	m.HandleFunc("/users/{id}/name", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	m.HandleFunc("/users/{id}", func(w http.ResponseWriter, r *http.Request) { // this one gets /users/banner
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	m.HandleFunc("/users/{id}/banner", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	sub := http.NewServeMux()
	sub.HandleFunc("/api/me", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	m.Handle("/api/", sub)
	cut := http.NewServeMux()
	cut.HandleFunc("/public/me", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	cut.HandleFunc("/health", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	m.Handle("/v1/", http.StripPrefix("/v1", cut))
	inside := http.NewServeMux()
	inside.HandleFunc("/public/me", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	inside.HandleFunc("/me", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	all := http.NewServeMux()
	all.Handle("/", byPrefix(m))
	all.Handle("/v2/", http.StripPrefix("/v2", byPrefix(inside)))
	return http.ListenAndServe(":1", all)
}

// Chi serves middleware of routers, groups and mounted routers.
func Chi() error {
	r := chi.NewRouter()
	r.Use(byMap)
	r.Get("/login", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	r.Get("/me", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	r.Route("/map", func(r chi.Router) {
		r.Get("/open", func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
		})
		r.Get("/closed", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
		r.Get("/login", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	})
	r.Mount("/map2", mounted())
	r.Mount("/map", mounted2())
	return http.ListenAndServe(":1", r)
}

func mounted() http.Handler {
	r := chi.NewRouter()
	r.Get("/open", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	r.Get("/login", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	return r
}

func mounted2() http.Handler {
	r := chi.NewRouter()
	r.Get("/open", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	r.Get("/{id}/x", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	return r
}

// Gorilla serves sub-routers.
func Gorilla() error {
	r := mux.NewRouter()
	r.Use(bySwitch)
	r.HandleFunc("/switch/one", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	}).Methods("GET")
	r.HandleFunc("/switch/never", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	sub := r.PathPrefix("/switch").Subrouter()
	sub.HandleFunc("/two", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	}).Methods("POST")
	sub.HandleFunc("/three", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	sub.HandleFunc("/{id:[0-9]+}/x", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	r.Path("/me").HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	return http.ListenAndServe(":1", r)
}

// HTTPRouter is wrapped as a whole.
func HTTPRouter() error {
	r := httprouter.New()
	r.GET("/list/open", func(w http.ResponseWriter, r *http.Request, _ httprouter.Params) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	r.GET("/list/closed", func(w http.ResponseWriter, r *http.Request, _ httprouter.Params) { fmt.Fprint(w, person().Email) })
	r.GET("/users/:id", func(w http.ResponseWriter, r *http.Request, _ httprouter.Params) { fmt.Fprint(w, person().Email) })
	r.GET("/assets/*name", func(w http.ResponseWriter, r *http.Request, _ httprouter.Params) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	return http.ListenAndServe(":1", byHelper(r))
}

// Gate skips by the method as well.
func Gate() error {
	g := &gate{}
	r := chi.NewRouter()
	r.Use(g.wrap)
	r.Get("/me", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	r.Post("/gate/open", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	r.Options("/me", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	r.HandleFunc("/any", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	return http.ListenAndServe(":1", r)
}

// Admin verifies a part of the paths.
func Admin() error {
	m := http.NewServeMux()
	m.HandleFunc("/admin/users", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	m.HandleFunc("/admin/{id}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	m.HandleFunc("/users", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	m.HandleFunc("/{part}/users", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	return http.ListenAndServe(":1", onlyAdmin(m))
}

// Query is skipped by what no route decides.
func Query() error {
	m := http.NewServeMux()
	m.HandleFunc("/me", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	return http.ListenAndServe(":1", byQuery(m))
}

// Table registers in a loop.
func Table() error {
	m := http.NewServeMux()
	for _, path := range []string{"/users", "/orders"} {
		m.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	}
	for _, path := range []string{"/users/x", "/health"} {
		m.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
		})
	}
	rows := []struct {
		path string
		h    http.HandlerFunc
	}{
		{"/rows/one", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) }},
		{"/rows/two", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) }},
	}
	for _, row := range rows {
		m.Handle(row.path, row.h)
	}
	for _, row := range table {
		m.HandleFunc("GET "+row.path, row.h)
		m.HandleFunc(row.path, row.h)
	}
	return http.ListenAndServe(":1", onePath(m))
}

var table = []row{
	{path: "/health", h: inTable},
	{path: "/me", h: inTable2},
}

type row struct {
	path string
	h    http.HandlerFunc
}

func inTable(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
}

func inTable2(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) }

// Registered gets its router.
func Registered() error {
	r := chi.NewRouter()
	r.Use(onePath)
	register(r)
	r.Route("/v1", register2)
	return http.ListenAndServe(":1", r)
}

func register(r chi.Router) {
	r.Get("/health", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	r.Get("/me", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
}

func register2(r chi.Router) {
	r.Get("/health", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
}

// Rewritten takes a part off the path by hand.
func Rewritten() error {
	m := http.NewServeMux()
	m.HandleFunc("/public/x", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	return http.ListenAndServe(":1", openVersion(cutVersion(m)))
}

func openVersion(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/v1/public/") || people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func cutVersion(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.URL.Path = strings.TrimPrefix(r.URL.Path, "/v1")
		next.ServeHTTP(w, r)
	})
}
