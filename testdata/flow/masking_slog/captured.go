package masking_slog

import (
	"io"
	"log"
	"log/slog"
	"os"
)

func hide(_ []string, a slog.Attr) slog.Attr { return slog.String(a.Key, "***") }

func run(f func()) { f() }

var stored func()

func store(f func()) { stored = f }

func capturedLogger(c Customer) {
	l := slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{ReplaceAttr: hide}))
	func() { l.Info("x", "e", c.Email) }()
	go func() { l.Info("x", "e", c.Email) }()
	defer func() { l.Info("x", "e", c.Email) }()
	run(func() { l.Info("x", "e", c.Email) })
	run(func() { run(func() { l.Info("x", "e", c.Email) }) })
	store(func() { l.Info("x", "e", c.Email) })
}

func capturedPlain(c Customer, given *slog.Logger) {
	l := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	run(func() { l.Info("x", "e", c.Email) })     // want `email from Customer.Email reaches slog.Logger.Info`
	run(func() { given.Info("x", "e", c.Email) }) // want `email from Customer.Email reaches slog.Logger.Info`
	m := slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{ReplaceAttr: hide}))
	run(func() { m = given })
	run(func() { m.Info("x", "e", c.Email) }) // want `email from Customer.Email reaches slog.Logger.Info`
}

func discarded(c Customer) {
	log.New(io.Discard, "", 0).Print(c.Email)
	l := slog.New(slog.NewTextHandler(io.Discard, nil))
	l.Info("x", "e", c.Email)
	run(func() { l.Info("x", "e", c.Email) })
	slog.New(slog.NewTextHandler(os.Stdout, nil)).Info("x", "e", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
}
