package main

import (
	"github.com/gin-contrib/sessions"
	"github.com/gin-contrib/sessions/cookie"
	"github.com/gin-gonic/gin"

	"handlers/sessionapart/web"
)

func main() {
	e := gin.New()
	e.Use(sessions.Sessions("app", cookie.NewStore([]byte("k"))))
	web.Routes(e)
	e.Run() // want `web.Routes is reached by callers who are not verified: name from User.Name reaches gin.Context.JSON`
}
