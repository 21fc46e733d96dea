// Package nethttp registers handlers of the standard library in every way.
package nethttp

import (
	"crypto/tls"
	"encoding/json"
	"fmt"
	"log"
	"net/http"

	"handlers/people"
)

// Routes serves everything below.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/plain", plain)
	mux.HandleFunc("GET /method/{id}", method)
	mux.HandleFunc("GET /checked/{id}", checked)
	mux.Handle("/func", http.HandlerFunc(function))
	mux.Handle("/wrapped", requireUser(http.HandlerFunc(wrapped)))
	mux.Handle("/logged", logged(http.HandlerFunc(onlyLogged)))
	mux.Handle("/both", logged(requireUser(http.HandlerFunc(both))))
	mux.Handle("/either", requireUser(logged(http.HandlerFunc(either))))
	mux.HandleFunc("/wrapfunc", requireUserFunc(wrapFunc))
	mux.HandleFunc("/wraplog", loggedFunc(wrapLog))
	mux.Handle("/type", page{"1"})
	mux.Handle("/typesafe", requireUser(safePage{"1"}))
	mux.Handle("/struct", &guard{next: http.HandlerFunc(behindGuard)})
	mux.Handle("/structbad", &noGuard{next: http.HandlerFunc(behindNothing)})
	mux.Handle("/strip/", http.StripPrefix("/strip", http.HandlerFunc(stripped)))
	mux.Handle("/stripsafe/", http.StripPrefix("/stripsafe", requireUser(http.HandlerFunc(strippedSafe))))
	s := &server{store: people.Find}
	mux.HandleFunc("/value", s.value)
	mux.HandleFunc("/valuesafe", s.valueSafe)
	mux.HandleFunc("/made", s.made())
	mux.HandleFunc("/madesafe", s.madeSafe())
	mux.Handle("/madewrapped", requireUser(s.madeWrapped()))
	mux.HandleFunc("/literal", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
	})
	mux.Handle("/literalsafe", requireUser(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, people.Find("1").Email)
	})))
	captured := people.Find("1")
	mux.HandleFunc("/captured", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, captured.Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
	})
	mux.Handle("/capturedsafe", requireUser(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, captured.Email)
	})))
	inner := http.NewServeMux()
	inner.HandleFunc("/inner/open", innerOpen)
	mux.Handle("/inner/", inner)
	private := http.NewServeMux()
	private.HandleFunc("/private/one", privateOne)
	mux.Handle("/private/", requireUser(private))
	register(mux)
	table(mux)
	return mux
}

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := people.Verify(r); err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Method, r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

func requireUserFunc(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next(w, r)
			return
		}
		w.WriteHeader(http.StatusForbidden)
	}
}

func loggedFunc(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		defer log.Println(r.URL.Path)
		next(w, r)
	}
}

func plain(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}

func method(w http.ResponseWriter, r *http.Request) {
	p := people.Find(r.PathValue("id"))
	if err := json.NewEncoder(w).Encode(p); err != nil { // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before the caller is verified`
		log.Println("encode")
	}
}

func checked(w http.ResponseWriter, r *http.Request) {
	if err := people.Verify(r); err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	if err := json.NewEncoder(w).Encode(people.Find(r.PathValue("id"))); err != nil {
		log.Println("encode")
	}
}

func function(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find("1").Name)) // want `name from Person.Name reaches http.ResponseWriter.Write before the caller is verified`
}

func wrapped(w http.ResponseWriter, r *http.Request) { w.Write([]byte(people.Find("1").Name)) }

func onlyLogged(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find("1").Name)) // want `name from Person.Name reaches`
}

func both(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Name) }

func either(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Name) }

func wrapFunc(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Name) }

func wrapLog(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Name) // want `name from Person.Name reaches`
}

type page struct{ id string }

func (p page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find(p.id).Email) // want `email from Person.Email reaches`
}

type safePage struct{ id string }

func (p safePage) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find(p.id).Email)
}

type guard struct{ next http.Handler }

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !people.IsVerified(r.Header.Get("Authorization")) {
		http.NotFound(w, r)
		return
	}
	g.next.ServeHTTP(w, r)
}

func behindGuard(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

type noGuard struct{ next http.Handler }

func (g *noGuard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !people.IsVerified(r.Header.Get("Authorization")) {
		log.Println("not verified")
	}
	g.next.ServeHTTP(w, r)
}

func behindNothing(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func stripped(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func strippedSafe(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

type server struct {
	store func(string) people.Person
}

func (s *server) value(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, s.store("1").Email) // want `email from Person.Email reaches`
}

func (s *server) valueSafe(w http.ResponseWriter, r *http.Request) {
	if !s.allowed(w, r) {
		return
	}
	fmt.Fprint(w, s.store("1").Email)
}

// allowed answers those whom it does not know.
func (s *server) allowed(w http.ResponseWriter, r *http.Request) bool {
	if err := people.Verify(r); err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return false
	}
	return true
}

func (s *server) made() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, s.store("1").Email) // want `email from Person.Email reaches`
	}
}

func (s *server) madeSafe() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if s.allowed(w, r) {
			fmt.Fprint(w, s.store("1").Email)
		}
	}
}

func (s *server) madeWrapped() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, s.store("1").Email)
	})
}

