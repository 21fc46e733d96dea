// Package gate has middleware that functions in its settings may open.
package gate

import (
	"net/http"

	"handlers/people"
)

// Gate is middleware with settings.
type Gate struct {
	skip   func(*http.Request) bool
	refuse func(http.ResponseWriter)
}

// Option sets something.
type Option func(*Gate)

// WithSkip lets pass whom the function says.
func WithSkip(skip func(*http.Request) bool) Option { return func(g *Gate) { g.skip = skip } }

// WithRefuse says what strangers get to see.
func WithRefuse(refuse func(http.ResponseWriter)) Option {
	return func(g *Gate) { g.refuse = refuse }
}

// New makes a gate.
func New(opts ...Option) *Gate {
	g := &Gate{refuse: func(w http.ResponseWriter) { w.WriteHeader(http.StatusUnauthorized) }}
	for _, opt := range opts {
		opt(g)
	}
	return g
}

// Check lets in whom it knows, and those for whom it was opened.
func (g *Gate) Check(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if g.skip != nil && g.skip(r) {
			next.ServeHTTP(w, r)
			return
		}
		if people.Verify(r) != nil {
			g.refuse(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}
