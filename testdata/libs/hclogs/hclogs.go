// Package hclogs logs tagged data with github.com/hashicorp/go-hclog.
package hclogs

import (
	"context"
	"fmt"
	"strconv"

	"github.com/hashicorp/go-hclog"

	"libs/people"
)

// Levels logs the same field at every level.
func Levels(log hclog.Logger, c people.Customer) {
	log.Trace("m", "email", c.Email)                 // want "email from Customer.Email reach.* hclog.Logger.Trace without"
	log.Debug("m", "email", c.Email)                 // want "email from Customer.Email reach.* hclog.Logger.Debug without"
	log.Info("m", "email", c.Email)                  // want "email from Customer.Email reach.* hclog.Logger.Info without"
	log.Warn("m", "email", c.Email)                  // want "email from Customer.Email reach.* hclog.Logger.Warn without"
	log.Error("m", "email", c.Email)                 // want "email from Customer.Email reach.* hclog.Logger.Error without"
	log.Log(hclog.Info, "m", "email", c.Email)       // want "email from Customer.Email reach.* hclog.Logger.Log without"
	log.Info("to "+c.Email, "id", c.ID)              // want "email from Customer.Email reach.* hclog.Logger.Info without"
	log.Info("m", c.Email, 1)                        // want "email from Customer.Email reach.* hclog.Logger.Info without"
	log.Info("m", "a", c.Phone, "b", c.Email)        // want "email from Customer.Email and phone from Customer.Phone reach.* hclog.Logger.Info without"
	log.Info("m", "to", hclog.Fmt("<%s>", c.Email))  // want "email from Customer.Email reach.* hclog.Logger.Info without"
	log.Info("m", "to", hclog.Quote(c.Email))        // want "email from Customer.Email reach.* hclog.Logger.Info without"
	hclog.Default().Info("m", "email", c.Email)      // want "email from Customer.Email reach.* hclog.Logger.Info without"
	hclog.L().Warn("m", "email", c.Email)            // want "email from Customer.Email reach.* hclog.Logger.Warn without"
	log.StandardLogger(nil).Printf("to %s", c.Email) // want "email from Customer.Email reach.* log.Logger.Printf without"

	log.Trace("m", "id", c.ID)
	log.Info("m", "email", people.Mask(c.Email), "length", len(c.Email))
	log.Info("m", "to", hclog.Fmt("<%s>", c.ID))
	log.Log(hclog.Info, "m", "type", fmt.Sprintf("%T", c))
}

// With puts data into loggers: it's reported there and not where the logger
// is used.
func With(ctx context.Context, log hclog.Logger, c people.Customer) {
	l := log.With("email", c.Email) // want "email from Customer.Email reach.* hclog.Logger.With without"
	l.Info("m")
	l.Warn("m", "phone", c.Phone)                                // want "phone from Customer.Phone reach.* hclog.Logger.Warn without"
	log.Named(c.Email).Info("m")                                 // want "email from Customer.Email reach.* hclog.Logger.Named without"
	log.ResetNamed(c.Email).Info("m")                            // want "email from Customer.Email reach.* hclog.Logger.ResetNamed without"
	log.Named("a").With("id", c.ID, "c", c).Named("b").Info("m") // want "email from Customer.Email and phone from Customer.Phone reach.* hclog.Logger.With without"
	hclog.New(&hclog.LoggerOptions{Name: c.Email}).Info("m")     // want "email from Customer.Email reach.* hclog.New without"
	ctx = hclog.WithContext(ctx, log, "email", c.Email)          // want "email from Customer.Email reach.* hclog.WithContext without"
	hclog.FromContext(ctx).Info("m")
	hclog.FromContext(ctx).Info("m", "email", c.Email) // want "email from Customer.Email reach.* hclog.Logger.Info without"

	log.Named("store").With("id", c.ID).Info("m")
	hclog.New(&hclog.LoggerOptions{Name: "store"}).Info("m", "id", c.ID)
}

// Carriers hands over structs, which are printed with %v.
func Carriers(log hclog.Logger, c people.Customer, a people.Account, w people.Wallet, q people.Quiet, t people.Talky, s people.Shy, v people.Valued) {
	log.Info("m", "c", c)                                   // want "email from Customer.Email and phone from Customer.Phone reach.* hclog.Logger.Info without"
	log.Info("m", "c", &c)                                  // want "email from Customer.Email and phone from Customer.Phone reach.* hclog.Logger.Info without"
	log.Info("m", "cs", []people.Customer{c})               // want "email from Customer.Email and phone from Customer.Phone reach.* hclog.Logger.Info without"
	log.Info("m", "cs", []*people.Customer{&c})             // want "email from Customer.Email and phone from Customer.Phone reach.* hclog.Logger.Info without"
	log.Info("m", "cs", map[string]people.Customer{"a": c}) // want "email from Customer.Email and phone from Customer.Phone reach.* hclog.Logger.Info without"
	log.Info("m", "a", a)                                   // want "email from Account.Email reach.* hclog.Logger.Info without"
	log.Info("m", "w", w)                                   // want "name from Wallet.Owner and payment_card from Wallet.card reach.* hclog.Logger.Info without"
	log.Info("m", "t", t)                                   // want "email from Talky.Email reach.* hclog.Logger.Info without"
	log.Info("m", "s", s)                                   // want "email from Shy.Email reach.* hclog.Logger.Info without"
	log.Info("m", "v", v)                                   // want "email from Valued.Email reach.* hclog.Logger.Info without"
	log.Info("m", "q", q, "qs", []people.Quiet{q})
	log.Info("m", "s", &s)
}

// JSON sets the format where it can be seen: pointers are followed then.
func JSON(o people.Order) {
	log := hclog.New(&hclog.LoggerOptions{JSONFormat: true})
	log.Info("m", "o", o) // want "email from Customer.Email and phone from Customer.Phone reach.* hclog.Logger.Info without"
	log.Info("m", "number", o.Number)
}

// Errors logs errors: those built from personal data were reported there.
func Errors(log hclog.Logger, c people.Customer) {
	err := fmt.Errorf("no customer %s", c.Email) // want "email from Customer.Email reach.* fmt.Errorf without"
	log.Error("m", "err", err)
	_, err = strconv.Atoi(c.Phone)
	log.Error("m", "err", err)                         // want "phone from Customer.Phone reach.* hclog.Logger.Error without"
	log.Error("m", "err", hclog.Fmt("parse: %v", err)) // want "phone from Customer.Phone reach.* hclog.Logger.Error without"
}
