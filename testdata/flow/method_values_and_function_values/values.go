// Package values holds functions and methods that are used as values.
package values

import (
	"fmt"
	"log"
	"log/slog"
	"os"
	"strings"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

// Address gives the tagged field.
func (c Customer) Address() string { return c.Email }

// Number gives the field without a tag.
func (c *Customer) Number() string { return c.ID }

// Say logs its argument.
func (c Customer) Say(s string) { log.Println(c.ID, s) }

func show(s string)           { log.Println(s) }
func discard(string)          {}
func upper(s string) string   { return strings.ToUpper(s) }
func nothing(s string) string { return "" }

var logLine = log.Println

type hooks struct {
	before func(string)
	after  func(string)
}

type handler func(string)

// Handle calls the function itself.
func (h handler) Handle(s string) { h(s) }

func methodValue(c Customer) {
	address := c.Address
	number := c.Number
	log.Println(number())
	log.Println(address()) // want `email from Customer.Email reaches log.Println`
	say := c.Say
	say(c.ID)
	say(c.Email) // want `email from Customer.Email reaches log.Println`
}

func methodExpression(c Customer) {
	address := Customer.Address
	number := (*Customer).Number
	log.Println(number(&c))
	log.Println(address(c)) // want `email from Customer.Email reaches log.Println`
	Customer.Say(c, c.ID)
	Customer.Say(c, c.Email) // want `email from Customer.Email reaches log.Println`
}

func boundEarly(c Customer) {
	address := c.Address
	c.Email = ""
	log.Println(c.Address())
	log.Println(address()) // want `email from Customer.Email reaches log.Println`
}

func sinkValues(c Customer) {
	p := log.Println
	p(c.ID)
	p(c.Email) // want `email from Customer.Email reaches log.Println`
	l := log.New(os.Stderr, "", 0)
	f := l.Printf
	f("id %s", c.ID)
	f("email %s", c.Email) // want `email from Customer.Email reaches log.Logger.Printf`
	info := slog.Info
	info("x", "id", c.ID)
	info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Info`
	out := fmt.Println
	out(c.Email) // want `email from Customer.Email reaches fmt.Println`
}

func globalValue(c Customer) {
	logLine(c.ID)
	logLine(c.Email) // want `email from Customer.Email reaches log.Println`
}

func localValue(c Customer) {
	f := show
	f(c.ID)
	f(c.Email) // want `email from Customer.Email reaches log.Println`
	f = discard
	f(c.Email)
}

func chosen(c Customer, verbose bool) {
	f := discard
	if verbose {
		f = show
	}
	f(c.ID)
	f(c.Email) // want `email from Customer.Email reaches log.Println`
}

func transformed(c Customer, plain bool) {
	f := upper
	log.Println(f(c.Email)) // want `email from Customer.Email reaches log.Println`
	f = nothing
	log.Println(f(c.Email))
	if plain {
		f = strings.TrimSpace
	}
	log.Println(f(c.Email)) // want `email from Customer.Email reaches log.Println`
	log.Println(f(c.ID))
}

func inStruct(c Customer) {
	h := hooks{before: show, after: discard}
	h.before(c.ID)
	h.before(c.Email) // want `email from Customer.Email reaches log.Println`
	h.after(c.Email)
	p := &hooks{}
	p.after = show
	p.after(c.Email) // want `email from Customer.Email reaches log.Println`
}

func inMap(c Customer) {
	m := map[string]func(string){"show": show, "drop": discard}
	m["show"](c.ID)
	m["show"](c.Email) // want `email from Customer.Email reaches log.Println`
	m["drop"](c.Email)
}

func inSlice(c Customer) {
	for _, f := range []func(string){discard, show} {
		f(c.ID)
		f(c.Email) // want `email from Customer.Email reaches log.Println`
	}
	for _, f := range []func(string){discard} {
		f(c.Email)
	}
}

func pick(name string) func(string) {
	if name == "show" {
		return show
	}
	return discard
}

func fromFunction(c Customer) {
	pick("show")(c.ID)
	pick("show")(c.Email) // want `email from Customer.Email reaches log.Println`
}

func functionType(c Customer) {
	handler(show).Handle(c.ID)
	handler(show).Handle(c.Email) // want `email from Customer.Email reaches log.Println`
	handler(discard).Handle(c.Email)
}

func methodOfLogger(c Customer, l *slog.Logger) {
	f := l.Debug
	f("x", "id", c.ID)
	f("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Debug`
	log.Printf("%p", c.Address)
	log.Printf("%T", c.Address)
}
