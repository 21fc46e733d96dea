// Package model has directives instead of tags.
package model

// Session is personal as a whole.
//
//pii:source credential
type Session string

// CurrentEmail finds the address of whoever is there.
//
//pii:source email
func CurrentEmail() string { return "x@example.com" }

// Mask is trusted.
//
//pii:redact
func Mask(s string) string { return s + "" }
