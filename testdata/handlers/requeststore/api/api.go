// Package api asks the store that middleware of the program keeps for each request.
package api

import (
	"encoding/json"
	"net/http"

	"github.com/gorilla/mux"
	"github.com/gorilla/securecookie"

	"handlers/people"
	"handlers/requeststore/store"
)

var cookies = securecookie.New([]byte("0123456789abcdef0123456789abcdef"), nil)

// known tells who calls by a key, or by a cookie.
func known(r *http.Request) bool {
	if token := r.Header.Get("Authorization"); token != "" {
		if _, err := store.Of(r).GetAPIToken(token); err != nil {
			return false
		}
		return true
	}
	cookie, err := r.Cookie("shop")
	if err != nil {
		return false
	}
	value := map[string]any{}
	if err := cookies.Decode("shop", cookie.Value, &value); err != nil {
		return false
	}
	_, ok := value["user"]
	return ok
}

func authenticated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if known(r) {
			next.ServeHTTP(w, r)
		}
	})
}

func show(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(people.Find(mux.Vars(r)["id"]))
}

func byUser(w http.ResponseWriter, r *http.Request) {
	if _, err := store.Of(r).GetToken(r.FormValue("user")); err == nil {
		json.NewEncoder(w).Encode(people.Find(r.FormValue("id"))) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before the caller is verified`
	}
}

func byDevice(w http.ResponseWriter, r *http.Request) {
	if _, err := store.Of(r).GetDeviceToken(r.FormValue("device")); err == nil {
		json.NewEncoder(w).Encode(people.Find(r.FormValue("id"))) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before the caller is verified`
	}
}

func byKind(w http.ResponseWriter, r *http.Request) {
	if _, err := store.Of(r).FindByToken(r.FormValue("kind"), r.FormValue("token")); err == nil {
		json.NewEncoder(w).Encode(people.Find(r.FormValue("id"))) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before the caller is verified`
	}
}

func constant(w http.ResponseWriter, r *http.Request) {
	if _, err := store.Of(r).GetAPIToken("public"); err == nil {
		json.NewEncoder(w).Encode(people.Find(r.FormValue("id"))) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before the caller is verified`
	}
}

func added(w http.ResponseWriter, r *http.Request) {
	if _, err := store.Of(r).AddToken(r.FormValue("token")); err == nil {
		json.NewEncoder(w).Encode(people.Find(r.FormValue("id"))) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before the caller is verified`
	}
}

// basket is what a visitor's cookie has, who may be anybody.
func basket(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("shop")
	if err != nil {
		return
	}
	value := map[string]any{}
	if err := cookies.Decode("shop", cookie.Value, &value); err != nil {
		return
	}
	if _, ok := value["basket"]; ok {
		json.NewEncoder(w).Encode(people.Find(r.FormValue("id"))) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before the caller is verified`
	}
}

// unsigned is a map that anybody can fill.
func unsigned(w http.ResponseWriter, r *http.Request) {
	value := map[string]any{}
	if err := json.NewDecoder(r.Body).Decode(&value); err != nil {
		return
	}
	if _, ok := value["user"]; ok {
		json.NewEncoder(w).Encode(people.Find(r.FormValue("id"))) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before the caller is verified`
	}
}

// Route registers all of them.
func Route() *mux.Router {
	r := mux.NewRouter()
	for path, h := range map[string]http.HandlerFunc{
		"/user": byUser, "/device": byDevice, "/kind": byKind, "/constant": constant, "/added": added, "/basket": basket, "/unsigned": unsigned,
	} {
		r.HandleFunc(path, h)
	}
	api := r.PathPrefix("/api").Subrouter()
	api.Use(authenticated)
	api.HandleFunc("/{id}", show)
	return r
}
