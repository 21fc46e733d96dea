package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"syscall"
)

// Exit codes.
const (
	exitClean    = 0
	exitFailed   = 1
	exitUsage    = 2
	exitFindings = 3
)

// usageError is a wrong call: a flag, a policy, a file that the caller names.
// Its text says what to type instead, where that is known.
type usageError struct{ err error }

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

// errSaid ends a run whose failure was already told by the go command.
var errSaid = errors.New("the go command failed")

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// exit turns what a command returned into an exit code and says what went
// wrong.
func exit(code int, err error) int {
	switch {
	case err == nil:
		return code
	case errors.Is(err, flag.ErrHelp):
		return exitClean
	case errors.Is(err, errSaid), errors.Is(err, syscall.EPIPE):
		return exitFailed
	}
	fmt.Fprintln(os.Stderr, "piivet:", err)
	if u := (usageError{}); errors.As(err, &u) {
		return exitUsage
	}
	return exitFailed
}
