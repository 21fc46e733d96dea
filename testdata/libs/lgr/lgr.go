// Package lgr logs tagged data with github.com/go-pkgz/lgr.
package lgr

import (
	"fmt"

	log "github.com/go-pkgz/lgr"

	"libs/people"
)

// Functions logs through the package's own logger.
func Functions(c people.Customer) {
	log.Printf("[INFO] to %s", c.Email)         // want "email from Customer.Email reaches lgr.Printf without"
	log.Print("[WARN] " + c.Email)              // want "email from Customer.Email reaches lgr.Print without"
	log.Default().Logf("[INFO] to %s", c.Email) // want "email from Customer.Email reaches lgr.Logger.Logf without"
	log.Std("to %s", c.Email)                   // want "email from Customer.Email reaches lgr.Std without"
	log.Printf("[INFO] to %s of type %T", c.ID, c)
	log.NoOp.Logf("to %s", c.Email)
}

// Dies stands alone.
func Dies(c people.Customer) {
	log.Fatalf("to %s", c.Email) // want "email from Customer.Email reaches lgr.Fatalf without"
}

// Logger logs through loggers of its own.
func Logger(l log.L, own *log.Logger, c people.Customer) {
	l.Logf("to %s", c.Email)                               // want "email from Customer.Email reaches lgr.L.Logf without"
	own.Logf("to %s", c.Email)                             // want "email from Customer.Email reaches lgr.Logger.Logf without"
	log.New(log.Debug).Logf("to %s", people.Mask(c.Email)) // masked
	log.New(log.Debug, log.Msec).Logf("[DEBUG] to %+v", c) // want "email from Customer.Email and phone from Customer.Phone reach lgr.Logger.Logf without"
	fmt.Fprintln(log.ToWriter(l, "INFO"), c.Email)         // want "email from Customer.Email reaches lgr.Writer.Write without"
	log.ToStdLogger(l, "INFO").Println(c.Email)            // want "email from Customer.Email reaches log.Logger.Println without"
}

// Adapted logs through functions.
func Adapted(c people.Customer) {
	var l log.L = log.Func(func(format string, args ...any) { fmt.Println(len(args)) })
	l.Logf("to %s", c.Email)
	l = log.Func(func(format string, args ...any) { log.Printf(format, args...) })
	l.Logf("to %s", c.Email) // want "email from Customer.Email reaches lgr.Printf without"
}
