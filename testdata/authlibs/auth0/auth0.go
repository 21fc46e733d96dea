// Package auth0 has Auth0's middleware: what it checks, its options say.
package auth0

import (
	"context"
	"net/http"
	"time"

	jwtmiddleware "github.com/auth0/go-jwt-middleware/v2"
	"github.com/auth0/go-jwt-middleware/v2/validator"

	"authlibs/people"
)

func newValidator() (*validator.Validator, error) {
	return validator.New(
		func(context.Context) (any, error) { return []byte("secret"), nil },
		validator.HS256, "https://issuer/", []string{"people"},
		validator.WithAllowedClockSkew(time.Minute),
	)
}

// Serve lets in whose token is valid.
func Serve() error {
	jwtValidator, err := newValidator()
	if err != nil {
		return err
	}
	middleware := jwtmiddleware.New(jwtValidator.ValidateToken)
	return http.ListenAndServe("localhost:8080", middleware.CheckJWT(http.HandlerFunc(safe)))
}

func safe(w http.ResponseWriter, r *http.Request) {
	claims, ok := r.Context().Value(jwtmiddleware.ContextKey{}).(*validator.ValidatedClaims)
	if !ok {
		return
	}
	_, _ = w.Write([]byte(people.Find(claims.RegisteredClaims.Subject).Email))
}

// EnsureValidToken is middleware as the documentation has it.
func EnsureValidToken() func(next http.Handler) http.Handler {
	jwtValidator, err := newValidator()
	if err != nil {
		panic(err)
	}
	errorHandler := func(w http.ResponseWriter, r *http.Request, err error) {
		w.WriteHeader(http.StatusUnauthorized)
		_, _ = w.Write([]byte(`{"message":"Failed to validate JWT."}`))
	}
	middleware := jwtmiddleware.New(jwtValidator.ValidateToken, jwtmiddleware.WithErrorHandler(errorHandler))
	return func(next http.Handler) http.Handler { return middleware.CheckJWT(next) }
}

// ServePrivate has it on a route.
func ServePrivate() error {
	mux := http.NewServeMux()
	mux.Handle("GET /public", http.HandlerFunc(open))
	mux.Handle("GET /private", EnsureValidToken()(http.HandlerFunc(private)))
	return http.ListenAndServe("localhost:8080", mux)
}

func private(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email))
}

func open(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

// ServeOptional lets everybody pass who brings no token.
func ServeOptional() error {
	jwtValidator, err := newValidator()
	if err != nil {
		return err
	}
	middleware := jwtmiddleware.New(jwtValidator.ValidateToken, jwtmiddleware.WithCredentialsOptional(true))
	mux := http.NewServeMux()
	mux.HandleFunc("GET /unasked", unasked)
	mux.HandleFunc("GET /asked", asked)
	return http.ListenAndServe("localhost:8080", middleware.CheckJWT(mux))
}

func unasked(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func asked(w http.ResponseWriter, r *http.Request) {
	claims, ok := r.Context().Value(jwtmiddleware.ContextKey{}).(*validator.ValidatedClaims)
	if !ok {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(claims.RegisteredClaims.Subject).Email))
}
