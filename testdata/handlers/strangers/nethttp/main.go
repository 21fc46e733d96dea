package main

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"io"
	"log"
	"net/http"
	"strings"
	"sync"
	"time"

	"handlers/strangers/auth"
	"handlers/strangers/data"
)

type server struct {
	store *data.Store
	mux   *http.ServeMux
	tmpl  *template.Template
	mu    sync.Mutex
}

func (s *server) get(w http.ResponseWriter, r *http.Request) {
	c, err := s.store.Customer(r.Context(), r.PathValue("id"))
	if err != nil {
		http.Error(w, "not found", 404)
		return
	}
	json.NewEncoder(w).Encode(c) // want "before the caller is verified"
}

func (s *server) getOK(w http.ResponseWriter, r *http.Request) {
	c, err := s.store.Customer(r.Context(), r.PathValue("id"))
	if err != nil {
		http.Error(w, "not found", 404)
		return
	}
	json.NewEncoder(w).Encode(c)
}

func (s *server) inline(w http.ResponseWriter, r *http.Request) {
	u, ok := auth.UserOf(r)
	if !ok {
		http.Error(w, "who", 401)
		return
	}
	c, err := s.store.Customer(r.Context(), u.ID)
	if err != nil {
		s.fail(w, err)
		return
	}
	writeJSON(w, 200, c)
}

func writeJSON(w http.ResponseWriter, code int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	if err := json.NewEncoder(w).Encode(v); err != nil {
		log.Println("encode")
	}
}

func (s *server) fail(w http.ResponseWriter, err error) { http.Error(w, "failed", 500) }

func (s *server) inlineNot(w http.ResponseWriter, r *http.Request) {
	u, _ := auth.UserOf(r)
	if u == nil {
		u = &auth.User{ID: r.FormValue("id")}
	}
	c, err := s.store.Customer(r.Context(), u.ID)
	if err != nil {
		s.fail(w, err)
		return
	}
	writeJSON(w, 200, c) // want "before the caller is verified"
}

func (s *server) branch(w http.ResponseWriter, r *http.Request) {
	c, err := s.store.Customer(r.Context(), r.PathValue("id"))
	if err != nil {
		return
	}
	switch r.Method {
	case http.MethodGet:
		fmt.Fprintf(w, "%s", c.Name) // want "before the caller is verified"
	case http.MethodPut:
		if !auth.Check(r) {
			w.WriteHeader(403)
			return
		}
		fmt.Fprintf(w, "%s", c.Email)
	default:
		io.WriteString(w, "no")
	}
}

func (s *server) after(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	xml.NewEncoder(w).Encode(c) // want "before the caller is verified"
	if !auth.Check(r) {
		return
	}
	xml.NewEncoder(w).Encode(c)
}

func (s *server) goroutine(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	var wg sync.WaitGroup
	var ok bool
	wg.Add(1)
	go func() {
		defer wg.Done()
		if !auth.Check(r) {
			return
		}
		log.Println("checked")
	}()
	wg.Wait()
	_ = ok
	w.Write([]byte(c.Address)) // want "before the caller is verified"
}

func (s *server) peek(w http.ResponseWriter, r *http.Request) {
	cl, err := auth.Peek(r.Header.Get("Authorization"))
	if err != nil {
		w.WriteHeader(401)
		return
	}
	c, _ := s.store.Customer(r.Context(), cl.Subject)
	s.tmpl.Execute(w, c) // want "before the caller is verified"
}

func (s *server) basic(w http.ResponseWriter, r *http.Request) {
	user, pass, ok := r.BasicAuth()
	if !ok {
		w.WriteHeader(401)
		return
	}
	_, _ = user, pass
	c, _ := s.store.Customer(r.Context(), user)
	w.Header().Set("X-Customer-Email", c.Email)               // want "before the caller is verified"
	http.SetCookie(w, &http.Cookie{Name: "n", Value: c.Name}) // want "before the caller is verified"
}

func (s *server) basicOK(w http.ResponseWriter, r *http.Request) {
	user, pass, ok := r.BasicAuth()
	if !ok {
		w.WriteHeader(401)
		return
	}
	c, err := auth.Login(r.Context(), s.store, user, pass)
	if err != nil {
		w.WriteHeader(401)
		return
	}
	http.Redirect(w, r, "/hello?name="+c.Name, 303)
}

