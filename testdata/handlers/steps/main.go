// Program steps wraps steps of gin's chain in others: each ends the chain, or goes on,
// and tells that by no result.
package main

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"handlers/people"
)

type webContext struct {
	*gin.Context
	lang string
}

type step func(*webContext)

func bind(s step) gin.HandlerFunc {
	return func(c *gin.Context) { s(&webContext{Context: c, lang: "en"}) }
}

func logged(s gin.HandlerFunc) gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Header("Server", "steps")
		s(c)
	}
}

func auth(c *webContext) {
	if people.VerifyToken(c.GetHeader("Authorization")) != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

// nextAuth goes on by itself.
func nextAuth(c *gin.Context) {
	if people.VerifyToken(c.GetHeader("Authorization")) != nil {
		c.Abort()
		return
	}
	c.Next()
}

func loose(c *webContext) {
	if people.VerifyToken(c.GetHeader("Authorization")) != nil {
		c.Header("X-Caller", "unknown")
	}
}

func half(c *gin.Context) {
	if c.Query("public") == "" && people.VerifyToken(c.GetHeader("Authorization")) != nil {
		c.Abort()
	}
}

// both has two steps, of which the first may end the chain.
func both(first, second gin.HandlerFunc) gin.HandlerFunc {
	return func(c *gin.Context) {
		first(c)
		if c.IsAborted() {
			return
		}
		second(c)
	}
}

func noted(c *gin.Context) {
	if c.GetHeader("X-Blocked") != "" {
		c.AbortWithStatus(http.StatusForbidden)
	}
}

func name(c *gin.Context) { c.String(http.StatusOK, people.Find(c.Param("id")).Name) }

func email(c *gin.Context) {
	c.String(http.StatusOK, people.Find(c.Param("id")).Email) // want `email from Person.Email reaches gin.Context.String before the caller is verified`
}

func card(c *gin.Context) {
	c.String(http.StatusOK, people.Find(c.Param("id")).Card) // want `payment_card from Person.Card reaches gin.Context.String before the caller is verified`
}

func address(c *gin.Context) {
	c.String(http.StatusOK, people.Find(c.Param("id")).Email) // want `email from Person.Email reaches gin.Context.String before the caller is verified`
}

func main() {
	r := gin.New()
	r.Group("/a", bind(auth)).GET("/:id", name)
	r.Group("/b", logged(nextAuth)).GET("/:id", name)
	r.Group("/c", logged(logged(bind(auth)))).GET("/:id", name)
	r.Group("/d", bind(loose)).GET("/:id", email)
	r.Group("/e", logged(half)).GET("/:id", card)
	r.Group("/f", both(noted, nextAuth)).GET("/:id", name)
	r.Group("/g", both(noted, bind(auth))).GET("/:id", name)
	r.Group("/h", both(noted, half)).GET("/:id", address)
	_ = r.Run()
}
