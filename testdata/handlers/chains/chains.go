// Package chains applies lists of middleware.
package chains

import (
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/justinas/alice"

	"handlers/chains/mw"
	"handlers/people"
)

// Routes serves everything below.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/chain", mw.Chain(http.HandlerFunc(chain), mw.Log, mw.Auth))
	mux.Handle("/chainopen", mw.Chain(http.HandlerFunc(chainOpen), mw.Log))
	mux.Handle("/chainnone", mw.Chain(http.HandlerFunc(chainNone)))
	mux.Handle("/chainkept", mw.Chain(http.HandlerFunc(chainKept), mw.Kept))
	mux.Handle("/chainmethod", mw.Chain(http.HandlerFunc(chainMethod), mw.Guards.Auth, mw.Log))
	mux.Handle("/apply", mw.Apply([]mw.Middleware{mw.Auth, mw.Log}, http.HandlerFunc(apply)))
	mux.Handle("/applyopen", mw.Apply([]mw.Middleware{mw.Log, mw.Log}, http.HandlerFunc(applyOpen)))
	mux.Handle("/applynil", mw.Apply(nil, http.HandlerFunc(applyNil)))
	mux.Handle("/stack", mw.Stack{mw.Auth, mw.Log}.Then(http.HandlerFunc(stack)))
	mux.Handle("/stackopen", mw.Stack{mw.Log}.Then(http.HandlerFunc(stackOpen)))
	mux.Handle("/compose", mw.Compose(mw.Auth, mw.Log)(http.HandlerFunc(compose)))
	mux.Handle("/composeopen", mw.Compose(mw.Log, mw.Log)(http.HandlerFunc(composeOpen)))
	mux.Handle("/alices", alice.New(mw.Log, mw.Auth).Then(http.HandlerFunc(alices)))
	mux.Handle("/alicesopen", alice.New(mw.Log).Then(http.HandlerFunc(alicesOpen)))
	mux.Handle("/appended", alice.New(mw.Log).Append(mw.Auth).Then(http.HandlerFunc(appended)))
	mux.Handle("/kept", mw.Kept(http.HandlerFunc(kept)))
	mux.Handle("/method", mw.Guards.Auth(http.HandlerFunc(method)))
	set := &mw.Set{}
	set.Use(mw.Log)
	set.Use(mw.Auth)
	mux.Handle("/set", set.Wrap(http.HandlerFunc(set1)))
	var h http.Handler = http.HandlerFunc(loop)
	for _, m := range []mw.Middleware{mw.Log, mw.Auth} {
		h = m(h)
	}
	mux.Handle("/loop", h)
	var open http.Handler = http.HandlerFunc(loopOpen)
	for _, m := range []mw.Middleware{mw.Log} {
		open = m(open)
	}
	mux.Handle("/loopopen", open)
	mux.Handle("/chi/", chis(mw.Log, mw.Auth))
	mux.Handle("/chiopen/", chisOpen(mw.Log))
	return mux
}

func chis(before ...mw.Middleware) http.Handler {
	r := chi.NewRouter()
	r.Use(before...)
	r.Get("/chi/one", chiOne)
	return r
}

func chisOpen(before ...mw.Middleware) http.Handler {
	r := chi.NewRouter()
	r.Use(before...)
	r.Get("/chiopen/one", chiOpenOne)
	return r
}

func chain(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func chainOpen(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func chainNone(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func chainKept(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func chainMethod(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func apply(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func applyOpen(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func applyNil(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func stack(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func stackOpen(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func compose(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func composeOpen(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func alices(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func alicesOpen(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func appended(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func kept(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func method(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func set1(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func loop(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func loopOpen(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func chiOne(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func chiOpenOne(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}
