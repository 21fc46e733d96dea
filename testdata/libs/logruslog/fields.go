package logruslog

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/sirupsen/logrus"

	"libs/people"
)

// With puts data into entries: it's reported there and not where the entry is
// used.
func With(l *logrus.Logger, c people.Customer) {
	e := l.WithField("email", c.Email) // want "email from Customer.Email reach.* logrus.Logger.WithField without"
	e.Info("m")
	e.WithField("id", c.ID).Warn("m")
	e.WithField("phone", c.Phone).Warn("m") // want "phone from Customer.Phone reach.* logrus.Entry.WithField without"

	l.WithFields(logrus.Fields{"id": c.ID, "email": c.Email}).Info("m")                    // want "email from Customer.Email reach.* logrus.Logger.WithFields without"
	l.WithFields(logrus.Fields{"email": c.Email, "phone": c.Phone}).Info("m")              // want "email from Customer.Email and phone from Customer.Phone reach.* logrus.Logger.WithFields without"
	l.WithFields(logrus.Fields{c.Email: true}).Info("m")                                   // want "email from Customer.Email reach.* logrus.Logger.WithFields without"
	l.WithField(c.Email, true).Info("m")                                                   // want "email from Customer.Email reach.* logrus.Logger.WithField without"
	logrus.WithField("email", c.Email).Info("m")                                           // want "email from Customer.Email reach.* logrus.WithField without"
	logrus.WithFields(logrus.Fields{"email": c.Email}).Info("m")                           // want "email from Customer.Email reach.* logrus.WithFields without"
	logrus.NewEntry(l).WithField("email", c.Email).Info("m")                               // want "email from Customer.Email reach.* logrus.Entry.WithField without"
	logrus.WithField("id", c.ID).WithField("a", c.Email).WithField("b", c.Phone).Info("m") // want "email from Customer.Email reach.* logrus.Entry.WithField without" "phone from Customer.Phone reach.* logrus.Entry.WithField without"

	fields := logrus.Fields{"id": c.ID}
	l.WithFields(fields).Info("m")
	fields["email"] = c.Email
	l.WithFields(fields).Info("m") // want "email from Customer.Email reach.* logrus.Logger.WithFields without"
	fields["email"] = people.Mask(c.Email)
	l.WithFields(fields).Info("m")

	l.WithFields(logrus.Fields{"id": c.ID, "email": people.Mask(c.Email)}).Info("m")
	logrus.WithField("length", len(c.Email)).Info("m")
}

// Carriers hands over structs, which the text formatter prints with fmt.
func Carriers(l *logrus.Logger, c people.Customer, a people.Account, w people.Wallet, p people.Patient) {
	l.WithField("c", c).Info("m")                                   // want "email from Customer.Email and phone from Customer.Phone reach.* logrus.Logger.WithField without"
	l.WithField("c", &c).Info("m")                                  // want "email from Customer.Email and phone from Customer.Phone reach.* logrus.Logger.WithField without"
	l.WithField("cs", []people.Customer{c}).Info("m")               // want "email from Customer.Email and phone from Customer.Phone reach.* logrus.Logger.WithField without"
	l.WithField("cs", map[string]people.Customer{"a": c}).Info("m") // want "email from Customer.Email and phone from Customer.Phone reach.* logrus.Logger.WithField without"
	l.WithField("p", people.Parcel{To: c}).Info("m")                // want "email from Customer.Email and phone from Customer.Phone reach.* logrus.Logger.WithField without"
	l.WithField("a", a).Info("m")                                   // want "email from Account.Email reach.* logrus.Logger.WithField without"
	l.WithField("a", &a).Info("m")                                  // want "email from Account.Email reach.* logrus.Logger.WithField without"
	l.WithFields(logrus.Fields{"w": w}).Info("m")                   // want "name from Wallet.Owner and payment_card from Wallet.card reach.* logrus.Logger.WithFields without"
	l.WithField("p", p).Info("m")                                   // want "dob from Patient.Born, ssn from Patient.SSN and health from Patient.Weight reach.* logrus.Logger.WithField without"
	l.WithField("born", p.Born).Info("m")                           // want "dob from Patient.Born reach.* logrus.Logger.WithField without"
	l.WithField("ssn", p.SSN).Info("m")                             // want "ssn from Patient.SSN reach.* logrus.Logger.WithField without"
	l.Info(a)                                                       // want "email from Account.Email reach.* logrus.Logger.Info without"
	l.Infoln("of", &a)                                              // want "email from Account.Email reach.* logrus.Logger.Infoln without"

	l.WithField("id", p.ID).Info("m")
	l.WithField("type", fmt.Sprintf("%T", a)).Info("m")
}

// Methods hands over types that have their say in how they print.
func Methods(l *logrus.Logger, q people.Quiet, t people.Talky, s people.Shy, v people.Valued, lo people.Login) {
	l.WithField("t", t).Info("m")                            // want "email from Talky.Email reach.* logrus.Logger.WithField without"
	l.WithField("t", &t).Info("m")                           // want "email from Talky.Email reach.* logrus.Logger.WithField without"
	l.WithField("in", struct{ t people.Talky }{t}).Info("m") // want "email from Talky.Email reach.* logrus.Logger.WithField without"
	l.WithField("s", s).Info("m")                            // want "email from Shy.Email reach.* logrus.Logger.WithField without"
	l.WithField("v", v).Info("m")                            // want "email from Valued.Email reach.* logrus.Logger.WithField without"
	l.WithField("l", lo).Info("m")                           // want "name from Login.User reach.* logrus.Logger.WithField without"
	l.WithField("pw", string(lo.Password)).Info("m")         // want "credential from Login.Password reach.* logrus.Logger.WithField without"

	l.WithField("q", q).WithField("qs", []people.Quiet{q}).Info("m", q, &q)
	l.WithField("s", &s).Info("m", &s)
	l.WithField("pw", lo.Password).Info("m", lo.Password)
}

// JSON sets the formatter where it can be seen: pointers are followed then.
func JSON(o people.Order) {
	l := logrus.New()
	l.SetFormatter(&logrus.JSONFormatter{})
	l.WithField("o", o).Info("m") // want "email from Customer.Email and phone from Customer.Phone reach.* logrus.Logger.WithField without"
	l.WithField("number", o.Number).Info("m")
}

var errNotFound = errors.New("not found")

// Errors logs errors: those built from personal data were reported there.
func Errors(l *logrus.Logger, c people.Customer) {
	err := fmt.Errorf("no customer %s: %w", c.Email, errNotFound) // want "email from Customer.Email reach.* fmt.Errorf without"
	l.WithError(err).Error("m")
	l.WithField("err", err).Error(err)
	logrus.WithError(err).Error("m")

	_, err = strconv.Atoi(c.Phone)
	l.WithError(err).Error("m")      // want "phone from Customer.Phone reach.* logrus.Logger.WithError without"
	logrus.WithError(err).Error("m") // want "phone from Customer.Phone reach.* logrus.WithError without"
	l.Error(err)                     // want "phone from Customer.Phone reach.* logrus.Logger.Error without"
	l.Errorf("parse: %v", err)       // want "phone from Customer.Phone reach.* logrus.Logger.Errorf without"
	l.WithError(errNotFound).Error("m")
}

func entryFor(l *logrus.Logger, who string) *logrus.Entry { return l.WithField("who", who) }

// Helpers goes through a function that knows no tagged type.
func Helpers(l *logrus.Logger, c people.Customer) {
	entryFor(l, c.Email).Info("m") // want "email from Customer.Email reach.* logrus.Logger.WithField without"
	entryFor(l, c.ID).Info("m")
}
