// Package klogs logs tagged data with k8s.io/klog/v2.
package klogs

import (
	"context"
	"fmt"
	"strconv"

	"k8s.io/klog/v2"

	"libs/people"
)

// Text logs in the styles of fmt at every level.
func Text(c people.Customer, a people.Account) {
	klog.Info("to ", c.Email)            // want "email from Customer.Email reach.* klog.Info without"
	klog.Infoln("to", c.Email)           // want "email from Customer.Email reach.* klog.Infoln without"
	klog.Infof("to %s", c.Email)         // want "email from Customer.Email reach.* klog.Infof without"
	klog.InfoDepth(1, "to ", c.Email)    // want "email from Customer.Email reach.* klog.InfoDepth without"
	klog.InfofDepth(1, "to %s", c.Email) // want "email from Customer.Email reach.* klog.InfofDepth without"
	klog.Warning("to ", c.Email)         // want "email from Customer.Email reach.* klog.Warning without"
	klog.Warningln("to", c.Email)        // want "email from Customer.Email reach.* klog.Warningln without"
	klog.Warningf("to %s", c.Email)      // want "email from Customer.Email reach.* klog.Warningf without"
	klog.Error("to ", c.Email)           // want "email from Customer.Email reach.* klog.Error without"
	klog.Errorln("to", c.Email)          // want "email from Customer.Email reach.* klog.Errorln without"
	klog.Errorf("to %s", c.Email)        // want "email from Customer.Email reach.* klog.Errorf without"
	klog.Infof("%v", a)                  // want "email from Account.Email reach.* klog.Infof without"
	klog.V(2).Info("to ", c.Email)       // want "email from Customer.Email reach.* klog.Verbose.Info without"
	klog.V(2).Infoln("to", c.Email)      // want "email from Customer.Email reach.* klog.Verbose.Infoln without"
	klog.V(2).Infof("to %s", c.Email)    // want "email from Customer.Email reach.* klog.Verbose.Infof without"

	klog.Info("to ", c.ID)
	klog.Infof("to %s of type %T", people.Mask(c.Email), a)
	klog.Warningln("to", c.ID)
	klog.V(2).Infof("to %s", c.ID)
}

// Dies stands alone.
func Dies(c people.Customer) {
	klog.Fatalf("to %s", c.Email) // want "email from Customer.Email reach.* klog.Fatalf without"
}

// Leaves stands alone.
func Leaves(c people.Customer) {
	klog.Exit("to ", c.Email) // want "email from Customer.Email reach.* klog.Exit without"
}

// Structured logs keys and values; what has no method of its own is encoded as
// JSON.
func Structured(c people.Customer, a people.Account, w people.Wallet, o people.Order) {
	klog.InfoS("m", "email", c.Email)                       // want "email from Customer.Email reach.* klog.InfoS without"
	klog.InfoS("to "+c.Email, "id", c.ID)                   // want "email from Customer.Email reach.* klog.InfoS without"
	klog.InfoS("m", "email", c.Email, "phone", c.Phone)     // want "email from Customer.Email and phone from Customer.Phone reach.* klog.InfoS without"
	klog.InfoSDepth(1, "m", "email", c.Email)               // want "email from Customer.Email reach.* klog.InfoSDepth without"
	klog.ErrorS(nil, "m", "email", c.Email)                 // want "email from Customer.Email reach.* klog.ErrorS without"
	klog.V(2).InfoS("m", "email", c.Email)                  // want "email from Customer.Email reach.* klog.Verbose.InfoS without"
	klog.V(2).ErrorS(nil, "m", "email", c.Email)            // want "email from Customer.Email reach.* klog.Verbose.ErrorS without"
	klog.InfoS("m", "c", c)                                 // want "email from Customer.Email and phone from Customer.Phone reach.* klog.InfoS without"
	klog.InfoS("m", "c", &c)                                // want "email from Customer.Email and phone from Customer.Phone reach.* klog.InfoS without"
	klog.InfoS("m", "cs", []*people.Customer{&c})           // want "email from Customer.Email and phone from Customer.Phone reach.* klog.InfoS without"
	klog.InfoS("m", "o", o)                                 // want "email from Customer.Email and phone from Customer.Phone reach.* klog.InfoS without"
	klog.InfoS("m", "w", w)                                 // want "name from Wallet.Owner reach.* klog.InfoS without"
	klog.InfoS("m", "ref", klog.KRef("customers", c.Email)) // want "email from Customer.Email reach.* klog.InfoS without"
	klog.InfoS("m", "c", klog.Format(c))                    // want "email from Customer.Email and phone from Customer.Phone reach.* klog.InfoS without"

	klog.InfoS("m", "id", c.ID, "email", people.Mask(c.Email))
	klog.InfoS("m", "a", a)
	klog.InfoS("m", "a", &a, "as", []people.Account{a})
	klog.InfoS("m", "ref", klog.KRef("customers", c.ID))
	klog.V(2).InfoS("m", "number", o.Number)
}

