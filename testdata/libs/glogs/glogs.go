// Package glogs logs tagged data with github.com/golang/glog.
package glogs

import (
	"context"
	"fmt"
	"strconv"

	"github.com/golang/glog"

	"libs/people"
)

// Levels logs in each style at every level.
func Levels(ctx context.Context, c people.Customer) {
	glog.Info("to ", c.Email)                        // want "email from Customer.Email reach.* glog.Info without"
	glog.Infoln("to", c.Email)                       // want "email from Customer.Email reach.* glog.Infoln without"
	glog.Infof("to %s", c.Email)                     // want "email from Customer.Email reach.* glog.Infof without"
	glog.InfoDepth(1, "to ", c.Email)                // want "email from Customer.Email reach.* glog.InfoDepth without"
	glog.InfoDepthf(1, "to %s", c.Email)             // want "email from Customer.Email reach.* glog.InfoDepthf without"
	glog.InfoContext(ctx, "to ", c.Email)            // want "email from Customer.Email reach.* glog.InfoContext without"
	glog.InfoContextf(ctx, "to %s", c.Email)         // want "email from Customer.Email reach.* glog.InfoContextf without"
	glog.InfoContextDepthf(ctx, 1, "to %s", c.Email) // want "email from Customer.Email reach.* glog.InfoContextDepthf without"
	glog.Warning("to ", c.Email)                     // want "email from Customer.Email reach.* glog.Warning without"
	glog.Warningf("to %s", c.Email)                  // want "email from Customer.Email reach.* glog.Warningf without"
	glog.WarningContextf(ctx, "to %s", c.Email)      // want "email from Customer.Email reach.* glog.WarningContextf without"
	glog.Error("to ", c.Email)                       // want "email from Customer.Email reach.* glog.Error without"
	glog.Errorln("to", c.Email, c.Phone)             // want "email from Customer.Email and phone from Customer.Phone reach.* glog.Errorln without"
	glog.Errorf("to %s", c.Email)                    // want "email from Customer.Email reach.* glog.Errorf without"
	glog.V(1).Info("to ", c.Email)                   // want "email from Customer.Email reach.* glog.Verbose.Info without"
	glog.V(1).Infof("to %s", c.Email)                // want "email from Customer.Email reach.* glog.Verbose.Infof without"
	glog.V(1).InfoContext(ctx, "to ", c.Email)       // want "email from Customer.Email reach.* glog.Verbose.InfoContext without"

	glog.Info("to ", c.ID)
	glog.Infof("to %s", people.Mask(c.Email))
	glog.InfoContextf(ctx, "to %s", c.ID)
	glog.Errorln("length", len(c.Email))
	glog.V(1).Infof("to %s of type %T", c.ID, c)
	if glog.V(2) {
		glog.Infof("to %s", c.Email) // want "email from Customer.Email reach.* glog.Infof without"
	}
}

// Dies stands alone.
func Dies(c people.Customer) {
	glog.Fatalf("to %s", c.Email) // want "email from Customer.Email reach.* glog.Fatalf without"
}

// Leaves stands alone.
func Leaves(c people.Customer) {
	glog.Exitf("to %s", c.Email) // want "email from Customer.Email reach.* glog.Exitf without"
}

// Carriers prints structs with fmt.
func Carriers(c people.Customer, a people.Account, w people.Wallet, o people.Order, q people.Quiet, t people.Talky, s people.Shy) {
	glog.Info(c)          // want "email from Customer.Email and phone from Customer.Phone reach.* glog.Info without"
	glog.Infof("%+v", &a) // want "email from Account.Email reach.* glog.Infof without"
	glog.Infof("%#v", w)  // want "name from Wallet.Owner and payment_card from Wallet.card reach.* glog.Infof without"
	glog.Infof("%s", t)   // want "email from Talky.Email reach.* glog.Infof without"
	glog.Info(s)          // want "email from Shy.Email reach.* glog.Info without"
	glog.Infof("%#v", q)  // want "email from Quiet.Email reach.* glog.Infof without"
	glog.Infof("%v", o)
	glog.Infof("%s", q)
	glog.Info(&s)
}

// Errors logs errors: those built from personal data were reported there.
func Errors(c people.Customer) {
	err := fmt.Errorf("no customer %s", c.Email) // want "email from Customer.Email reach.* fmt.Errorf without"
	glog.Error(err)
	glog.Errorf("load: %v", err)
	_, err = strconv.Atoi(c.Phone)
	glog.Error(err)              // want "phone from Customer.Phone reach.* glog.Error without"
	glog.Errorf("load: %v", err) // want "phone from Customer.Phone reach.* glog.Errorf without"
}
