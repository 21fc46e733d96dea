// Command filtered finds people by filters, of which those fields count that are set.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"handlers/people"
)

// UserFilter says whom to find.
type UserFilter struct {
	ID     *string
	Email  *string
	APIKey *string
	Limit  int
}

// TokenQuery says which token to find.
type TokenQuery struct{ Token, Kind string }

// Form is what somebody fills in.
type Form struct{ Token string }

// store asks a service about people.
type store struct{ client rpc }

type rpc interface {
	Do(question, answer any) error
}

func (s *store) FindUsers(_ context.Context, filter UserFilter) (found []*people.Person, n int, err error) {
	_ = s.client.Do(filter, &found)
	return found, len(found), nil
}

func (s *store) GetToken(_ context.Context, q *TokenQuery) (*people.Person, error) {
	p := &people.Person{}
	if s.client.Do(q, p) != nil {
		return nil, errors.New("no such token")
	}
	return p, nil
}

func (s *store) CreateUser(_ context.Context, f UserFilter) (*people.Person, error) {
	p := &people.Person{}
	_ = s.client.Do(f, p)
	return p, nil
}

func (s *store) FindByForm(_ context.Context, f Form) (*people.Person, error) {
	p := &people.Person{}
	_ = s.client.Do(f, p)
	return p, nil
}

type app struct{ store *store }

func serve() error {
	a := &app{&store{}}
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{
		"/k": a.byKey, "/t": a.byToken, "/e": a.byEmail, "/n": a.noneThere, "/c": a.constant, "/s": a.created, "/f": a.byForm, "/o": a.anyOther,
	} {
		mux.HandleFunc(path, h)
	}
	return http.ListenAndServe("localhost:8080", mux)
}

func (a *app) byKey(w http.ResponseWriter, r *http.Request) {
	key := r.Header.Get("X-Api-Key")
	found, _, err := a.store.FindUsers(r.Context(), UserFilter{APIKey: &key, Limit: 1})
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	} else if len(found) == 0 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, people.Find("7").Email)
}

func (a *app) byToken(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.GetToken(r.Context(), &TokenQuery{Token: r.FormValue("t"), Kind: "login"}); err == nil {
		fmt.Fprint(w, people.Find("7").Email)
	}
}

func (a *app) byEmail(w http.ResponseWriter, r *http.Request) {
	email := r.FormValue("email")
	if found, _, _ := a.store.FindUsers(r.Context(), UserFilter{Email: &email}); len(found) > 0 {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func (a *app) noneThere(w http.ResponseWriter, r *http.Request) {
	key := r.Header.Get("X-Api-Key")
	if _, _, err := a.store.FindUsers(r.Context(), UserFilter{APIKey: &key}); err == nil {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func (a *app) constant(w http.ResponseWriter, r *http.Request) {
	key := "test"
	if found, _, _ := a.store.FindUsers(r.Context(), UserFilter{APIKey: &key}); len(found) > 0 {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func (a *app) created(w http.ResponseWriter, r *http.Request) {
	key := r.FormValue("key")
	if _, err := a.store.CreateUser(r.Context(), UserFilter{APIKey: &key}); err == nil {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func (a *app) byForm(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.FindByForm(r.Context(), Form{r.FormValue("t")}); err == nil {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func (a *app) anyOther(w http.ResponseWriter, r *http.Request) {
	key := r.Header.Get("X-Api-Key")
	if found, _, _ := a.store.FindUsers(r.Context(), UserFilter{APIKey: &key}); len(found) == 0 {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func main() { _ = serve() }
