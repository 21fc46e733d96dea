package zaplog

import (
	"go.uber.org/zap"

	"libs/people"
)

// Sugared logs in each of the four ways of the sugared logger.
func Sugared(s *zap.SugaredLogger, c people.Customer) {
	s.Debug("to ", c.Email)                  // want "email from Customer.Email reach.* zap.SugaredLogger.Debug without"
	s.Info("to ", c.Email)                   // want "email from Customer.Email reach.* zap.SugaredLogger.Info without"
	s.Warn("to ", c.Email)                   // want "email from Customer.Email reach.* zap.SugaredLogger.Warn without"
	s.Error("to ", c.Email)                  // want "email from Customer.Email reach.* zap.SugaredLogger.Error without"
	s.DPanic("to ", c.Email)                 // want "email from Customer.Email reach.* zap.SugaredLogger.DPanic without"
	s.Debugf("to %s", c.Email)               // want "email from Customer.Email reach.* zap.SugaredLogger.Debugf without"
	s.Infof("to %s", c.Email)                // want "email from Customer.Email reach.* zap.SugaredLogger.Infof without"
	s.Warnf("to %s", c.Email)                // want "email from Customer.Email reach.* zap.SugaredLogger.Warnf without"
	s.Errorf("to %s", c.Email)               // want "email from Customer.Email reach.* zap.SugaredLogger.Errorf without"
	s.DPanicf("to %s", c.Email)              // want "email from Customer.Email reach.* zap.SugaredLogger.DPanicf without"
	s.Debugw("m", "email", c.Email)          // want "email from Customer.Email reach.* zap.SugaredLogger.Debugw without"
	s.Infow("m", "email", c.Email)           // want "email from Customer.Email reach.* zap.SugaredLogger.Infow without"
	s.Warnw("m", "email", c.Email)           // want "email from Customer.Email reach.* zap.SugaredLogger.Warnw without"
	s.Errorw("m", "email", c.Email)          // want "email from Customer.Email reach.* zap.SugaredLogger.Errorw without"
	s.DPanicw("m", "email", c.Email)         // want "email from Customer.Email reach.* zap.SugaredLogger.DPanicw without"
	s.Debugln("to", c.Email)                 // want "email from Customer.Email reach.* zap.SugaredLogger.Debugln without"
	s.Infoln("to", c.Email)                  // want "email from Customer.Email reach.* zap.SugaredLogger.Infoln without"
	s.Warnln("to", c.Email)                  // want "email from Customer.Email reach.* zap.SugaredLogger.Warnln without"
	s.Errorln("to", c.Email)                 // want "email from Customer.Email reach.* zap.SugaredLogger.Errorln without"
	s.Log(zap.InfoLevel, c.Email)            // want "email from Customer.Email reach.* zap.SugaredLogger.Log without"
	s.Logf(zap.InfoLevel, "%s", c.Email)     // want "email from Customer.Email reach.* zap.SugaredLogger.Logf without"
	s.Logw(zap.InfoLevel, "m", "e", c.Email) // want "email from Customer.Email reach.* zap.SugaredLogger.Logw without"
	s.Logln(zap.InfoLevel, c.Email)          // want "email from Customer.Email reach.* zap.SugaredLogger.Logln without"

	s.Info("to ", c.ID)
	s.Infof("to %s", c.ID)
	s.Infow("m", "id", c.ID, "email", people.Mask(c.Email))
	s.Infoln("to", c.ID)
	s.Logw(zap.InfoLevel, "m", "has", c.Email != "")
}

// SugaredPanics stands alone.
func SugaredPanics(s *zap.SugaredLogger, c people.Customer) {
	s.Panicw("m", "email", c.Email) // want "email from Customer.Email reach.* zap.SugaredLogger.Panicw without"
}

// SugaredDies stands alone.
func SugaredDies(s *zap.SugaredLogger, c people.Customer) {
	s.Fatalf("to %s", c.Email) // want "email from Customer.Email reach.* zap.SugaredLogger.Fatalf without"
}

// Pairs looks at the key-value forms more closely.
func Pairs(s *zap.SugaredLogger, c people.Customer, a people.Account, o people.Order) {
	s.Infow("to "+c.Email, "id", c.ID)         // want "email from Customer.Email reach.* zap.SugaredLogger.Infow without"
	s.Infow("m", c.Email, 1)                   // want "email from Customer.Email reach.* zap.SugaredLogger.Infow without"
	s.Infow("m", "dangling", 1, c.Email)       // want "email from Customer.Email reach.* zap.SugaredLogger.Infow without"
	s.Infow("m", zap.String("email", c.Email)) // want "email from Customer.Email reach.* zap.SugaredLogger.Infow without"
	s.Infow("m", "c", c, "phone", c.Phone)     // want "email from Customer.Email and phone from Customer.Phone reach.* zap.SugaredLogger.Infow without"
	s.Infow("m", "order", o)                   // want "email from Customer.Email and phone from Customer.Phone reach.* zap.SugaredLogger.Infow without"
	s.Infof("%v", a)                           // want "email from Account.Email reach.* zap.SugaredLogger.Infof without"
	s.Info(a)                                  // want "email from Account.Email reach.* zap.SugaredLogger.Info without"
	s.Infoln(&a)                               // want "email from Account.Email reach.* zap.SugaredLogger.Infoln without"

	s.Infow("m", "account", a)
	s.Infow("m", "account", &a)
	s.Infof("%v", o)
	s.Infof("%T %p", c, &c)
	s.Info(&o)
}
