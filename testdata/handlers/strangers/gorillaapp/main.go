package main

import (
	"encoding/json"
	"net/http"
	"time"

	"handlers/strangers/auth"
	"handlers/strangers/data"

	"github.com/gorilla/mux"
	"github.com/gorilla/sessions"
)

var store = sessions.NewCookieStore([]byte("x"))

type App struct {
	Router *mux.Router
	DB     *data.Store
}

func (a *App) Initialize() {
	a.Router = mux.NewRouter()
	a.initializeRoutes()
}
func (a *App) initializeRoutes() {
	a.Router.HandleFunc("/products", a.list).Methods("GET")
	a.Router.HandleFunc("/product/{id:[0-9]+}", a.one).Methods("GET")
	s := a.Router.PathPrefix("/api").Subrouter()
	s.Use(auth.Require)
	s.HandleFunc("/x", a.safe)
	s.Path("/y").Methods("GET").HandlerFunc(a.safe2)
	amw := authenticationMiddleware{tokenUsers: map[string]string{}}
	amw.Populate()
	t := a.Router.PathPrefix("/t").Subrouter()
	t.Use(amw.Middleware)
	t.HandleFunc("/z", a.tokenMap)
	a.Router.HandleFunc("/secret", a.secret)
	a.Router.HandleFunc("/secret2", a.secret2)
	a.Router.Handle("/h", auth.Require(http.HandlerFunc(a.h)))
	h := a.Router.Host("www.example.com").Subrouter()
	h.NewRoute().Path("/q").HandlerFunc(a.q)
	for _, r := range routes(a) {
		var hd http.Handler = r.HandlerFunc
		if r.Secure {
			hd = auth.Require(hd)
		}
		a.Router.Methods(r.Method).Path(r.Pattern).Name(r.Name).Handler(hd)
	}
}

type Route struct {
	Name, Method, Pattern string
	HandlerFunc           http.HandlerFunc
	Secure                bool
}

func routes(a *App) []Route {
	return []Route{
		{"Index", "GET", "/idx", a.idx, false},
	}
}

type authenticationMiddleware struct{ tokenUsers map[string]string }

func (amw *authenticationMiddleware) Populate() { amw.tokenUsers["00000000"] = "user0" }
func (amw *authenticationMiddleware) Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := r.Header.Get("X-Session-Token")
		if user, found := amw.tokenUsers[token]; found {
			_ = user
			next.ServeHTTP(w, r)
		} else {
			http.Error(w, "Forbidden", http.StatusForbidden)
		}
	})
}
func (a *App) tokenMap(w http.ResponseWriter, r *http.Request) {
	all, _ := a.DB.All(r.Context())
	respond(w, all)
}
func respond(w http.ResponseWriter, p any) {
	b, _ := json.Marshal(p)
	w.Write(b)
}
func (a *App) list(w http.ResponseWriter, r *http.Request) {
	all, _ := a.DB.All(r.Context())
	respond(w, all) // want "before the caller is verified"
}
func (a *App) one(w http.ResponseWriter, r *http.Request) {
	v := mux.Vars(r)
	c, _ := a.DB.Customer(r.Context(), v["id"])
	respond(w, c) // want "before the caller is verified"
}
func (a *App) safe(w http.ResponseWriter, r *http.Request) {
	all, _ := a.DB.All(r.Context())
	respond(w, all)
}
func (a *App) safe2(w http.ResponseWriter, r *http.Request) {
	all, _ := a.DB.All(r.Context())
	respond(w, all)
}
func (a *App) secret(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "cookie-name")
	if auth, ok := session.Values["authenticated"].(bool); !ok || !auth {
		http.Error(w, "Forbidden", http.StatusForbidden)
		return
	}
	all, _ := a.DB.All(r.Context())
	respond(w, all)
}
func (a *App) secret2(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "cookie-name")
	if session.IsNew {
		http.Error(w, "Forbidden", http.StatusForbidden)
		return
	}
	all, _ := a.DB.All(r.Context())
	respond(w, all) // want "before the caller is verified"
}
func (a *App) h(w http.ResponseWriter, r *http.Request) {
	all, _ := a.DB.All(r.Context())
	respond(w, all)
}
func (a *App) q(w http.ResponseWriter, r *http.Request) {
	all, _ := a.DB.All(r.Context())
	respond(w, all) // want "before the caller is verified"
}
func (a *App) idx(w http.ResponseWriter, r *http.Request) {
	all, _ := a.DB.All(r.Context())
	respond(w, all) // want "before the caller is verified"
}
func (a *App) Run(addr string) {
	srv := &http.Server{Handler: a.Router, Addr: addr, WriteTimeout: 15 * time.Second}
	srv.ListenAndServe()
}
func main() {
	a := App{DB: &data.Store{}}
	a.Initialize()
	a.Run(":8010")
}
