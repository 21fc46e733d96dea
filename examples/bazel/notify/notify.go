// Package notify writes to people.
package notify

import (
	"errors"
	"fmt"
	"log/slog"

	"example.com/desk/person"
)

// ErrAddress is the error for an address that can't be written to.
var ErrAddress = errors.New("no such address")

// Send writes a letter.
func Send(p *person.Person, text string) error {
	if p.Email == "" {
		return fmt.Errorf("letter to %s: %w", p.ID, ErrAddress)
	}
	letter := fmt.Sprintf("%s,\n\n%s", person.Salutation(p), text)
	Trace("sending", letter)
	return nil
}

// Trace tells what happens to something.
func Trace(what, to string) { slog.Debug(what, "to", to) }
