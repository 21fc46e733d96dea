// Package echokeys reads requests with echo.
package echokeys

import (
	"log"

	"github.com/labstack/echo/v4"
)

func handle(c echo.Context) error {
	log.Print(c.Param("email"))             // want `email from c.Param\("email"\) reaches log.Print without redaction`
	log.Print(c.QueryParam("phone"))        // want `phone from c.QueryParam\("phone"\) reaches log.Print`
	log.Print(c.FormValue("password"))      // want `credential from c.FormValue\("password"\) reaches log.Print`
	log.Print(c.QueryParams().Get("email")) // want `email from c.QueryParams\(\).Get\("email"\) reaches log.Print`
	log.Print(c.Param("id"), c.QueryParam("order_by"), c.Request().Header.Get("email"))
	return nil
}
