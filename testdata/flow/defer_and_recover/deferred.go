// Package deferred holds deferred calls and recovered panics. A panic with
// personal data is reported where it starts, not where it is caught.
package deferred

import (
	"fmt"
	"log"
	"os"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

func show(s string) { log.Println(s) }

func deferredSink(c Customer) {
	defer log.Println("bye", c.ID)
	defer log.Println("bye", c.Email)             // want `email from Customer.Email reaches log.Println`
	defer fmt.Fprintln(os.Stderr, "bye", c.Email) // want `email from Customer.Email reaches fmt.Fprintln`
	defer show(c.ID)
	defer show(c.Email) // want `email from Customer.Email reaches log.Println`
}

func argumentsNow(c Customer) {
	s := c.Email
	defer log.Println(s) // want `email from Customer.Email reaches log.Println`
	s = c.ID
	defer log.Println(s)
	s = c.Email
	_ = s
}

func literal(c Customer) {
	defer func() {
		log.Println(c.ID)
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	}()
	defer func(s string) { log.Println(s) }(c.Email) // want `email from Customer.Email reaches log.Println`
	defer func(s string) { log.Println(s) }(c.ID)
}

func seesLaterValue(c Customer) {
	s := ""
	defer func() {
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	}()
	s = c.Email
}

func seesResult(c Customer) (line string) {
	defer func() {
		log.Println(line) // want `email from Customer.Email reaches log.Println`
	}()
	return "to " + c.Email
}

func seesCleanResult(c Customer) (id string) {
	defer func() {
		log.Println(id)
	}()
	return c.ID
}

func setsResult(c Customer) (line string) {
	defer func() { line = c.Email }()
	return ""
}

func clearsResult(c Customer) (line string) {
	defer func() { line = "" }()
	return c.Email
}

func results(c Customer) {
	log.Println(setsResult(c)) // want `email from Customer.Email reaches log.Println`
	log.Println(clearsResult(c))
}

func inLoop(cs []Customer) {
	for _, c := range cs {
		defer log.Println(c.ID)
		defer log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	}
}

func conditional(c Customer, verbose bool) {
	if verbose {
		defer show("for " + c.Email) // want `email from Customer.Email reaches log.Println`
	}
	defer show("done")
}

func methodDeferred(c Customer, l *log.Logger) {
	defer l.Println(c.ID)
	defer l.Println(c.Email) // want `email from Customer.Email reaches log.Logger.Println`
}

func panics(c Customer) {
	switch {
	case c.ID == "":
		panic("no id")
	case c.ID == "1":
		panic(c.Email) // want `email from Customer.Email reaches panic`
	case c.ID == "2":
		panic("bad address " + c.Email) // want `email from Customer.Email reaches panic`
	case c.ID == "3":
		panic(fmt.Sprintf("bad customer %s", c.ID))
	default:
		panic(fmt.Sprintf("bad address %q", c.Email)) // want `email from Customer.Email reaches panic`
	}
}

func caught(c Customer) {
	defer func() {
		if r := recover(); r != nil {
			log.Println(r)
		}
	}()
	panic("for " + c.Email) // want `email from Customer.Email reaches panic`
}

func caughtWithMore(c Customer) {
	defer func() {
		if r := recover(); r != nil {
			log.Println(c.ID, r)
			log.Println(c.Email, "failed") // want `email from Customer.Email reaches log.Println`
		}
	}()
	panic("for " + c.ID)
}

func fail(reason string) { panic("failed: " + reason) }

func panicHelper(c Customer) {
	if c.ID == "" {
		fail("no id")
	}
	fail(c.Email) // want `email from Customer.Email reaches panic`
}

func cleanup(c *Customer) {
	defer func() { c.Email = "" }()
	log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
}

func afterCleanup(c Customer) {
	cleanup(&c)
	log.Println(c)
}

func ends() { _ = recover() }

// What was overwritten behind a call is what was there before, if a deferred
// call may end a panic; else there is no way round it.
func overwritten(c Customer, f func()) {
	d, e, g := c, c, c
	func() {
		defer show("done")
		f()
		c.Email = ""
	}()
	log.Println(c)
	func() {
		defer ends()
		f()
		d.Email = ""
	}()
	log.Println(d) // want `email from Customer.Email reaches log.Println`
	func() {
		defer func() { _ = recover() }()
		f()
		e.Email = ""
	}()
	log.Println(e) // want `email from Customer.Email reaches log.Println`
	func() {
		defer f()
		f()
		g.Email = ""
	}()
	log.Println(g) // want `email from Customer.Email reaches log.Println`
}