func (s *server) loginInline(w http.ResponseWriter, r *http.Request) {
	var in struct{ Email, Password string }
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		w.WriteHeader(400)
		return
	}
	c, err := auth.Login(r.Context(), s.store, in.Email, in.Password)
	switch {
	case errors.Is(err, auth.ErrNoAuth):
		w.WriteHeader(401)
	case err != nil:
		w.WriteHeader(500)
	default:
		writeJSON(w, 200, map[string]any{"customer": c})
	}
}

func (s *server) ctxUser(w http.ResponseWriter, r *http.Request) {
	u, ok := auth.FromContext(r.Context())
	if !ok {
		w.WriteHeader(401)
		return
	}
	c, _ := s.store.Customer(r.Context(), u.ID)
	writeJSON(w, 200, c)
}

func (s *server) webhook(w http.ResponseWriter, r *http.Request) {
	b, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	if err := auth.Signed(b, r.Header.Get("X-Signature")); err != nil {
		http.Error(w, err.Error(), 401)
		return
	}
	all, _ := s.store.All(r.Context())
	writeJSON(w, 200, all)
}

func (s *server) ignoredErr(w http.ResponseWriter, r *http.Request) {
	b, _ := io.ReadAll(r.Body)
	if err := auth.Signed(b, r.Header.Get("X-Signature")); err != nil {
		log.Println("bad signature")
	}
	all, _ := s.store.All(r.Context())
	writeJSON(w, 200, all) // want "before the caller is verified"
}

func (s *server) redirect(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	http.Redirect(w, r, "/hello?name="+c.Name, 303) // want "before the caller is verified"
}

func (s *server) errText(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	http.Error(w, "customer "+c.Email+" is locked", 423) // want "before the caller is verified"
}

func (s *server) viaBuilder(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	var sb strings.Builder
	fmt.Fprintf(&sb, "<p>%s</p>", c.Address)
	io.Copy(w, strings.NewReader(sb.String())) // want "before the caller is verified"
}

type route struct {
	pattern string
	h       http.HandlerFunc
	auth    bool
}

func (s *server) tableA(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	writeJSON(w, 200, c) // want "before the caller is verified"
}
func (s *server) tableB(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	writeJSON(w, 200, c)
}

func (s *server) twice(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	writeJSON(w, 200, c) // want "before the caller is verified"
}

func (s *server) careless(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	writeJSON(w, 200, c) // want "before the caller is verified"
}
func (s *server) inverted(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	writeJSON(w, 200, c) // want "before the caller is verified"
}
func (s *server) sub(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	writeJSON(w, 200, c)
}
func (s *server) subOpen(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	writeJSON(w, 200, c) // want "before the caller is verified"
}

type handlerType struct{ store *data.Store }

func (h handlerType) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c, _ := h.store.Customer(r.Context(), r.PathValue("id"))
	writeJSON(w, 200, c) // want "before the caller is verified"
}

type appHandler func(w http.ResponseWriter, r *http.Request) error

func (fn appHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := fn(w, r); err != nil {
		http.Error(w, "oops", 500)
	}
}

