// Package firebase has tokens of Firebase and of Google.
package firebase

import (
	"context"
	"net/http"
	"strings"

	"firebase.google.com/go/v4/auth"
	"google.golang.org/api/idtoken"

	"authlibs/people"
)

type server struct{ client *auth.Client }

type userKey struct{}

// Serve serves them.
func Serve(s *server) error {
	mux := http.NewServeMux()
	mux.Handle("GET /me", s.authenticate(http.HandlerFunc(me)))
	mux.HandleFunc("GET /session", s.session)
	mux.HandleFunc("GET /user", s.user)
	mux.HandleFunc("POST /google", google)
	mux.HandleFunc("POST /parsed", parsed)
	return http.ListenAndServe("localhost:8080", mux)
}

func (s *server) authenticate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, err := s.client.VerifyIDToken(r.Context(), strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "))
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, token.UID)))
	})
}

func me(w http.ResponseWriter, r *http.Request) {
	uid, _ := r.Context().Value(userKey{}).(string)
	_, _ = w.Write([]byte(people.Find(uid).Email))
}

func (s *server) session(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("session")
	if err != nil {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	decoded, err := s.client.VerifySessionCookieAndCheckRevoked(r.Context(), cookie.Value)
	if err != nil {
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	_, _ = w.Write([]byte(people.Find(decoded.UID).Email))
}

// user finds somebody whom anybody may name.
func (s *server) user(w http.ResponseWriter, r *http.Request) {
	u, err := s.client.GetUser(r.Context(), r.FormValue("uid"))
	if err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(u.UID).Email)) // want `email from Person.Email reaches`
}

func google(w http.ResponseWriter, r *http.Request) {
	payload, err := idtoken.Validate(r.Context(), r.FormValue("credential"), "client-id")
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(payload.Subject).Email))
}

func parsed(w http.ResponseWriter, r *http.Request) {
	payload, err := idtoken.ParsePayload(r.FormValue("credential"))
	if err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(payload.Subject).Email)) // want `email from Person.Email reaches`
}
