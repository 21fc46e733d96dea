// Package consents knows who agreed to what.
package consents

import "errors"

// Given reports whether somebody agreed to get the newsletter.
//
//pii:consent newsletter
func Given(id string) bool { return id != "" }

// Book is where consents are written down.
type Book interface {
	// Check looks somebody up.
	//
	//pii:consent newsletter
	Check(id string) error
}

// ErrNone says that nobody agreed.
var ErrNone = errors.New("no consent")
