// Package zaplog logs tagged data with go.uber.org/zap.
package zaplog

import (
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"

	"libs/people"
)

// Levels logs the same field at every level.
func Levels(log *zap.Logger, c people.Customer) {
	log.Debug("m", zap.String("email", c.Email))             // want "email from Customer.Email reach.* zap.Logger.Debug without"
	log.Info("m", zap.String("email", c.Email))              // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Warn("m", zap.String("email", c.Email))              // want "email from Customer.Email reach.* zap.Logger.Warn without"
	log.Error("m", zap.String("email", c.Email))             // want "email from Customer.Email reach.* zap.Logger.Error without"
	log.DPanic("m", zap.String("email", c.Email))            // want "email from Customer.Email reach.* zap.Logger.DPanic without"
	log.Log(zap.InfoLevel, "m", zap.String("e", c.Email))    // want "email from Customer.Email reach.* zap.Logger.Log without"
	log.Info("hello "+c.Email, zap.String("phone", c.Phone)) // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.Info without"

	log.Debug("m", zap.String("id", c.ID))
	log.Info("m", zap.String("email", people.Mask(c.Email)))
	log.Warn("hello "+c.ID, zap.Int("length", len(c.Email)))
	log.Error("m", zap.Bool("has email", c.Email != ""))
	log.Log(zap.InfoLevel, "m", zap.String("id", c.ID))
}

// Panics stands alone: nothing behind the call is reached.
func Panics(log *zap.Logger, c people.Customer) {
	log.Panic("m", zap.String("email", c.Email)) // want "email from Customer.Email reach.* zap.Logger.Panic without"
}

// Dies stands alone: nothing behind the call is reached.
func Dies(log *zap.Logger, c people.Customer) {
	log.Fatal("m", zap.String("email", c.Email)) // want "email from Customer.Email reach.* zap.Logger.Fatal without"
}

// Dead never gets to its second line.
func Dead(log *zap.Logger, c people.Customer) {
	log.Fatal("m", zap.String("id", c.ID))
	log.Info("m", zap.String("email", c.Email))
}

// Checked writes through a checked entry.
func Checked(log *zap.Logger, c people.Customer) {
	if ce := log.Check(zap.InfoLevel, "to "+c.Email); ce != nil { // want "email from Customer.Email reach.* zap.Logger.Check without"
		ce.Write(zap.String("phone", c.Phone)) // want "phone from Customer.Phone reach.* zapcore.CheckedEntry.Write without"
	}
	if ce := log.Check(zap.InfoLevel, "to "+c.ID); ce != nil {
		ce.Write(zap.String("id", c.ID))
	}
}

// Core writes below the logger.
func Core(core zapcore.Core, c people.Customer) error {
	entry := zapcore.Entry{Message: "m"}
	if err := core.Write(entry, []zapcore.Field{zap.String("email", c.Email)}); err != nil { // want "email from Customer.Email reach.* zapcore.Core.Write without"
		return err
	}
	return core.Write(entry, []zapcore.Field{zap.String("id", c.ID)})
}

// Global uses the process-wide loggers.
func Global(c people.Customer) {
	zap.L().Info("m", zap.String("email", c.Email)) // want "email from Customer.Email reach.* zap.Logger.Info without"
	zap.S().Infow("m", "email", c.Email)            // want "email from Customer.Email reach.* zap.SugaredLogger.Infow without"
	zap.L().Info("m", zap.String("id", c.ID))
	zap.S().Infow("m", "id", c.ID)
}

// Std goes through the standard library's logger in front of zap.
func Std(log *zap.Logger, c people.Customer) {
	std := zap.NewStdLog(log)
	std.Print(c.Email)           // want "email from Customer.Email reach.* log.Logger.Print without"
	std.Printf("to %s", c.Phone) // want "phone from Customer.Phone reach.* log.Logger.Printf without"
	std.Print(c.ID)
}
