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
	log.Print(c.Params("id"), c.Query("q"))
	return nil
}
