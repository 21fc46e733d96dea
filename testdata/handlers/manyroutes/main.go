// Package main serves many routes behind several steps that leave something in the request.
package main

import (
	"github.com/labstack/echo/v4"

	"handlers/manyroutes/web"
)

func main() {
	app := &web.App{Server: echo.New()}
	web.Build(app)
	app.Server.Start(":8080") // want `web.show is reached by callers who are not verified: email from User.Email reaches echo.Context.JSON`
}
