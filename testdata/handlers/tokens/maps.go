package tokens

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"handlers/people"
)

// Maps that have secrets as their keys, as their types say.

type loginSession struct {
	userID  string
	expires time.Time
}

// live holds sessions of somebody.
type live struct {
	mu   sync.RWMutex
	data map[string]loginSession
}

func (l *live) get(id string) (loginSession, bool) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	s, ok := l.data[id]
	if !ok || time.Now().After(s.expires) {
		return loginSession{}, false
	}
	return s, true
}

// tokenStore is called after what its keys are.
type tokenStore struct{ m map[string]string }

// A lecture's session is nobody's.
type lectureSession struct{ title, room string }

type directory struct {
	byUser   map[string]loginSession
	lectures map[string]lectureSession
}

// apiKey says itself what it is found by.
type apiKey struct{ Name, Key string }

type kept struct {
	keyCache map[string]apiKey
	keyNames map[string]apiKey
	live     *live
	tokens   tokenStore
	dir      directory
}

func (k *kept) bySession(w http.ResponseWriter, r *http.Request) {
	s, ok := k.live.get(r.Header.Get("Session"))
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, people.Find(s.userID).Email)
}

func (k *kept) byToken(w http.ResponseWriter, r *http.Request) {
	if id, ok := k.tokens.m[r.Header.Get("Token")]; ok {
		fmt.Fprint(w, people.Find(id).Email)
	}
}

func (k *kept) byUser(w http.ResponseWriter, r *http.Request) {
	if s, ok := k.dir.byUser[r.FormValue("name")]; ok {
		fmt.Fprint(w, people.Find(s.userID).Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
	}
}

func (k *kept) atLecture(w http.ResponseWriter, r *http.Request) {
	if s, ok := k.dir.lectures[r.FormValue("id")]; ok {
		fmt.Fprint(w, people.Find(s.room).Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
	}
}

func (k *kept) byKey(w http.ResponseWriter, r *http.Request) {
	if _, ok := k.keyCache[r.Header.Get("Key")]; ok {
		fmt.Fprint(w, people.Find(r.FormValue("id")).Email)
	}
}

func (k *kept) byKeyName(w http.ResponseWriter, r *http.Request) {
	if _, ok := k.keyNames[r.Header.Get("Name")]; ok {
		fmt.Fprint(w, people.Find(r.FormValue("id")).Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
	}
}

// Maps serves those of maps.
func Maps() error {
	k := &kept{live: &live{data: map[string]loginSession{}}, tokens: tokenStore{map[string]string{}}}
	mux := http.NewServeMux()
	mux.HandleFunc("/session", k.bySession)
	mux.HandleFunc("/token", k.byToken)
	mux.HandleFunc("/user", k.byUser)
	mux.HandleFunc("/lecture", k.atLecture)
	mux.HandleFunc("/key", k.byKey)
	mux.HandleFunc("/named", k.byKeyName)
	return http.ListenAndServe(":8081", mux)
}
