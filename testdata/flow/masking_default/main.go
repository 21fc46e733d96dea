// Package main masks through the default loggers.
package main

import (
	"log"
	"log/slog"
	"os"
)

type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

type nullWriter struct{}

func (nullWriter) Write(p []byte) (int, error) { return len(p), nil }

func main() {
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == "email" {
				return slog.String(a.Key, "***")
			}
			return a
		},
	})))
	log.SetOutput(nullWriter{})
	serve(Customer{})
}

func serve(c Customer) {
	slog.Info("x", "email", c.Email)
	slog.Info("x", "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Info`
	slog.Default().Info("x", "email", c.Email)
	slog.With("email", c.Email).Info("x")
	slog.With("a", 1).Info("x", "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	log.Println(c.Email)
}
