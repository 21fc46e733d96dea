// Package app calls the wrappers.
package app

import (
	"log/slog"

	"flow/cross/variadic_wrappers/middle"
	"flow/cross/variadic_wrappers/model"
)

func calls(c model.Customer) {
	middle.Infof("%s", c.ID)
	middle.Infof("%s", c.Email) // want `email from Customer.Email reaches log.Output`
	middle.Infof("%T", c)
	middle.Infof("%d %s", len(c.Email), c.ID)
	middle.Info(c.ID)
	middle.Info(c.ID, c.Phone) // want `phone from Customer.Phone reaches log.Println`
	middle.Info(c)             // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	middle.Lines(c.ID, "x")
	middle.Lines(c.ID, "x", c.Email) // want `email from Customer.Email reaches log.Print`
	middle.Lines(c.Phone)            // want `phone from Customer.Phone reaches log.Print`
	middle.Count(c, c.Email)
	middle.Drop("%s", c.Email)
	middle.Drop(c.Email) // want `email from Customer.Email reaches log.Println`
}

func structured(c model.Customer) {
	middle.KV("x", "id", c.ID)
	middle.KV("x", "id", c.ID, "email", c.Email) // want `email from Customer.Email reaches slog.Info`
	middle.Attrs("x", slog.String("id", c.ID))
	middle.Attrs("x", slog.String("email", c.Email)) // want `email from Customer.Email reaches slog.Warn`
}

func spread(c model.Customer) {
	args := []any{c.ID}
	middle.Infof("%v", args...)
	args = append(args, c.Email)
	middle.Infof("%v %v", args...) // want `email from Customer.Email reaches log.Output`
}
