// Package checks has helpers around consents.
package checks

import "outbound/cross/consents"

// News returns an error unless somebody wants news.
func News(id string) error {
	if !consents.Given(id) {
		return consents.ErrNone
	}
	return nil
}

// Loose only looks like a check.
func Loose(id string) error {
	_ = consents.Given(id)
	return nil
}

// With calls f if somebody wants news.
func With(id string, f func()) {
	if consents.Given(id) {
		f()
	}
}