func (s *server) appA(w http.ResponseWriter, r *http.Request) error {
	c, err := s.store.Customer(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return json.NewEncoder(w).Encode(c) // want "before the caller is verified"
}

func (s *server) appB(w http.ResponseWriter, r *http.Request) error {
	if !auth.Check(r) {
		return auth.ErrNoAuth
	}
	c, err := s.store.Customer(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return json.NewEncoder(w).Encode(c)
}

type middleware func(http.Handler) http.Handler

func chain(h http.Handler, ms ...middleware) http.Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

func (s *server) chained(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	writeJSON(w, 200, c)
}
func (s *server) chainedOpen(w http.ResponseWriter, r *http.Request) {
	c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
	writeJSON(w, 200, c) // want "before the caller is verified"
}

func (s *server) withUser(next func(http.ResponseWriter, *http.Request, *auth.User)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		u, ok := auth.UserOf(r)
		if !ok || !u.Admin {
			http.Error(w, "forbidden", 403)
			return
		}
		next(w, r, u)
	}
}

func (s *server) asUser(w http.ResponseWriter, r *http.Request, u *auth.User) {
	c, _ := s.store.Customer(r.Context(), u.ID)
	writeJSON(w, 200, c)
}

func (s *server) routes() {
	s.mux.HandleFunc("GET /customers/{id}", s.get)
	s.mux.Handle("GET /safe/{id}", auth.Require(http.HandlerFunc(s.getOK)))
	s.mux.HandleFunc("/inline", s.inline)
	s.mux.HandleFunc("/inlinenot", s.inlineNot)
	s.mux.HandleFunc("/branch/{id}", s.branch)
	s.mux.HandleFunc("/after/{id}", s.after)
	s.mux.HandleFunc("/goroutine/{id}", s.goroutine)
	s.mux.HandleFunc("/peek", s.peek)
	s.mux.HandleFunc("/basic", s.basic)
	s.mux.HandleFunc("/basicok", s.basicOK)
	s.mux.HandleFunc("POST /login", s.loginInline)
	s.mux.HandleFunc("POST /webhook", s.webhook)
	s.mux.HandleFunc("POST /webhook2", s.ignoredErr)
	s.mux.HandleFunc("/redirect/{id}", s.redirect)
	s.mux.HandleFunc("/err/{id}", s.errText)
	s.mux.HandleFunc("/builder/{id}", s.viaBuilder)
	s.mux.Handle("/ctx", auth.WithUser(http.HandlerFunc(s.ctxUser)))
	s.mux.HandleFunc("/twice/a/{id}", auth.RequireFunc(s.twice))
	s.mux.HandleFunc("/twice/b/{id}", s.twice)
	s.mux.Handle("/careless/{id}", auth.Careless(http.HandlerFunc(s.careless)))
	s.mux.Handle("/inverted/{id}", auth.Inverted(http.HandlerFunc(s.inverted)))
	s.mux.Handle("/type/{id}", handlerType{s.store})
	s.mux.Handle("/app/a/{id}", appHandler(s.appA))
	s.mux.Handle("/app/b/{id}", appHandler(s.appB))
	s.mux.Handle("/chain/{id}", chain(http.HandlerFunc(s.chained), auth.Logging, auth.Require))
	s.mux.Handle("/chain2/{id}", chain(http.HandlerFunc(s.chainedOpen), auth.Logging, auth.WithUser))
	s.mux.HandleFunc("/admin", s.withUser(s.asUser))
	for _, rt := range []route{
		{"GET /ta/{id}", s.tableA, false},
	} {
		s.mux.HandleFunc(rt.pattern, rt.h)
	}
	for _, rt := range []route{
		{pattern: "GET /tb/{id}", h: s.tableB},
	} {
		s.mux.HandleFunc(rt.pattern, auth.RequireFunc(rt.h))
	}
	sub := http.NewServeMux()
	sub.HandleFunc("GET /{id}", s.sub)
	s.mux.Handle("/sub/", http.StripPrefix("/sub", auth.Require(sub)))
	sub2 := http.NewServeMux()
	sub2.HandleFunc("GET /{id}", s.subOpen)
	s.mux.Handle("/sub2/", http.StripPrefix("/sub2", sub2))
	s.mux.Handle("/closure/{id}", s.closure())
	s.mux.Handle("/closure2/{id}", auth.Require(s.closure2()))
}

func (s *server) closure() http.HandlerFunc {
	var once sync.Once
	return func(w http.ResponseWriter, r *http.Request) {
		once.Do(func() {})
		c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
		writeJSON(w, 200, c) // want "before the caller is verified"
	}
}
func (s *server) closure2() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, _ := s.store.Customer(r.Context(), r.PathValue("id"))
		writeJSON(w, 200, c)
	})
}

func main() {
	s := &server{store: &data.Store{}, mux: http.NewServeMux(), tmpl: template.Must(template.New("").Parse("{{.Name}}"))}
	s.routes()
	srv := &http.Server{Addr: ":8080", Handler: auth.Logging(s.mux), ReadTimeout: time.Second, TLSConfig: &tls.Config{}}
	go func() {
		if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	admin := http.NewServeMux()
	admin.HandleFunc("/all", func(w http.ResponseWriter, r *http.Request) {
		all, _ := s.store.All(r.Context())
		writeJSON(w, 200, all)
	})
	http.ListenAndServe(":8081", auth.Require(admin))
	_ = srv.Shutdown(context.Background())
}
