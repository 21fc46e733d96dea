// Package middle has state.
package middle

import (
	"log"

	"flow/cross/global/model"
)

var (
	// Current is the customer of the moment.
	Current model.Customer
	// LastPhone is set below.
	LastPhone string
	// LastID is set below.
	LastID string
	// Out is what everybody logs with.
	Out = log.Default()
	// Logf may be replaced.
	Logf = log.Printf

	remembered string
	year       int
	flag       bool
	names      []string
)

// Load keeps parts of a customer.
func Load(c model.Customer) {
	LastPhone = c.Phone
	LastID = c.ID
}

// Remember keeps a text.
func Remember(s string) { remembered = s }

// Recall gives it back.
func Recall() string { return remembered }

// AddName keeps the id.
func AddName(c model.Customer) { names = append(names, c.ID) }

// Names gives all ids.
func Names() []string { return names }

// SetYear keeps a number.
func SetYear(n int) { year = n }

// Year gives it back.
func Year() int { return year }

// SetFlag keeps a boolean.
func SetFlag(b bool) { flag = b }

// Flag gives it back.
func Flag() bool { return flag }
