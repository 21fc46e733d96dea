// Package masking_writers has loggers whose writer is the program's own.
package masking_writers

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"regexp"
)

type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

// mask hides what it is given.
//
//pii:redact
func mask(p []byte) []byte { return bytes.Map(func(r rune) rune { return r }, p) }

type maskWriter struct{ w io.Writer }

func (m *maskWriter) Write(p []byte) (int, error) { return m.w.Write(mask(p)) }

// plainWriter hands on.
type plainWriter struct{ w io.Writer }

func (m plainWriter) Write(p []byte) (int, error) { return m.w.Write(append([]byte("> "), p...)) }

// memWriter keeps lines.
type memWriter struct{ lines []string }

func (m *memWriter) Write(p []byte) (int, error) {
	m.lines = append(m.lines, string(p))
	return len(p), nil
}

// nullWriter drops all.
type nullWriter struct{}

func (nullWriter) Write(p []byte) (int, error) { return len(p), nil }

var numbers = regexp.MustCompile(`[0-9]+`)

// partWriter hides numbers, and lets the rest through.
type partWriter struct{ w io.Writer }

func (m partWriter) Write(p []byte) (int, error) {
	return fmt.Fprint(m.w, numbers.ReplaceAllString(string(p), "#"))
}

func loggers(c Customer, out io.Writer) {
	m := log.New(&maskWriter{os.Stderr}, "", 0)
	m.Println(c.Email)
	m.Printf("%v", c)
	p := log.New(plainWriter{os.Stderr}, "", 0)
	p.Println(c.Email) // want `email from Customer.Email reaches log.Logger.Println`
	k := log.New(&memWriter{}, "", 0)
	k.Println(c.Email) // want `email from Customer.Email reaches log.Logger.Println`
	n := log.New(nullWriter{}, "", 0)
	n.Println(c.Email)
	h := log.New(partWriter{os.Stderr}, "", 0)
	h.Println(c.Email) // want `email from Customer.Email reaches log.Logger.Println`
	o := log.New(out, "", 0)
	o.Println(c.Email) // want `email from Customer.Email reaches log.Logger.Println`
	u := log.New(&maskWriter{out}, "", 0)
	u.Println(c.Email)
	v := log.New(plainWriter{out}, "", 0)
	v.Println(c.Email) // want `email from Customer.Email reaches log.Logger.Println`
	m.SetOutput(os.Stderr)
	m.Println(c.Email) // want `email from Customer.Email reaches log.Logger.Println`
}

func handlers(c Customer) {
	t := slog.New(slog.NewTextHandler(&maskWriter{os.Stderr}, nil))
	t.Info("x", "email", c.Email)
	t.Info(c.Phone)
	t.With("email", c.Email).Info("x")
	p := slog.New(slog.NewJSONHandler(plainWriter{os.Stderr}, nil))
	p.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	r := slog.New(slog.NewJSONHandler(plainWriter{os.Stderr}, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == "email" {
				return slog.Attr{}
			}
			return a
		},
	}))
	r.Info("x", "email", c.Email)
	r.Info("x", "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
}

func either(c Customer, debug bool) {
	var w io.Writer = &maskWriter{os.Stderr}
	if debug {
		w = os.Stderr
	}
	l := log.New(w, "", 0)
	l.Println(c.Email) // want `email from Customer.Email reaches log.Logger.Println`
	multi := log.New(io.MultiWriter(&maskWriter{os.Stderr}, os.Stdout), "", 0)
	multi.Println(c.Email) // want `email from Customer.Email reaches log.Logger.Println`
}
