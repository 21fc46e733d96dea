// Package trace puts what a library makes of errors into a form of its own.
package trace

import (
	"github.com/pkg/errors"
)

// Wrap gives nil for nil.
func Wrap(cause error, text string) error {
	if stacked(cause) {
		return errors.WithMessage(cause, text)
	}
	return trimmed(errors.Wrap(cause, text))
}

func stacked(err error) bool {
	var s interface{ StackTrace() errors.StackTrace }
	return errors.As(err, &s)
}

func trimmed(err error) error {
	if err == nil {
		return err
	}
	return err
}
