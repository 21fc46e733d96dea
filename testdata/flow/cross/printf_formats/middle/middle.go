// Package middle has wrappers of printf functions: the format is the caller's.
package middle

import (
	"fmt"
	"log"
	"os"
	"strings"
)

// Logf adds a prefix and a line end.
func Logf(format string, args ...any) { log.Printf("app: "+format+"\n", args...) }

// Deep hands on.
func Deep(format string, args ...any) { Logf("deep: "+format, args...) }

// Tagged puts an operand in front.
func Tagged(tag, format string, args ...any) {
	log.Printf("[%s] "+format, append([]any{tag}, args...)...)
}

// Lined ends a format only where it has no end.
func Lined(format string, args ...any) {
	if !strings.HasSuffix(format, "\n") {
		format += "\n"
	}
	fmt.Fprintf(os.Stderr, format, args...)
}

// Logger has a name of its own.
type Logger struct{ name string }

// New makes a Logger.
func New(name string) *Logger { return &Logger{name} }

// Infof prints the name first.
func (l *Logger) Infof(format string, args ...any) { log.Printf(l.name+": "+format, args...) }

// Wrapf builds an error around another one.
func Wrapf(err error, format string, args ...any) error {
	return fmt.Errorf(format+": %w", append(args, err)...)
}

// Fail builds an error.
func Fail(format string, args ...any) error { return fmt.Errorf("failed: "+format, args...) }

// Printer is what others log through.
type Printer interface {
	Infof(format string, args ...any)
}

// Via logs through whatever it is given.
func Via(p Printer, format string, args ...any) { p.Infof(format, args...) }

// Fixed has its format here.
func Fixed(p Printer, v any) { p.Infof("kind %T", v) }

// Shown has another.
func Shown(p Printer, v any) { p.Infof("value %v", v) }

// Closed prints later.
func Closed(format string, args ...any) {
	defer func() { log.Printf(format, args...) }()
}

// Prefixed gives a function that prints.
func Prefixed(prefix string) func(string, ...any) {
	return func(format string, args ...any) { log.Printf(prefix+format, args...) }
}
