// Package app uses loggers that others built.
package app

import (
	"log/slog"
	"os"

	"flow/cross/masking_elsewhere/logx"
	"flow/cross/masking_elsewhere/model"
)

func built(c model.Customer) {
	l := logx.New(os.Stderr)
	l.Info("x", "email", c.Email)
	l.Info("x", "Email", c.Email)
	l.Info("x", "mail", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	l.Info("x", logx.Field("phone", c.Phone))
	l.Info("x", logx.Field("tel", c.Phone)) // want `phone from Customer.Phone reaches slog.Logger.Info`
	lit := logx.NewLiteral()
	lit.Info("x", "email", c.Email)
	lit.Info("x", "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	plain := logx.NewPlain()
	plain.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	own := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{ReplaceAttr: logx.ByKey}))
	own.Info("x", "email", c.Email)
	own.Info("x", "tel", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
}

func variables(c model.Customer) {
	logx.Log.Info("x", "email", c.Email)
	logx.Log.Info("x", "phone", c.Phone)      // want `phone from Customer.Phone reaches slog.Logger.Info`
	logx.Shared().Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
}

func wrapping(c model.Customer) {
	l := slog.New(logx.Wrap(slog.NewJSONHandler(os.Stdout, nil)))
	l.Info("x", "email", c.Email)
	l.Info("x", "tel", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	l.With("phone", c.Phone).Info("x")
	l.With("tel", c.Phone).Info("x") // want `phone from Customer.Phone reaches slog.Logger.With`
}

func writers(c model.Customer) {
	logx.Lines().Println(c.Email)
	w := slog.New(slog.NewTextHandler(&logx.Writer{Out: os.Stderr}, nil))
	w.Info("x", "email", c.Email)
}

func values(c model.Customer) {
	slog.Info("x", "email", logx.Value("email", c.Email))
	slog.Info("x", "tel", logx.Value("tel", c.Phone)) // want `phone from Customer.Phone reaches slog.Info`
}
