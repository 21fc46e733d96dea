// Package echo5keys reads requests with version 5 of echo.
package echo5keys

import (
	"log"

	"github.com/labstack/echo/v5"
)

func handle(c *echo.Context) error {
	log.Print(c.Param("email"))                   // want `email from c.Param\("email"\) reaches log.Print without redaction`
	log.Print(c.QueryParam("phone"))              // want `phone from c.QueryParam\("phone"\) reaches log.Print`
	log.Print(c.FormValueOr("password", "none"))  // want `credential from c.FormValueOr\("password", "none"\) reaches log.Print`
	log.Print(c.QueryParams().Get("email"))       // want `email from c.QueryParams\(\).Get\("email"\) reaches log.Print`
	c.Logger().Info("query", "q", c.Param("ssn")) // want `ssn from c.Param\("ssn"\) reaches c.Logger\(\).Info|ssn from c.Param\("ssn"\) reaches slog`
	log.Print(c.Param("id"), c.QueryParamOr("order_by", "id"), c.Request().Header.Get("X-Request-Id"))
	log.Print(c.Request().Header.Get("X-User-Email")) // want `email from c.Request\(\).Header.Get\("X-User-Email"\) reaches log.Print`
	if ck, err := c.Cookie("email"); err == nil {
		log.Print(ck.Value) // want `email from c.Cookie\("email"\) reaches log.Print`
		log.Print(ck.Name)
	}
	form, err := c.FormValues()
	if err != nil {
		return err
	}
	log.Print(form.Get("phone")) // want `phone from form.Get\("phone"\) reaches log.Print`
	log.Print(form.Get("page"))
	return nil
}

func typed(c *echo.Context) error {
	mail, err := echo.QueryParam[string](c, "email")
	if err != nil {
		return err
	}
	log.Print(mail) // want `email from echo.QueryParam\[string\]\(c, "email"\) reaches log.Print`
	page, _ := echo.QueryParamOr[string](c, "page", "1")
	ssn, _ := echo.PathParam[string](c, "ssn")
	log.Print(page)
	log.Print(ssn) // want `ssn from echo.PathParam\[string\]\(c, "ssn"\) reaches log.Print`
	var phone, sort string
	_ = echo.FormFieldBinder(c).String("phone", &phone).String("sort", &sort).BindError()
	log.Print(sort)
	log.Print(phone) // want `phone from echo.FormFieldBinder\(c\).String\("phone", &phone\) reaches log.Print`
	return nil
}
