// Command cmd puts a service together whose layers know only each other's interfaces.
package main

import (
	"database/sql"
	"encoding/json"
	"log"
	"net/http"

	"handlers/layered/domain"
	"handlers/layered/store"
	"handlers/layered/usecase"
)

var vip *domain.User

type api struct{ logins domain.Logins }

func main() {
	db, err := sql.Open("postgres", "dbname=shop")
	if err != nil {
		log.Fatal(err)
	}
	sessions := store.NewSessions(db)
	a := &api{usecase.NewLogins(sessions, store.NewUsers(db), sessions.ByID)}
	mux := http.NewServeMux()
	mux.HandleFunc("/me", a.me)
	mux.HandleFunc("/careless", a.careless)
	mux.HandleFunc("/known", a.known)
	mux.HandleFunc("/is", a.is)
	mux.HandleFunc("/is-not", a.isNot)
	mux.HandleFunc("/kept", a.kept)
	log.Fatal(http.ListenAndServe("localhost:8080", mux))
}

func session(r *http.Request) string {
	c, err := r.Cookie("sid")
	if err != nil {
		return ""
	}
	return c.Value
}

func (a *api) me(w http.ResponseWriter, r *http.Request) {
	u, err := a.logins.Current(r.Context(), session(r))
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_ = json.NewEncoder(w).Encode(u)
}

func (a *api) careless(w http.ResponseWriter, r *http.Request) {
	u, err := a.logins.Careless(r.Context(), session(r))
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_ = json.NewEncoder(w).Encode(u) // want `before the caller is verified`
}

func (a *api) known(w http.ResponseWriter, r *http.Request) {
	u, err := a.logins.Known(r.Context(), r.FormValue("email"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	_ = json.NewEncoder(w).Encode(u) // want `before the caller is verified`
}

func (a *api) is(w http.ResponseWriter, r *http.Request) {
	if a.logins.Is(r.Context(), session(r)) {
		_ = json.NewEncoder(w).Encode(vip)
	}
}

func (a *api) isNot(w http.ResponseWriter, r *http.Request) {
	if !a.logins.Is(r.Context(), session(r)) {
		_ = json.NewEncoder(w).Encode(vip) // want `before the caller is verified`
	}
}

func (a *api) kept(w http.ResponseWriter, r *http.Request) {
	u, err := a.logins.Kept(r.Context(), session(r))
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_ = json.NewEncoder(w).Encode(u)
}
