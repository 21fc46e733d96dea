// Package people holds the tagged types that the packages beside it hand on to
// third parties. Each library's package takes the same types, so that what
// differs between two lines is the library and nothing else.
package people

import "strings"

// Customer is somebody who buys.
type Customer struct {
	ID    string
	Name  string `json:"name" pii:"name"`
	Email string `json:"email" pii:"email"`
	Phone string `json:"phone,omitempty" pii:"phone"`
	Tier  int    `json:"tier"`
}

// Account hides its email from JSON.
type Account struct {
	ID    string `json:"id"`
	Email string `json:"-" pii:"email"`
}

// Visit is what nobody needs to protect.
type Visit struct {
	Page    string `json:"page"`
	Country string `json:"country"`
	Seconds int    `json:"seconds"`
}

// Mask keeps the first letter and the host of an email address.
//
//pii:redact
func Mask(s string) string {
	if at := strings.IndexByte(s, '@'); at > 0 {
		return s[:1] + "***" + s[at:]
	}
	return "***"
}
