// Package printf_wrappers follows formats and operands to the printf function
// that prints them.
package printf_wrappers

import (
	"errors"
	"fmt"
	"io"
	"log"
	"os"
)

type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

// Masked prints itself without data, but has them.
type Masked struct {
	Email string `pii:"email"`
}

func (Masked) String() string { return "masked" }

func logf(format string, args ...any) { log.Printf(format, args...) }

func said(format string, args ...any) string { return fmt.Sprintf("said: "+format, args...) }

func one(format string, a any) { log.Printf("%d: "+format, 1, a) }

func two(format string, a, b any) { log.Printf(format, a, b) }

func named(name, format string, args ...any) {
	full := fmt.Sprintf("%s: %s", name, format)
	log.Printf(full, args...)
}

func with(prefix string, args ...any) []any { return append([]any{prefix}, args...) }

func prefix(format string) string { return "[app] " + format }

func prefixed(format string, args ...any) { log.Printf(prefix(format), args...) }

func to(w io.Writer, format string, args ...any) { fmt.Fprintf(w, format, args...) }

func optional(format string, args ...any) {
	msg := format
	if len(args) > 0 {
		msg = fmt.Sprintf(format, args...)
	}
	log.Print(msg)
}

func values(c Customer, m Masked, n int) {
	logf("%T", c)
	logf("%d items %p", n, &c)
	logf("%s", c.ID)
	logf("%s", c.Phone) // want `phone from Customer.Phone reaches log.Printf`
	logf("%+v", c)      // want `email from Customer.Email and phone from Customer.Phone reach log.Printf`
	logf("%s", m)
	logf("%d", m)  // want `email from Masked.Email reaches log.Printf`
	logf("%#v", m) // want `email from Masked.Email reaches log.Printf`
	logf("%v", &m)
	logf("%s and %T", c.Phone, m) // want `phone from Customer.Phone reaches log.Printf`
	logf("%T and %T", c.Phone, m)
	logf(c.Email) // want `email from Customer.Email reaches log.Printf`
	logf("%.0s", c.Email)
	logf("%T", c, c.Email) // want `email from Customer.Email reaches log.Printf`
}

func results(c Customer) {
	log.Print(said("%T", c))
	log.Print(said("%s", c.Email)) // want `email from Customer.Email reaches log.Print`
	s := said("%T", c) + said("%p", &c)
	log.Print(s)
	optional("%T", c)
	optional("%s", c.Email) // want `email from Customer.Email reaches log.Print`
	optional(c.Email)       // want `email from Customer.Email reaches log.Print`
}

func singles(c Customer) {
	one("%T", c)
	one("%v", c) // want `email from Customer.Email and phone from Customer.Phone reach log.Printf`
	two("%T %s", c, c.ID)
	two("%T %s", c, c.Email) // want `email from Customer.Email reaches log.Printf`
	two("%T", c, c.Email)    // want `email from Customer.Email reaches log.Printf`
	two("%[2]s", c.Email, c.ID)
	named("n", "%T", c)
	named("n", "%T %s", c, c.Email) // want `email from Customer.Email reaches log.Printf`
	prefixed("%T", c)
	prefixed("%T %s", c, c.Email) // want `email from Customer.Email reaches log.Printf`
}

func writers(c Customer) {
	to(os.Stderr, "%T", c)
	to(os.Stderr, "%s", c.Email) // want `email from Customer.Email reaches`
	to(io.Discard, "%s", c.Email)
}

func functions(c Customer) {
	do := logf
	do("%T", c)
	do("%s", c.Email) // want `email from Customer.Email reaches log.Printf`
	lit := func(format string, args ...any) { logf("lit: "+format, args...) }
	lit("%T", c)
	lit("%s", c.Email) // want `email from Customer.Email reaches log.Printf`
	call(logf, c)
	for _, f := range []func(string, ...any){logf, lit} {
		f("%T", c)
		f("%s", c.Phone) // want `phone from Customer.Phone reaches log.Printf`
	}
}

func call(f func(string, ...any), c Customer) {
	f("%T", c)
	f("%s", c.ID)
}

func lists(c Customer) {
	args := []any{c}
	logf("%T", args...)
	logf("%v", args...) // want `email from Customer.Email and phone from Customer.Phone reach log.Printf`
	args = append(args, c.Phone)
	logf("%T %T", args...)
	logf("%s %T", append([]any{c.ID}, c)...)
	logf("%s %v", append([]any{c.ID}, c.Email)...) // want `email from Customer.Email reaches log.Printf`
	logf("%T %s", with(c.Email, c.ID)...)          // want `email from Customer.Email reaches log.Printf`
}

func formats(c Customer, verbose bool) {
	format := "%T"
	if verbose {
		format = "%T!"
	}
	logf(format, c)
	if verbose {
		format = "%v"
	}
	logf(format, c) // want `email from Customer.Email and phone from Customer.Phone reach log.Printf`
	const f = "%T" + "\n"
	logf(f, c)
	logf(os.Getenv("FORMAT"), c) // want `email from Customer.Email and phone from Customer.Phone reach log.Printf`
}

func wrapf(err error, format string, args ...any) error {
	return fmt.Errorf("%w: %s", err, fmt.Sprintf(format, args...))
}

func failf(format string, args ...any) error { return fmt.Errorf(format, args...) }

func newf(format string, args ...any) error { return errors.New(fmt.Sprintf(format, args...)) }

type failure struct {
	Email string `pii:"email"`
}

func (f *failure) Error() string { return "failed" }

func failures(c Customer, cause error) {
	log.Print(wrapf(cause, "%T", c))
	log.Print(wrapf(cause, "%s", c.Email)) // want `email from Customer.Email reaches fmt.Errorf`
	log.Print(failf("%T", c))
	log.Print(failf("%s", c.Email)) // want `email from Customer.Email reaches fmt.Errorf`
	log.Print(newf("%T", c))
	log.Print(newf("%s", c.Email)) // want `email from Customer.Email reaches errors.New`
}

func wraps(c Customer) {
	err := failf("x: %w", &failure{c.Email})
	log.Print(err)
	var f *failure
	if errors.As(err, &f) {
		log.Print(f.Email) // want `email from Customer.Email reaches log.Print`
	}
	err = failf("x: %T", &failure{c.Email})
	if errors.As(err, &f) {
		log.Print(f)
	}
}

// structs

type logger struct {
	prefix string
	out    *log.Logger
}

func (l *logger) Debugf(format string, args ...any) { l.logf("DEBUG", format, args...) }

func (l *logger) Errorf(format string, args ...any) { l.logf("ERROR", format, args...) }

func (l *logger) logf(level, format string, args ...any) {
	l.out.Printf("%s %s "+format, append([]any{level, l.prefix}, args...)...)
}

type service struct {
	*logger
	name string
}

func (s *service) do(c Customer) {
	s.Debugf("%T", c)
	s.Errorf("%T %s", c, c.Phone) // want `phone from Customer.Phone reaches log.Logger.Printf`
	s.logger.Debugf("%v", c.ID)
}

type iface interface{ Debugf(string, ...any) }

func through(l iface, c Customer) {
	l.Debugf("%T", c)
	l.Debugf("%s", c.Phone) // want `phone from Customer.Phone reaches log.Logger.Printf`
}

func generic[T any](format string, v T) { logf("generic: "+format, v) }

func generics(c Customer) {
	generic("%T", c)
	generic("%v", c) // want `email from Customer.Email and phone from Customer.Phone reach log.Printf`
}
