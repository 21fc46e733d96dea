// Package routes registers the handlers of one package behind the middleware
// of another.
package routes

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"handlers/cross/httpapi"
	"handlers/cross/mw"
	"handlers/people"
)

// New gives a router with everything.
func New(api *httpapi.API) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/profile", mw.RequireUser(http.HandlerFunc(httpapi.Profile)))
	mux.Handle("/profile/open", mw.Logged(http.HandlerFunc(httpapi.Profile))) // want `httpapi.Profile is reached by callers who are not verified: name from Person.Name and email from Person.Email reach json.Encoder.Encode \(httpapi.go:\d+\)`
	mux.HandleFunc("/open", httpapi.Open)                                     // want `httpapi.Open is reached by callers who are not verified: email from Person.Email reaches fmt.Fprint`
	mux.HandleFunc("/checked", httpapi.Checked)
	mux.HandleFunc("/card", api.Card) // want `httpapi.API.Card is reached`
	mux.Handle("/cardsafe", mw.RequireUser(http.HandlerFunc(api.Card)))
	mux.HandleFunc("/made", api.Made()) // want `httpapi.API.Made is reached`
	mux.Handle("/madesafe", mw.RequireUser(api.Made()))
	mux.HandleFunc("/show", show)
	mux.HandleFunc("/showsafe", showSafe)
	mux.HandleFunc("/allowed", httpapi.Open) //pii:allow response the imprint names the editor
	mux.Handle("/required", mw.Require(isKnown)(http.HandlerFunc(httpapi.Open)))
	mux.Handle("/notrequired", mw.Require(isAnybody)(http.HandlerFunc(httpapi.Open))) // want `httpapi.Open is reached`
	return mux
}

func isKnown(r *http.Request) bool { return people.Verify(r) == nil }

func isAnybody(r *http.Request) bool { return r.Method == "GET" }

func show(w http.ResponseWriter, r *http.Request) {
	httpapi.Show(w, people.Find("1"))  // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
	httpapi.Reply(w, people.Find("1")) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before the caller is verified`
}

func showSafe(w http.ResponseWriter, r *http.Request) {
	if _, err := mw.User(r); err != nil {
		return
	}
	httpapi.Show(w, people.Find("1"))
	httpapi.Reply(w, people.Find("1"))
}

// Register adds to a router that somebody else makes and serves.
func Register(mux *http.ServeMux, api *httpapi.API) {
	mux.HandleFunc("/registered/open", httpapi.Open)
	mux.Handle("/registered/safe", mw.RequireUser(http.HandlerFunc(api.Card)))
	mux.HandleFunc("/registered/name", api.Name)
}

// Chi adds to a router whose middleware is its maker's.
func Chi(r chi.Router) {
	r.Get("/chi", httpapi.Open)
}

// With is given the middleware.
func With(auth func(http.Handler) http.Handler) http.Handler {
	r := chi.NewRouter()
	r.Use(auth)
	r.Get("/with", httpapi.Open)
	return r
}
