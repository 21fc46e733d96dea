// Package logrs logs tagged data with github.com/go-logr/logr.
package logrs

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/go-logr/logr"
	"github.com/go-logr/logr/funcr"

	"libs/people"
)

// Calls logs keys and values.
func Calls(log logr.Logger, c people.Customer, o people.Order, p people.Patient) {
	log.Info("m", "email", c.Email)                                // want "email from Customer.Email reach.* logr.Logger.Info without"
	log.Info("to "+c.Email, "id", c.ID)                            // want "email from Customer.Email reach.* logr.Logger.Info without"
	log.Info("m", c.Email, 1)                                      // want "email from Customer.Email reach.* logr.Logger.Info without"
	log.Info("m", "email", c.Email, "phone", c.Phone)              // want "email from Customer.Email and phone from Customer.Phone reach.* logr.Logger.Info without"
	log.V(1).Info("m", "email", c.Email)                           // want "email from Customer.Email reach.* logr.Logger.Info without"
	log.Error(nil, "m", "email", c.Email)                          // want "email from Customer.Email reach.* logr.Logger.Error without"
	log.WithValues("email", c.Email).Info("m")                     // want "email from Customer.Email reach.* logr.Logger.WithValues without"
	log.WithName(c.Email).Info("m")                                // want "email from Customer.Email reach.* logr.Logger.WithName without"
	log.V(1).WithName("a").WithValues("e", c.Email).V(2).Info("m") // want "email from Customer.Email reach.* logr.Logger.WithValues without"
	log.Info("m", "c", c)                                          // want "email from Customer.Email and phone from Customer.Phone reach.* logr.Logger.Info without"
	log.Info("m", "c", &c)                                         // want "email from Customer.Email and phone from Customer.Phone reach.* logr.Logger.Info without"
	log.Info("m", "cs", map[string]people.Customer{"a": c})        // want "email from Customer.Email and phone from Customer.Phone reach.* logr.Logger.Info without"
	log.Info("m", "o", o)                                          // want "email from Customer.Email and phone from Customer.Phone reach.* logr.Logger.Info without"
	log.Info("m", "ssn", p.SSN, "born", p.Born)                    // want "dob from Patient.Born and ssn from Patient.SSN reach.* logr.Logger.Info without"

	log.Info("m", "id", c.ID, "email", people.Mask(c.Email))
	log.V(1).Info("m", "number", o.Number)
	log.WithValues("id", c.ID).WithName("store").Info("m")
	log.Error(nil, "m", "length", len(c.Email))
}

// Carried takes loggers from contexts.
func Carried(ctx context.Context, log logr.Logger, c people.Customer) {
	logr.FromContextOrDiscard(ctx).Info("m", "email", c.Email)   // want "email from Customer.Email reach.* logr.Logger.Info without"
	ctx = logr.NewContext(ctx, log.WithValues("email", c.Email)) // want "email from Customer.Email reach.* logr.Logger.WithValues without"
	logr.FromContextOrDiscard(ctx).Info("m", "id", c.ID)
	logr.FromContextAsSlogLogger(ctx).Info("m", "email", c.Email) // want "email from Customer.Email reach.* slog.Logger.Info without"
	logr.FromContextAsSlogLogger(ctx).Info("m", "id", c.ID)
}

// Sink calls the interface below the logger.
func Sink(sink logr.LogSink, c people.Customer) {
	sink.Info(0, "m", "email", c.Email)                   // want "email from Customer.Email reach.* logr.LogSink.Info without"
	sink.Error(nil, "m", "email", c.Email)                // want "email from Customer.Email reach.* logr.LogSink.Error without"
	logr.New(sink.WithValues("email", c.Email)).Info("m") // want "email from Customer.Email reach.* logr.LogSink.WithValues without"
	sink.Info(0, "m", "id", c.ID)
}

// told gives its email to the logger.
type told struct{ people.Customer }

func (c told) MarshalLog() any { return map[string]string{"id": c.ID, "email": c.Email} }

// masked gives nothing personal.
type masked struct{ people.Customer }

func (c masked) MarshalLog() any { return c.ID }

// Methods hands over types that have their say in how they print.
func Methods(log logr.Logger, c people.Customer, q people.Quiet, t people.Talky, l people.Login) {
	log.Info("m", "c", told{c})             // want "email from Customer.Email reach.* logr.Logger.Info without"
	log.Info("m", "t", t)                   // want "email from Talky.Email reach.* logr.Logger.Info without"
	log.Info("m", "l", l)                   // want "name from Login.User reach.* logr.Logger.Info without"
	log.Info("m", "pw", string(l.Password)) // want "credential from Login.Password reach.* logr.Logger.Info without"
	log.Info("m", "c", masked{c})
	log.Info("m", "q", q, "qs", []people.Quiet{q}, "pw", l.Password)
}

// Funcr builds the logger where it can be seen.
func Funcr(write func(prefix, args string), c people.Customer, a people.Account) {
	log := funcr.New(write, funcr.Options{})
	log.Info("m", "email", c.Email) // want "email from Customer.Email reach.* logr.Logger.Info without"
	log.Info("m", "c", c)           // want "email from Customer.Email and phone from Customer.Phone reach.* logr.Logger.Info without"
	log.Info("m", "id", c.ID)
	j := funcr.NewJSON(func(obj string) { write("", obj) }, funcr.Options{})
	j.Info("m", "email", c.Email) // want "email from Customer.Email reach.* logr.Logger.Info without"
	j.Info("m", "id", a.ID)
}

var errNotFound = errors.New("not found")

// Errors logs errors: those built from personal data were reported there.
func Errors(log logr.Logger, c people.Customer) {
	err := fmt.Errorf("no customer %s: %w", c.Email, errNotFound) // want "email from Customer.Email reach.* fmt.Errorf without"
	log.Error(err, "m")
	log.Info("m", "err", err)
	_, err = strconv.Atoi(c.Phone)
	log.Error(err, "m")       // want "phone from Customer.Phone reach.* logr.Logger.Error without"
	log.Info("m", "err", err) // want "phone from Customer.Phone reach.* logr.Logger.Info without"
	log.Error(errNotFound, "m", "id", c.ID)
}
