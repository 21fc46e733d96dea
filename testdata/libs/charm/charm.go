// Package charm logs tagged data with github.com/charmbracelet/log.
package charm

import (
	"context"
	"fmt"
	"log/slog"
	"strconv"

	"github.com/charmbracelet/log"

	"libs/people"
)

// Functions logs through the functions of the package.
func Functions(c people.Customer) {
	log.Debug("m", "email", c.Email)              // want "email from Customer.Email reach.* log.Debug without"
	log.Info("m", "email", c.Email)               // want "email from Customer.Email reach.* log.Info without"
	log.Warn("m", "email", c.Email)               // want "email from Customer.Email reach.* log.Warn without"
	log.Error("m", "email", c.Email)              // want "email from Customer.Email reach.* log.Error without"
	log.Print("m", "email", c.Email)              // want "email from Customer.Email reach.* log.Print without"
	log.Log(log.InfoLevel, "m", "email", c.Email) // want "email from Customer.Email reach.* log.Log without"
	log.Debugf("to %s", c.Email)                  // want "email from Customer.Email reach.* log.Debugf without"
	log.Infof("to %s", c.Email)                   // want "email from Customer.Email reach.* log.Infof without"
	log.Warnf("to %s", c.Email)                   // want "email from Customer.Email reach.* log.Warnf without"
	log.Errorf("to %s", c.Email)                  // want "email from Customer.Email reach.* log.Errorf without"
	log.Printf("to %s", c.Email)                  // want "email from Customer.Email reach.* log.Printf without"
	log.Logf(log.InfoLevel, "to %s", c.Email)     // want "email from Customer.Email reach.* log.Logf without"
	log.With("email", c.Email).Info("m")          // want "email from Customer.Email reach.* log.With without"
	log.WithPrefix(c.Email).Info("m")             // want "email from Customer.Email reach.* log.WithPrefix without"

	log.Info("m", "id", c.ID, "email", people.Mask(c.Email))
	log.Infof("to %s of type %T", c.ID, c)
	log.With("id", c.ID).Info("m", "length", len(c.Email))
}

// Dies stands alone.
func Dies(c people.Customer) {
	log.Fatal("m", "email", c.Email) // want "email from Customer.Email reach.* log.Fatal without"
}

// Logger logs through a logger of its own.
func Logger(l *log.Logger, c people.Customer) {
	l.Debug("m", "email", c.Email)              // want "email from Customer.Email reach.* log.Logger.Debug without"
	l.Info("m", "email", c.Email)               // want "email from Customer.Email reach.* log.Logger.Info without"
	l.Info("to " + c.Email)                     // want "email from Customer.Email reach.* log.Logger.Info without"
	l.Info(c)                                   // want "email from Customer.Email and phone from Customer.Phone reach.* log.Logger.Info without"
	l.Info("m", c.Email, 1)                     // want "email from Customer.Email reach.* log.Logger.Info without"
	l.Warn("m", "a", c.Phone, "b", c.Email)     // want "email from Customer.Email and phone from Customer.Phone reach.* log.Logger.Warn without"
	l.Error("m", "email", c.Email)              // want "email from Customer.Email reach.* log.Logger.Error without"
	l.Print("m", "email", c.Email)              // want "email from Customer.Email reach.* log.Logger.Print without"
	l.Infof("to %s", c.Email)                   // want "email from Customer.Email reach.* log.Logger.Infof without"
	l.Log(log.WarnLevel, "m", "email", c.Email) // want "email from Customer.Email reach.* log.Logger.Log without"
	l.StandardLog().Print(c.Email)              // want "email from Customer.Email reach.* log.Logger.Print without"
	l.SetPrefix(c.Email)                        // want "email from Customer.Email reach.* log.Logger.SetPrefix without"
	slog.New(l).Info("m", "email", c.Email)     // want "email from Customer.Email reach.* slog.Logger.Info without"

	w := l.With("email", c.Email) // want "email from Customer.Email reach.* log.Logger.With without"
	w.Info("m")
	w.WithPrefix("store").Info("m", "id", c.ID)

	l.Info("m", "id", c.ID)
	l.WithPrefix("store").With("id", c.ID).Infof("to %s", people.Mask(c.Email))
}

// Carriers hands over structs, which the text formatter prints with %+v.
func Carriers(ctx context.Context, c people.Customer, a people.Account, w people.Wallet, q people.Quiet, t people.Talky, s people.Shy, lo people.Login) {
	l := log.FromContext(ctx)
	l.Info("m", "c", &c)                    // want "email from Customer.Email and phone from Customer.Phone reach.* log.Logger.Info without"
	l.Info("m", "cs", []people.Customer{c}) // want "email from Customer.Email and phone from Customer.Phone reach.* log.Logger.Info without"
	l.Info("m", "a", a)                     // want "email from Account.Email reach.* log.Logger.Info without"
	l.Info("m", "w", w)                     // want "name from Wallet.Owner and payment_card from Wallet.card reach.* log.Logger.Info without"
	l.Info("m", "t", t)                     // want "email from Talky.Email reach.* log.Logger.Info without"
	l.Info("m", "s", s)                     // want "email from Shy.Email reach.* log.Logger.Info without"
	l.Info("m", "l", lo)                    // want "name from Login.User reach.* log.Logger.Info without"
	l.Info("m", "q", q, "qs", []people.Quiet{q}, "s", &s, "pw", lo.Password)
}

// Errors logs errors: those built from personal data were reported there.
func Errors(l *log.Logger, c people.Customer) {
	err := fmt.Errorf("no customer %s", c.Email) // want "email from Customer.Email reach.* fmt.Errorf without"
	l.Error("m", "err", err)
	l.Error(err)
	_, err = strconv.Atoi(c.Phone)
	l.Error("m", "err", err) // want "phone from Customer.Phone reach.* log.Logger.Error without"
	l.Error(err)             // want "phone from Customer.Phone reach.* log.Logger.Error without"
}
