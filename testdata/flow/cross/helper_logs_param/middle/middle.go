// Package middle logs what it is given.
package middle

import (
	"log"

	"flow/cross/helper_logs_param/model"
)

// Log logs its argument, two functions further down.
func Log(s string) { logIt("seen " + s) }

func logIt(s string) { write(s, 1) }

func write(s string, depth int) { log.Println(depth, s) }

// LogFirst logs the first of two.
func LogFirst(a, b string) { logIt(a) }

// LogAny logs whatever it is given.
func LogAny(v any) { log.Printf("%v", v) }

// LogType logs the type alone.
func LogType(v any) { log.Printf("%T", v) }

// LogCustomer knows the type, so it is the one to blame.
func LogCustomer(c model.Customer) {
	log.Println(c.ID)
	log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
}

// Countdown calls itself.
func Countdown(n int, s string) {
	if n == 0 {
		logIt(s)
		return
	}
	Countdown(n-1, s)
}

// Fill writes through its first argument.
func Fill(dst *string, c *model.Customer) { *dst = c.Phone }

// Scrub overwrites what is tagged.
func Scrub(c *model.Customer) { c.Email, c.Phone = "", "" }

// Public gives a copy without what is tagged.
func Public(c model.Customer) model.Customer {
	Scrub(&c)
	return c
}
