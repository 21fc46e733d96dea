// Package apexlog logs tagged data with github.com/apex/log.
package apexlog

import (
	"fmt"
	"strconv"

	"github.com/apex/log"

	"libs/people"
)

// Functions logs through the functions of the package.
func Functions(c people.Customer) {
	log.Debug("to " + c.Email)                                       // want "email from Customer.Email reach.* log.Debug without"
	log.Info("to " + c.Email)                                        // want "email from Customer.Email reach.* log.Info without"
	log.Warn("to " + c.Email)                                        // want "email from Customer.Email reach.* log.Warn without"
	log.Error("to " + c.Email)                                       // want "email from Customer.Email reach.* log.Error without"
	log.Debugf("to %s", c.Email)                                     // want "email from Customer.Email reach.* log.Debugf without"
	log.Infof("to %s", c.Email)                                      // want "email from Customer.Email reach.* log.Infof without"
	log.Warnf("to %s", c.Email)                                      // want "email from Customer.Email reach.* log.Warnf without"
	log.Errorf("to %s", c.Email)                                     // want "email from Customer.Email reach.* log.Errorf without"
	log.Trace("to " + c.Email)                                       // want "email from Customer.Email reach.* log.Trace without"
	log.WithField("email", c.Email).Info("m")                        // want "email from Customer.Email reach.* log.WithField without"
	log.WithFields(log.Fields{"a": c.Phone, "b": c.Email}).Info("m") // want "email from Customer.Email and phone from Customer.Phone reach.* log.WithFields without"

	log.Info("to " + c.ID)
	log.Infof("to %s of type %T", people.Mask(c.Email), c)
	log.WithField("id", c.ID).WithField("length", len(c.Email)).Info("m")
}

// Dies stands alone.
func Dies(c people.Customer) {
	log.Fatalf("to %s", c.Email) // want "email from Customer.Email reach.* log.Fatalf without"
}

// Loggers logs through a logger, an entry and the interface of both.
func Loggers(l *log.Logger, e *log.Entry, i log.Interface, c people.Customer) {
	l.Info("to " + c.Email)                                       // want "email from Customer.Email reach.* log.Logger.Info without"
	l.Warnf("to %s", c.Email)                                     // want "email from Customer.Email reach.* log.Logger.Warnf without"
	l.WithField("email", c.Email).Info("m")                       // want "email from Customer.Email reach.* log.Logger.WithField without"
	e.Info("to " + c.Email)                                       // want "email from Customer.Email reach.* log.Entry.Info without"
	e.Errorf("to %s", c.Email)                                    // want "email from Customer.Email reach.* log.Entry.Errorf without"
	e.WithField("id", c.ID).WithField("email", c.Email).Info("m") // want "email from Customer.Email reach.* log.Entry.WithField without"
	i.Debug("to " + c.Email)                                      // want "email from Customer.Email reach.* log.Interface.Debug without"
	i.Infof("to %s", c.Email)                                     // want "email from Customer.Email reach.* log.Interface.Infof without"
	i.WithFields(log.Fields{"email": c.Email}).Info("m")          // want "email from Customer.Email reach.* log.Interface.WithFields without"

	w := l.WithField("email", c.Email) // want "email from Customer.Email reach.* log.Logger.WithField without"
	w.Info("m")
	w.WithField("id", c.ID).Warn("m")
	l.Info("to " + c.ID)
	e.WithField("id", c.ID).Info("m")
	i.Infof("to %s", c.ID)
}

// told lists its email among its fields.
type told struct{ people.Customer }

func (c told) Fields() log.Fields { return log.Fields{"id": c.ID, "email": c.Email} }

// masked lists nothing personal.
type masked struct{ people.Customer }

func (c masked) Fields() log.Fields { return log.Fields{"id": c.ID} }

// Carriers hands over structs, which the text handlers print with %v.
func Carriers(l *log.Logger, c people.Customer, a people.Account, w people.Wallet, q people.Quiet, t people.Talky, s people.Shy, lo people.Login) {
	l.WithField("c", &c).Info("m")                    // want "email from Customer.Email and phone from Customer.Phone reach.* log.Logger.WithField without"
	l.WithField("cs", []people.Customer{c}).Info("m") // want "email from Customer.Email and phone from Customer.Phone reach.* log.Logger.WithField without"
	l.WithField("a", a).Info("m")                     // want "email from Account.Email reach.* log.Logger.WithField without"
	l.WithField("w", w).Info("m")                     // want "name from Wallet.Owner and payment_card from Wallet.card reach.* log.Logger.WithField without"
	l.WithField("t", t).Info("m")                     // want "email from Talky.Email reach.* log.Logger.WithField without"
	l.WithField("s", s).Info("m")                     // want "email from Shy.Email reach.* log.Logger.WithField without"
	l.WithField("l", lo).Info("m")                    // want "name from Login.User reach.* log.Logger.WithField without"
	l.WithFields(told{c}).Info("m")                   // want "email from Customer.Email reach.* log.Logger.WithFields without"
	l.WithFields(masked{c}).Info("m")
	l.WithField("q", q).WithField("s", &s).WithField("pw", lo.Password).Info("m")
}

// Errors logs errors: those built from personal data were reported there.
func Errors(l *log.Logger, c people.Customer) (err error) {
	defer l.Trace("load").Stop(&err)
	err = fmt.Errorf("no customer %s", c.Email) // want "email from Customer.Email reach.* fmt.Errorf without"
	l.WithError(err).Error("m")
	_, perr := strconv.Atoi(c.Phone)
	l.WithError(perr).Error("m")   // want "phone from Customer.Phone reach.* log.Logger.WithError without"
	log.WithError(perr).Error("m") // want "phone from Customer.Phone reach.* log.WithError without"
	l.Errorf("parse: %v", perr)    // want "phone from Customer.Phone reach.* log.Logger.Errorf without"
	return err
}
