// Package guard makes middleware for other packages.
package guard

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"handlers/people"
)

// Guard knows who may pass.
type Guard struct{ name string }

// New gives a guard.
func New(name string) *Guard { return &Guard{name} }

// Auth lets only those through who are known.
func (g *Guard) Auth(next http.Handler) http.Handler { return g.auth(true)(next) }

// Trace lets everybody through.
func (g *Guard) Trace(next http.Handler) http.Handler { return g.auth(false)(next) }

func (g *Guard) auth(required bool) func(http.Handler) http.Handler {
	onError := func(h http.Handler, w http.ResponseWriter, r *http.Request, err error) {
		if !required {
			h.ServeHTTP(w, r)
			return
		}
		http.Error(w, err.Error(), http.StatusUnauthorized)
	}
	return func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if err := people.Verify(r); err != nil {
				onError(h, w, r, err)
				return
			}
			h.ServeHTTP(w, r)
		})
	}
}

// Gin is middleware for gin; optional lets everybody through.
func Gin(optional bool) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := people.Verify(c.Request); err != nil && !optional {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Next()
	}
}
