// Package guard checks callers for other packages.
package guard

import "net/http"

// Tokens knows tokens.
type Tokens interface {
	Check(token string) error
}

// Gate is middleware that asks a table of tokens.
type Gate struct{ Tokens Tokens }

// Pass lets callers with a good token pass.
func (g *Gate) Pass(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := g.Tokens.Check(r.Header.Get("Authorization")); err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
