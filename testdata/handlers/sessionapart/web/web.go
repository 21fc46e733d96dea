// Package web registers routes for those that have a router.
package web

import (
	"database/sql"

	"github.com/gin-gonic/gin"

	"handlers/sessionapart/mw"
)

type User struct {
	Name string `pii:"name"`
}

func load() (u User) {
	db.QueryRow("SELECT name FROM users").Scan(&u.Name)
	return u
}

var db *sql.DB

func Routes(e *gin.Engine) {
	e.Use(mw.Load())
	e.GET("/x", func(c *gin.Context) {
		c.JSON(200, load())
	})
}
