package zaplog

import (
	"errors"
	"fmt"
	"strconv"

	"go.uber.org/zap"

	"libs/people"
)

// With puts data into loggers: it's reported there and not where the logger
// is used.
func With(log *zap.Logger, c people.Customer, a people.Account) {
	l := log.With(zap.String("email", c.Email)) // want "email from Customer.Email reach.* zap.Logger.With without"
	l.Info("m")
	l.Info("m", zap.String("id", c.ID))
	l.Warn("m", zap.String("phone", c.Phone)) // want "phone from Customer.Phone reach.* zap.Logger.Warn without"

	log.With(zap.Any("c", c)).Info("m")                                 // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.With without"
	log.WithLazy(zap.String("email", c.Email)).Info("m")                // want "email from Customer.Email reach.* zap.Logger.WithLazy without"
	log.Named(c.Email).Info("m")                                        // want "email from Customer.Email reach.* zap.Logger.Named without"
	log.WithOptions(zap.Fields(zap.String("email", c.Email))).Info("m") // want "email from Customer.Email reach.* zap.(Fields|Logger.WithOptions) without"
	log.Named("a").With(zap.String("email", c.Email)).Named("b").Sync() // want "email from Customer.Email reach.* zap.Logger.With without"

	ok := log.Named("store").With(zap.String("id", c.ID), zap.Any("account", a))
	ok.Info("m")
	ok.WithOptions(zap.AddCaller()).Info("m")
}

// SugarWith does the same with sugar.
func SugarWith(log *zap.Logger, c people.Customer, a people.Account) {
	s := log.Sugar().With("email", c.Email) // want "email from Customer.Email reach.* zap.SugaredLogger.With without"
	s.Infow("m", "id", c.ID)
	s.Desugar().Info("m")
	log.Sugar().WithLazy("email", c.Email).Info("m") // want "email from Customer.Email reach.* zap.SugaredLogger.WithLazy without"
	log.Sugar().Named(c.Email).Info("m")             // want "email from Customer.Email reach.* zap.SugaredLogger.Named without"
	log.Sugar().With("id", c.ID, "account", a).Info("m")
	log.Sugar().Desugar().Info("m", zap.String("email", c.Email)) // want "email from Customer.Email reach.* zap.Logger.Info without"
}

var errNotFound = errors.New("not found")

// Errors logs errors: those built from personal data were reported there.
func Errors(log *zap.Logger, c people.Customer) {
	err := fmt.Errorf("no customer %s: %w", c.Email, errNotFound) // want "email from Customer.Email reach.* fmt.Errorf without"
	log.Error("m", zap.Error(err))
	log.Error("m", zap.NamedError("cause", err), zap.Any("err", err))
	log.Error("m", zap.Errors("errs", []error{err, errNotFound}))
	log.Sugar().Errorw("m", "err", err)

	_, err = strconv.Atoi(c.Phone)
	log.Error("m", zap.Error(err))                   // want "phone from Customer.Phone reach.* zap.Logger.Error without"
	log.Error("m", zap.NamedError("parse", err))     // want "phone from Customer.Phone reach.* zap.Logger.Error without"
	log.Error("m", zap.Any("parse", err))            // want "phone from Customer.Phone reach.* zap.Logger.Error without"
	log.Error("m", zap.Errors("errs", []error{err})) // want "phone from Customer.Phone reach.* zap.Logger.Error without"
	log.Sugar().Errorw("m", "err", err)              // want "phone from Customer.Phone reach.* zap.SugaredLogger.Errorw without"
	log.Error(err.Error())                           // want "phone from Customer.Phone reach.* zap.Logger.Error without"

	err = fmt.Errorf("no customer %s: %w", c.ID, errNotFound)
	log.Error("m", zap.Error(err))
	log.Error("m", zap.Error(errNotFound))
}
