package tokens

import (
	"fmt"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/jwtauth/v5"
	jwt5 "github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"

	"handlers/people"
)

func signingKey(*jwt5.Token) (any, error) { return sealKey, nil }

func fromRequest(w http.ResponseWriter, r *http.Request) {
	if _, err := request.ParseFromRequest(r, request.OAuth2Extractor, signingKey); err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	fmt.Fprintln(w, people.Find("1").Email)
}

func extracted(w http.ResponseWriter, r *http.Request) {
	if _, err := request.OAuth2Extractor.ExtractToken(r); err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	fmt.Fprintln(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}

// ownAuthenticator asks for what jwtauth.Verifier left.
func ownAuthenticator(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, _, err := jwtauth.FromContext(r.Context())
		if err != nil || token == nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func left(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, people.Find("1").Email) }

func leftUnasked(w http.ResponseWriter, r *http.Request) {
	_, claims, _ := jwtauth.FromContext(r.Context())
	fmt.Fprintln(w, claims["theme"], people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}

// Requests serves what finds tokens in requests.
func Requests() http.Handler {
	r := chi.NewRouter()
	r.Get("/parsed", fromRequest)
	r.Get("/extracted", extracted)
	r.Group(func(r chi.Router) {
		r.Use(jwtauth.Verifier(jwtauth.New("HS256", sealKey, nil)))
		r.Get("/unasked", leftUnasked)
		r.With(ownAuthenticator).Get("/left", left)
	})
	return r
}
