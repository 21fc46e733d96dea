// Package mw looks into the session that a middleware of another package keeps.
package mw

import (
	"github.com/gin-contrib/sessions"
	"github.com/gin-gonic/gin"
)

func Load() gin.HandlerFunc {
	return func(c *gin.Context) {
		s := sessions.Default(c)
		id, _ := s.Get("user_id").(string)
		c.Set("id", id)
		c.Next()
	}
}
