// Package logruslog logs tagged data with github.com/sirupsen/logrus.
package logruslog

import (
	log "github.com/sirupsen/logrus"

	"libs/people"
)

// Functions logs through the functions of the package.
func Functions(c people.Customer) {
	log.Trace("to ", c.Email)                          // want "email from Customer.Email reach.* logrus.Trace without"
	log.Debug("to ", c.Email)                          // want "email from Customer.Email reach.* logrus.Debug without"
	log.Print("to ", c.Email)                          // want "email from Customer.Email reach.* logrus.Print without"
	log.Info("to ", c.Email)                           // want "email from Customer.Email reach.* logrus.Info without"
	log.Warn("to ", c.Email)                           // want "email from Customer.Email reach.* logrus.Warn without"
	log.Warning("to ", c.Email)                        // want "email from Customer.Email reach.* logrus.Warning without"
	log.Error("to ", c.Email)                          // want "email from Customer.Email reach.* logrus.Error without"
	log.Tracef("to %s", c.Email)                       // want "email from Customer.Email reach.* logrus.Tracef without"
	log.Debugf("to %s", c.Email)                       // want "email from Customer.Email reach.* logrus.Debugf without"
	log.Printf("to %s", c.Email)                       // want "email from Customer.Email reach.* logrus.Printf without"
	log.Infof("to %s", c.Email)                        // want "email from Customer.Email reach.* logrus.Infof without"
	log.Warnf("to %s", c.Email)                        // want "email from Customer.Email reach.* logrus.Warnf without"
	log.Errorf("to %s", c.Email)                       // want "email from Customer.Email reach.* logrus.Errorf without"
	log.Infoln("to", c.Email)                          // want "email from Customer.Email reach.* logrus.Infoln without"
	log.Warnln("to", c.Email)                          // want "email from Customer.Email reach.* logrus.Warnln without"
	log.Errorln("to", c.Email, c.Phone)                // want "email from Customer.Email and phone from Customer.Phone reach.* logrus.Errorln without"
	log.InfoFn(func() []any { return []any{c.Email} }) // want "email from Customer.Email reach.* logrus.InfoFn without"

	log.Info("to ", c.ID)
	log.Infof("to %s of type %T", people.Mask(c.Email), c)
	log.Infoln("to", c.ID)
	log.InfoFn(func() []any { return []any{c.ID} })
}

// Panics stands alone.
func Panics(c people.Customer) {
	log.Panicf("to %s", c.Email) // want "email from Customer.Email reach.* logrus.Panicf without"
}

// Dies stands alone.
func Dies(c people.Customer) {
	log.Fatal("to ", c.Email) // want "email from Customer.Email reach.* logrus.Fatal without"
}

// Logger logs through a logger of its own.
func Logger(l *log.Logger, c people.Customer) {
	l.Trace("to ", c.Email)              // want "email from Customer.Email reach.* logrus.Logger.Trace without"
	l.Debugf("to %s", c.Email)           // want "email from Customer.Email reach.* logrus.Logger.Debugf without"
	l.Info("to ", c.Email)               // want "email from Customer.Email reach.* logrus.Logger.Info without"
	l.Warnln("to", c.Email)              // want "email from Customer.Email reach.* logrus.Logger.Warnln without"
	l.Error("to ", c.Email)              // want "email from Customer.Email reach.* logrus.Logger.Error without"
	l.Log(log.InfoLevel, "to ", c.Email) // want "email from Customer.Email reach.* logrus.Logger.Log without"
	l.Logf(log.InfoLevel, "%s", c.Email) // want "email from Customer.Email reach.* logrus.Logger.Logf without"
	l.Logln(log.InfoLevel, c.Email)      // want "email from Customer.Email reach.* logrus.Logger.Logln without"
	l.Info("to ", c.ID)
	l.Logf(log.InfoLevel, "%s", c.ID)
}

// Entry logs through an entry.
func Entry(e *log.Entry, c people.Customer) {
	e.Trace("to ", c.Email)              // want "email from Customer.Email reach.* logrus.Entry.Trace without"
	e.Debugf("to %s", c.Email)           // want "email from Customer.Email reach.* logrus.Entry.Debugf without"
	e.Info("to ", c.Email)               // want "email from Customer.Email reach.* logrus.Entry.Info without"
	e.Warning("to ", c.Email)            // want "email from Customer.Email reach.* logrus.Entry.Warning without"
	e.Errorln("to", c.Email)             // want "email from Customer.Email reach.* logrus.Entry.Errorln without"
	e.Log(log.InfoLevel, "to ", c.Email) // want "email from Customer.Email reach.* logrus.Entry.Log without"
	e.Info("to ", c.ID)
}

// Interfaces logs through the interfaces that logrus offers to libraries.
func Interfaces(std log.StdLogger, ext log.Ext1FieldLogger, field log.FieldLogger, c people.Customer) {
	std.Printf("to %s", c.Email)      // want "email from Customer.Email reach.* logrus.\\w+.Printf without"
	ext.Tracef("to %s", c.Email)      // want "email from Customer.Email reach.* logrus.\\w+.Tracef without"
	field.WithField("email", c.Email) // want "email from Customer.Email reach.* logrus.\\w+.WithField without"
	field.Infof("to %s", c.Email)     // want "email from Customer.Email reach.* logrus.\\w+.Infof without"
	std.Printf("to %s", c.ID)
	field.WithField("id", c.ID).Info("m")
}
