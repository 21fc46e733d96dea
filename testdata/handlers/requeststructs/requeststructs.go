// Package requeststructs hands handlers a struct of its own for each request.
package requeststructs

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/gorilla/sessions"
)

type account struct {
	ID    int64
	Email string `pii:"email"`
	Admin bool
}

type app struct {
	db    *sql.DB
	store *sessions.CookieStore
}

type request struct {
	app  *app
	w    http.ResponseWriter
	r    *http.Request
	user *account
}

type handler func(*request) error

type failure struct {
	code int
	msg  string
}

func (f *failure) Error() string { return f.msg }

func (a *app) account(id any) (*account, error) {
	u := &account{}
	err := a.db.QueryRow("SELECT id, email, admin FROM accounts WHERE id = ?", id).Scan(&u.ID, &u.Email, &u.Admin)
	return u, err
}

func (q *request) load() error {
	s, err := q.app.store.Get(q.r, "session")
	if err != nil {
		return err
	}
	id, ok := s.Values["uid"].(int64)
	if !ok {
		return errors.New("not logged in")
	}
	u, err := q.app.account(id)
	if err != nil {
		return err
	}
	q.user = u
	return nil
}

// page shows who is logged in, if anybody is.
func (q *request) page(data any) error {
	return json.NewEncoder(q.w).Encode(map[string]any{"user": q.user, "data": data})
}

func (a *app) open(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		(&request{app: a, w: w, r: r}).run(h)
	})
}

func (a *app) known(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q := &request{app: a, w: w, r: r}
		if err := q.load(); err != nil {
			http.Redirect(w, r, "/login", http.StatusSeeOther)
			return
		}
		q.run(h)
	})
}

func (q *request) run(h handler) {
	if err := h(q); err != nil {
		var f *failure
		if errors.As(err, &f) {
			http.Error(q.w, f.msg, f.code)
			return
		}
		http.Error(q.w, "internal error", http.StatusInternalServerError)
	}
}

func home(q *request) error {
	_ = q.load()
	return q.page(nil)
}

func nobody(q *request) error { return q.page("hello") }

func mine(q *request) error { return q.page(q.user) }

func anybodys(q *request) error {
	u, err := q.app.account(q.r.PathValue("id"))
	if err != nil {
		return err
	}
	return q.page(u.Email) // want `email from account.Email reaches json.Encoder.Encode before the caller is verified`
}

func refused(q *request) error {
	u, err := q.app.account(q.r.PathValue("id"))
	if err != nil {
		return err
	}
	if !u.Admin {
		//pii:allow error the tests are about responses
		return &failure{http.StatusForbidden, fmt.Sprintf("%s is no admin", u.Email)}
	}
	return nil
}

func refusedKnown(q *request) error {
	//pii:allow error the tests are about responses
	return &failure{http.StatusForbidden, fmt.Sprintf("%s is no admin", q.user.Email)}
}

// Serve serves them.
func Serve(a *app) error {
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", a.open(home))
	mux.Handle("GET /nobody", a.open(nobody))
	mux.Handle("GET /mine", a.known(mine))
	mux.Handle("GET /anybodys/{id}", a.open(anybodys))
	mux.Handle("GET /known/{id}", a.known(anybodysKnown))
	mux.Handle("GET /refused/{id}", a.open(refused)) // want `email from account.Email reaches http.Error before the caller is verified`
	mux.Handle("GET /refusedknown/{id}", a.known(refusedKnown))
	return http.ListenAndServe(":8080", mux)
}

func anybodysKnown(q *request) error {
	u, err := q.app.account(q.r.PathValue("id"))
	if err != nil {
		return err
	}
	return q.page(u.Email)
}
