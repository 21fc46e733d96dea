// Package mw gives middleware away behind an interface, of a type that nobody else
// can name.
package mw

import (
	"github.com/gin-gonic/gin"

	"handlers/people"
)

// Middleware is what routes stand behind.
type Middleware interface {
	User() gin.HandlerFunc
	Trim() gin.HandlerFunc
}

type tokens interface{ Check(token string) error }

type middleware struct{ tokens tokens }

type known struct{}

func (known) Check(token string) error { return people.VerifyToken(token) }

// New makes middleware.
func New() Middleware { return &middleware{tokens: known{}} }

func (m *middleware) User() gin.HandlerFunc { return m.authorize() }

func (*middleware) Trim() gin.HandlerFunc { return func(*gin.Context) {} }

func (m *middleware) authorize() gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := m.tokens.Check(c.GetHeader("Authorization")); err != nil {
			c.Abort()
			return
		}
		c.Set("known", true)
	}
}
