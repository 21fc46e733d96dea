package main

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/http"
	"sync"

	"handlers/strangers/data"
)

type user struct{ id string }

type repo struct{ db *sql.DB }

func (r *repo) byKey(ctx context.Context, key string) (*user, error) {
	var u user
	err := r.db.QueryRowContext(ctx, `SELECT id FROM users WHERE api_key = $1`, key).Scan(&u.id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, data.ErrNone
	}
	if err != nil {
		return nil, err
	}
	return &u, nil
}

func (r *repo) byEmail(ctx context.Context, email string) (*user, error) {
	var u user
	err := r.db.QueryRowContext(ctx, `SELECT id FROM users WHERE email = $1`, email).Scan(&u.id)
	if err != nil {
		return nil, err
	}
	return &u, nil
}

const sessionQuery = `SELECT u.id FROM sessions s JOIN users u ON u.id = s.user_id
	WHERE s.id = ? AND s.expires_at > CURRENT_TIMESTAMP`

func (r *repo) bySession(ctx context.Context, id string) (u user, err error) {
	row := r.db.QueryRow(sessionQuery, id)
	err = row.Scan(&u.id)
	return u, err
}

func hash(s string) string { h := sha256.Sum256([]byte(s)); return hex.EncodeToString(h[:]) }

type app struct {
	repo     *repo
	store    *data.Store
	sessions map[string]string
	mu       sync.RWMutex
	live     sync.Map
	tokens   sync.Map
	people   map[string]user
}

func (a *app) key(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := a.repo.byKey(r.Context(), hash(r.Header.Get("X-Key"))); err != nil {
			w.WriteHeader(401)
			return
		}
		next.ServeHTTP(w, r)
	})
}
func (a *app) email(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := a.repo.byEmail(r.Context(), r.FormValue("email")); err != nil {
			w.WriteHeader(401)
			return
		}
		next.ServeHTTP(w, r)
	})
}
func (a *app) session(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("sid")
		if err != nil {
			w.WriteHeader(401)
			return
		}
		u, err := a.repo.bySession(r.Context(), c.Value)
		if err != nil {
			w.WriteHeader(401)
			return
		}
		_ = u
		next(w, r)
	}
}
func (a *app) lookup(id string) (string, bool) {
	a.mu.RLock()
	defer a.mu.RUnlock()
	u, ok := a.sessions[id]
	return u, ok
}
func (a *app) all(w http.ResponseWriter, r *http.Request) {
	all, _ := a.store.All(r.Context())
	json.NewEncoder(w).Encode(all)
}
func (a *app) all2(w http.ResponseWriter, r *http.Request) {
	all, _ := a.store.All(r.Context())
	json.NewEncoder(w).Encode(all) // want "before the caller is verified"
}
func (a *app) inMap(w http.ResponseWriter, r *http.Request) {
	if _, ok := a.lookup(r.Header.Get("X-Session")); !ok {
		w.WriteHeader(401)
		return
	}
	all, _ := a.store.All(r.Context())
	json.NewEncoder(w).Encode(all)
}
func (a *app) inPeople(w http.ResponseWriter, r *http.Request) {
	if _, ok := a.people[r.FormValue("id")]; !ok {
		w.WriteHeader(401)
		return
	}
	all, _ := a.store.All(r.Context())
	json.NewEncoder(w).Encode(all) // want "before the caller is verified"
}
func (a *app) inSync(w http.ResponseWriter, r *http.Request) {
	if _, ok := a.tokens.Load(r.Header.Get("X-Token")); !ok {
		w.WriteHeader(401)
		return
	}
	all, _ := a.store.All(r.Context())
	json.NewEncoder(w).Encode(all)
}
func (a *app) inSync2(w http.ResponseWriter, r *http.Request) {
	if _, ok := a.live.Load(r.Header.Get("X-Token")); !ok {
		w.WriteHeader(401)
		return
	}
	all, _ := a.store.All(r.Context())
	json.NewEncoder(w).Encode(all) // want "before the caller is verified"
}
func (a *app) ignored(w http.ResponseWriter, r *http.Request) {
	u, _ := a.repo.byKey(r.Context(), r.Header.Get("X-Key"))
	_ = u
	all, _ := a.store.All(r.Context())
	json.NewEncoder(w).Encode(all) // want "before the caller is verified"
}

func main() {
	a := &app{}
	mux := http.NewServeMux()
	mux.Handle("/a", a.key(http.HandlerFunc(a.all)))
	mux.Handle("/b", a.email(http.HandlerFunc(a.all2)))
	mux.Handle("/c", a.session(a.all))
	mux.HandleFunc("/d", a.inMap)
	mux.HandleFunc("/e", a.inPeople)
	mux.HandleFunc("/f", a.inSync)
	mux.HandleFunc("/g", a.inSync2)
	mux.HandleFunc("/h", a.ignored)
	http.ListenAndServe("", mux)
}
