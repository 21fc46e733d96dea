// Package routes knows handlers and middleware by interfaces alone.
package routes

import (
	"github.com/gin-gonic/gin"

	"handlers/injected/mw"
	"handlers/injected/shown"
)

// Add adds the routes, of which those behind Use need a user.
func Add(api *gin.RouterGroup, m mw.Middleware, p shown.People) {
	login := api.Group("/login", m.Trim())
	login.POST("/", p.Login)
	api.GET("/search", p.Search())
	api.Use(m.User())
	account := api.Group("/account")
	account.GET("/", p.Profile)
	account.GET("/mine", p.Mine())
}
