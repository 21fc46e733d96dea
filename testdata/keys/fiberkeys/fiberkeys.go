// Package fiberkeys reads requests with fiber.
package fiberkeys

import (
	"log"

	"github.com/gofiber/fiber/v2"
)

func handle(c *fiber.Ctx) error {
	log.Print(c.Params("email"))        // want `email from c.Params\("email"\) reaches log.Print without redaction`
	log.Print(c.Query("phone", "none")) // want `phone from c.Query\("phone", "none"\) reaches log.Print`
	log.Print(c.FormValue("iban"))      // want `bank_account from c.FormValue\("iban"\) reaches log.Print`
	log.Print(c.Params("id"), c.Query("q"), c.Get("X-Request-Id"), c.Cookies("theme"))
	log.Print(c.Get("X-User-Email"))                // want `email from c.Get\("X-User-Email"\) reaches log.Print`
	log.Print(c.Cookies("email"))                   // want `email from c.Cookies\("email"\) reaches log.Print`
	log.Print(c.Queries()["phone"])                 // want `phone from c.Queries\(\)\["phone"\] reaches log.Print`
	log.Print(c.AllParams()["ssn"])                 // want `ssn from c.AllParams\(\)\["ssn"\] reaches log.Print`
	log.Print(c.GetReqHeaders()["X-User-Email"][0]) // want `email from c.GetReqHeaders\(\)\["X-User-Email"\] reaches log.Print`
	for _, k := range []string{"page", "email"} {
		log.Print(c.FormValue(k)) // want `email from c.FormValue\(k\) reaches log.Print`
	}
	form, err := c.MultipartForm()
	if err != nil {
		return err
	}
	log.Print(form.Value["phone"]) // want `phone from form.Value\["phone"\] reaches log.Print`
	return nil
}

func beneath(c *fiber.Ctx) error {
	log.Print(string(c.Context().QueryArgs().Peek("email"))) // want `email from c\.Context\(\)\.QueryArgs\(\)\.Peek\("email"\) reaches log\.Print without redaction`
	log.Print(string(c.Context().QueryArgs().Peek("page")))
	return nil
}
