// Package gokit logs tagged data with github.com/go-kit/log.
package gokit

import (
	"fmt"
	"strconv"

	"github.com/go-kit/log"
	"github.com/go-kit/log/level"

	"libs/people"
)

// Calls logs keys and values at every level.
func Calls(logger log.Logger, c people.Customer, p people.Patient) {
	logger.Log("msg", "m", "email", c.Email)        // want "email from Customer.Email reach.* log.Logger.Log without"
	logger.Log("msg", "to "+c.Email)                // want "email from Customer.Email reach.* log.Logger.Log without"
	logger.Log(c.Email, 1)                          // want "email from Customer.Email reach.* log.Logger.Log without"
	logger.Log("a", c.Phone, "b", c.Email)          // want "email from Customer.Email and phone from Customer.Phone reach.* log.Logger.Log without"
	logger.Log("to", fmt.Sprintf("<%s>", c.Email))  // want "email from Customer.Email reach.* log.Logger.Log without"
	logger.Log("ssn", p.SSN, "born", p.Born)        // want "dob from Patient.Born and ssn from Patient.SSN reach.* log.Logger.Log without"
	level.Debug(logger).Log("email", c.Email)       // want "email from Customer.Email reach.* log.Logger.Log without"
	level.Info(logger).Log("email", c.Email)        // want "email from Customer.Email reach.* log.Logger.Log without"
	level.Warn(logger).Log("email", c.Email)        // want "email from Customer.Email reach.* log.Logger.Log without"
	level.Error(logger).Log("email", c.Email)       // want "email from Customer.Email reach.* log.Logger.Log without"
	log.NewSyncLogger(logger).Log("email", c.Email) // want "email from Customer.Email reach.* log.Logger.Log without"

	logger.Log("msg", "m", "id", c.ID, "email", people.Mask(c.Email))
	level.Info(logger).Log("length", len(c.Email))
	level.Error(logger).Log("type", fmt.Sprintf("%T", c))
}

// With puts data into loggers: it's reported there and not where the logger
// is used.
func With(logger log.Logger, c people.Customer) {
	l := log.With(logger, "email", c.Email) // want "email from Customer.Email reach.* log.With without"
	l.Log("msg", "m")
	level.Info(l).Log("phone", c.Phone)                                   // want "phone from Customer.Phone reach.* log.Logger.Log without"
	log.WithPrefix(logger, "email", c.Email).Log("msg", "m")              // want "email from Customer.Email reach.* log.WithPrefix without"
	log.WithSuffix(logger, "email", c.Email).Log("msg", "m")              // want "email from Customer.Email reach.* log.WithSuffix without"
	log.With(logger, "caller", log.DefaultCaller, "c", c).Log("msg", "m") // want "email from Customer.Email and phone from Customer.Phone reach.* log.With without"

	log.With(logger, "ts", log.DefaultTimestampUTC, "id", c.ID).Log("msg", "m")
	log.WithPrefix(logger, "id", c.ID).Log("msg", "m")
}

// Carriers hands over structs: the JSON logger encodes them, the logfmt logger
// calls their methods or refuses them.
func Carriers(logger log.Logger, c people.Customer, a people.Account, q people.Quiet, t people.Talky, lo people.Login) {
	logger.Log("c", c)                     // want "email from Customer.Email and phone from Customer.Phone reach.* log.Logger.Log without"
	logger.Log("c", &c)                    // want "email from Customer.Email and phone from Customer.Phone reach.* log.Logger.Log without"
	logger.Log("cs", []people.Customer{c}) // want "email from Customer.Email and phone from Customer.Phone reach.* log.Logger.Log without"
	logger.Log("t", t)                     // want "email from Talky.Email reach.* log.Logger.Log without"
	logger.Log("l", lo)                    // want "name from Login.User reach.* log.Logger.Log without"
	logger.Log("a", a, "q", q, "pw", lo.Password)
}

// Errors logs errors: those built from personal data were reported there.
func Errors(logger log.Logger, c people.Customer) {
	err := fmt.Errorf("no customer %s", c.Email) // want "email from Customer.Email reach.* fmt.Errorf without"
	level.Error(logger).Log("err", err)
	_, err = strconv.Atoi(c.Phone)
	level.Error(logger).Log("err", err) // want "phone from Customer.Phone reach.* log.Logger.Log without"
}
