// Program staticroutes serves two routers through an interface, one with a group of files,
// for which nobody gives a handler, beside others.
package main

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"handlers/people"
)

func known(c *gin.Context) {
	if people.Verify(c.Request) != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func show(c *gin.Context) { c.String(http.StatusOK, people.Find(c.Param("id")).Email) }

func open(c *gin.Context) {
	c.String(http.StatusOK, people.Find(c.Param("id")).Email) // want `email from Person.Email reaches gin.Context.String before the caller is verified`
}

// A listener serves what it is given.
type listener interface{ Listen(h http.Handler) error }

// serve builds two routers, which others serve.
func serve(l listener) {
	health := gin.New()
	health.GET("/health", func(c *gin.Context) { c.Status(http.StatusOK) })
	router := gin.Default()
	api := router.Group("/api")
	api.Static("/files", "./files")
	api.GET("/known/:id", known, show)
	api.GET("/open/:id", open)
	go l.Listen(health)
	l.Listen(router)
}

func main() { serve(newListener()) }

type plain struct{}

func newListener() listener { return plain{} }

func (plain) Listen(h http.Handler) error { return http.ListenAndServe(":8080", h) }
