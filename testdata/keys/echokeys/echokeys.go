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
	log.Print(c.Param("id"), c.QueryParam("order_by"), c.Request().Header.Get("X-Request-Id"))
	log.Print(c.Request().Header.Get("X-User-Email")) // want `email from c.Request\(\).Header.Get\("X-User-Email"\) reaches log.Print`
	if ck, err := c.Cookie("email"); err == nil {
		log.Print(ck.Value) // want `email from c.Cookie\("email"\) reaches log.Print`
		log.Print(ck.Name)
	}
	ck, _ := c.Cookie("theme")
	log.Print(ck.Value)
	params, err := c.FormParams()
	if err != nil {
		return err
	}
	log.Print(params.Get("phone")) // want `phone from params.Get\("phone"\) reaches log.Print`
	log.Print(params.Get("page"))
	form, err := c.MultipartForm()
	if err != nil {
		return err
	}
	log.Print(form.Value["ssn"]) // want `ssn from form.Value\["ssn"\] reaches log.Print`
	return nil
}