func innerOpen(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func privateOne(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

// register gets a router that is judged by who made it.
func register(mux *http.ServeMux) {
	mux.HandleFunc("/passed", passed)
	mux.Handle("/passedsafe", requireUser(http.HandlerFunc(passedSafe)))
}

func passed(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func passedSafe(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func table(mux *http.ServeMux) {
	open := []struct {
		path    string
		handler http.HandlerFunc
	}{
		{"/table/a", tableA},
		{"/table/b", tableB},
	}
	for _, e := range open {
		mux.HandleFunc(e.path, e.handler)
	}
	safe := map[string]http.HandlerFunc{"/table/c": tableC, "/table/d": tableD}
	for path, h := range safe {
		mux.Handle(path, requireUser(h))
	}
}

func tableA(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func tableB(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Name) // want `name from Person.Name reaches`
}

func tableC(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func tableD(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

// Low answers with what may be shown to anybody.
func low(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Language) }

func hidden(w http.ResponseWriter, r *http.Request) {
	p := people.Person{ID: "1", Card: people.Find("1").Card}
	json.NewEncoder(w).Encode(p)
}

// serve wraps a router as a whole.
func serve() {
	mux := http.NewServeMux()
	mux.HandleFunc("/low", low)
	mux.HandleFunc("/hidden", hidden)
	mux.HandleFunc("/whole", whole)
	log.Fatal(http.ListenAndServe(":8080", logged(requireUser(mux))))
}

func whole(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func serveOpen() {
	mux := http.NewServeMux()
	mux.HandleFunc("/whole", wholeOpen)
	log.Fatal(http.ListenAndServe(":8080", logged(mux)))
}

func wholeOpen(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func serveServer() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/one", oneServer)
	srv := &http.Server{Addr: ":8080", Handler: requireUser(mux)}
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Println("done")
		}
	}()
	open := http.NewServeMux()
	open.HandleFunc("/one", openServer)
	other := http.Server{}
	other.Handler = logged(open)
	return other.ListenAndServeTLS("cert", "key")
}

func oneServer(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func openServer(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

// serveCerts has callers show a certificate.
func serveCerts() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/cert", behindCert)
	srv := &http.Server{Handler: mux, TLSConfig: &tls.Config{ClientAuth: tls.RequireAndVerifyClientCert}}
	return srv.ListenAndServeTLS("cert", "key")
}

func behindCert(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func serveAnyCert() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/cert", anyCert)
	srv := &http.Server{Handler: mux, TLSConfig: &tls.Config{ClientAuth: tls.RequestClientCert}}
	return srv.ListenAndServeTLS("cert", "key")
}

func anyCert(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

// twice is registered with and without verification.
func serveTwice() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/open", twice)
	mux.Handle("/safe", requireUser(http.HandlerFunc(twice)))
	return http.ListenAndServe(":1", mux)
}

func twice(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func never(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified, in a handler that is never registered`
}

func neverChecked(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) != nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

// allow

//pii:allow response the imprint names the editor
func imprint(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func imprintLine(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) //pii:allow response the imprint names the editor
}

func allowed(mux *http.ServeMux) {
	mux.HandleFunc("/imprint", imprint)
	mux.HandleFunc("/line", imprintLine)
}

func serveAllowed() error {
	mux := http.NewServeMux()
	allowed(mux)
	return http.ListenAndServe(":1", mux)
}

func init() {
	http.HandleFunc("/default", onDefault)
	http.Handle("/defaultsafe", requireUser(http.HandlerFunc(onDefaultSafe)))
}

func serveDefault() error { return http.ListenAndServe(":1", nil) }

func onDefault(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func onDefaultSafe(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

// app keeps its router in a field.
type app struct {
	mux  *http.ServeMux
	auth func(http.Handler) http.Handler
}

func newApp() *app {
	a := &app{mux: http.NewServeMux(), auth: requireUser}
	a.routes()
	return a
}

func (a *app) routes() {
	a.mux.HandleFunc("/app/open", a.open)
	a.mux.Handle("/app/safe", a.auth(http.HandlerFunc(a.safe)))
}

func (a *app) open(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func (a *app) safe(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func (a *app) run() error { return http.ListenAndServe(":1", a.mux) }

func runApp() error { return newApp().run() }

var _ = []any{serve, serveOpen, serveServer, serveCerts, serveAnyCert, serveTwice, serveAllowed, serveDefault, runApp}

// show is called by handlers that verified and by one that did not.
func show(w http.ResponseWriter, p people.Person) {
	fmt.Fprint(w, p.Name)
}

func showOpen(w http.ResponseWriter, p people.Person) {
	fmt.Fprint(w, p.Name) // want `name from Person.Name reaches`
}

func shows(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) == nil {
		show(w, people.Find("1"))
	}
}

func showsOpen(w http.ResponseWriter, r *http.Request) { showOpen(w, people.Find("1")) }

// text is told what to write: the finding stands where it is known.
func text(w http.ResponseWriter, s string) { fmt.Fprint(w, s) }

func texts(w http.ResponseWriter, r *http.Request) {
	text(w, people.Find("1").ID)
	text(w, people.Find("1").Name) // want `name from Person.Name reaches`
	if people.Verify(r) == nil {
		text(w, people.Find("1").Name)
	}
}

func serveShows() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/shows", shows)
	mux.HandleFunc("/showsopen", showsOpen)
	mux.HandleFunc("/texts", texts)
	return http.ListenAndServe(":1", mux)
}
