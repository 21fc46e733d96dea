// Package clerk has Clerk's middleware: one requires a session, the other lets
// everybody pass and leaves the claims in the context.
package clerk

import (
	"net/http"
	"strings"

	"github.com/clerk/clerk-sdk-go/v2"
	clerkhttp "github.com/clerk/clerk-sdk-go/v2/http"
	"github.com/clerk/clerk-sdk-go/v2/jwt"

	"authlibs/people"
)

// Serve serves with both.
func Serve() error {
	clerk.SetKey("sk_live_XXX")
	mux := http.NewServeMux()
	mux.HandleFunc("GET /open", open)
	mux.Handle("GET /required", clerkhttp.RequireHeaderAuthorization()(http.HandlerFunc(required)))
	mux.Handle("GET /asked", clerkhttp.WithHeaderAuthorization()(http.HandlerFunc(asked)))
	mux.Handle("GET /unasked", clerkhttp.WithHeaderAuthorization()(http.HandlerFunc(unasked)))
	mux.Handle("GET /guarded", clerkhttp.WithHeaderAuthorization(clerkhttp.AuthorizationFailureHandler(http.HandlerFunc(unknown)))(guard(http.HandlerFunc(guarded))))
	mux.HandleFunc("GET /manual", manual)
	mux.HandleFunc("GET /decoded", decoded)
	return http.ListenAndServe("localhost:8080", mux)
}

func unknown(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) }

func open(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func required(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(people.Find("1").Email))
}

func asked(w http.ResponseWriter, r *http.Request) {
	claims, ok := clerk.SessionClaimsFromContext(r.Context())
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(claims.Subject).Email))
}

func unasked(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

// guard stands behind the middleware that lets everybody pass.
func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if claims, ok := clerk.SessionClaimsFromContext(r.Context()); !ok || claims == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func guarded(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(people.Find("1").Email))
}

func manual(w http.ResponseWriter, r *http.Request) {
	token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	claims, err := jwt.Verify(r.Context(), &jwt.VerifyParams{Token: token})
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(claims.Subject).Email))
}

func decoded(w http.ResponseWriter, r *http.Request) {
	token, err := jwt.Decode(r.Context(), &jwt.DecodeParams{Token: r.Header.Get("Authorization")})
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(token.Subject).Email)) // want `email from Person.Email reaches`
}
