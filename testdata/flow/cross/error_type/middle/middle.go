// Package middle has error types and functions that build errors.
package middle

import "fmt"

// NotFoundError prints who was not found.
type NotFoundError struct {
	Who    string
	Detail string
}

// Error prints who.
func (e *NotFoundError) Error() string { return "not found: " + e.Who }

// NotFound builds one.
func NotFound(who string) error { return &NotFoundError{Who: who} }

// Wrap adds a text.
func Wrap(err error, text string) error { return fmt.Errorf("%s: %w", text, err) }

// Quiet has a detail that is not printed.
func Quiet(detail string) error { return &NotFoundError{Detail: detail} }