// Methods hands over types that have their say in how they print.
func Methods(q people.Quiet, t people.Talky, s people.Shy, v people.Valued, l people.Login) {
	klog.InfoS("m", "t", t)                             // want "email from Talky.Email reach.* klog.InfoS without"
	klog.InfoS("m", "t", struct{ T *people.Talky }{&t}) // want "email from Talky.Email reach.* klog.InfoS without"
	klog.InfoS("m", "l", l)                             // want "name from Login.User reach.* klog.InfoS without"
	klog.InfoS("m", "pw", string(l.Password))           // want "credential from Login.Password reach.* klog.InfoS without"
	klog.Infof("%v", s)                                 // want "email from Shy.Email reach.* klog.Infof without"
	klog.Infof("%v", v)                                 // want "email from Valued.Email reach.* klog.Infof without"

	klog.InfoS("m", "q", q, "qs", []people.Quiet{q}, "pw", l.Password)
	klog.InfoS("m", "s", s)
	klog.InfoS("m", "v", v)
	klog.Infof("%v %s", &s, l.Password)
}

// Contextual uses the loggers that come with a context.
func Contextual(ctx context.Context, c people.Customer) {
	log := klog.FromContext(ctx)
	log.Info("m", "email", c.Email)                        // want "email from Customer.Email reach.* logr.Logger.Info without"
	log.V(2).Info("m", "email", c.Email)                   // want "email from Customer.Email reach.* logr.Logger.Info without"
	klog.Background().Error(nil, "m", "email", c.Email)    // want "email from Customer.Email reach.* logr.Logger.Error without"
	log.WithValues("email", c.Email).Info("m")             // want "email from Customer.Email reach.* logr.Logger.WithValues without"
	klog.LoggerWithValues(log, "email", c.Email).Info("m") // want "email from Customer.Email reach.* klog.LoggerWithValues without"
	klog.LoggerWithName(log, c.Email).Info("m")            // want "email from Customer.Email reach.* klog.LoggerWithName without"

	log.Info("m", "id", c.ID)
	klog.LoggerWithValues(log, "id", c.ID).Info("m")
	ctx = klog.NewContext(ctx, log.WithValues("email", c.Email)) // want "email from Customer.Email reach.* logr.Logger.WithValues without"
	klog.FromContext(ctx).Info("m")
}

// Errors logs errors: those built from personal data were reported there.
func Errors(c people.Customer) {
	err := fmt.Errorf("no customer %s", c.Email) // want "email from Customer.Email reach.* fmt.Errorf without"
	klog.ErrorS(err, "m")
	klog.Errorf("load: %v", err)
	klog.Error(err)

	_, err = strconv.Atoi(c.Phone)
	klog.ErrorS(err, "m")        // want "phone from Customer.Phone reach.* klog.ErrorS without"
	klog.Errorf("load: %v", err) // want "phone from Customer.Phone reach.* klog.Errorf without"
	klog.InfoS("m", "err", err)  // want "phone from Customer.Phone reach.* klog.InfoS without"
}
