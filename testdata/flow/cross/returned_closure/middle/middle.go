// Package middle returns function literals.
package middle

import (
	"log"

	"flow/cross/returned_closure/model"
)

// Printer returns a literal that logs what Printer was given.
func Printer(s string) func() {
	return func() { log.Println(s) }
}

// Logger returns a literal that logs its own argument.
func Logger(prefix string) func(string) {
	return func(s string) { log.Println(prefix, s) }
}

// Prefixer returns a literal that joins both.
func Prefixer(prefix string) func(string) string {
	return func(s string) string { return prefix + s }
}

// Getter returns a literal that gives the address.
func Getter(c model.Customer) func() string {
	return func() string { return c.Email }
}

// Reporter returns a literal that knows the type itself.
func Reporter(c model.Customer) func() {
	return func() {
		log.Println(c.ID)
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	}
}

// Masker returns a literal that gives nothing.
func Masker() func(string) string {
	return func(string) string { return "***" }
}

// Pair returns two literals that share a variable.
func Pair() (set func(string), get func() string) {
	var kept string
	return func(s string) { kept = s }, func() string { return kept }
}
