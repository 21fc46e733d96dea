// Package summaries calls one helper with personal data here and with an id
// there: only the first is reported.
package summaries

import (
	"log"
	"strings"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

func logIt(s string)             { log.Println(s) }
func logTwo(id, detail string)   { log.Println(id, len(detail)) }
func level1(s string)            { level2("1" + s) }
func level2(s string)            { level3(s, "2") }
func level3(s, t string)         { log.Printf("%s %s", s, t) }
func logAll(parts ...string)     { log.Println(strings.Join(parts, ",")) }
func logMap(m map[string]string) { log.Println(m["who"]) }
func logLength(s string)         { log.Println(len(s)) }
func logIf(verbose bool, s string) {
	if verbose {
		log.Println(s)
	}
}

func flat(c Customer) {
	logIt(c.ID)
	logIt(c.Email)         // want `email from Customer.Email reaches log.Println`
	logIt("to " + c.Phone) // want `phone from Customer.Phone reaches log.Println`
	logLength(c.Email)
	logTwo(c.ID, c.Email)
	logTwo(c.Email, c.ID) // want `email from Customer.Email reaches log.Println`
	logAll(c.ID, "x")
	logAll(c.ID, c.Email, c.Phone) // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	logIf(c.ID != "", c.ID)
	logIf(c.ID != "", c.Email) // want `email from Customer.Email reaches log.Println`
	logMap(map[string]string{"who": c.ID, "mail": c.Email})
	logMap(map[string]string{"who": c.Email}) // want `email from Customer.Email reaches log.Println`
}

func levels(c Customer) {
	level1(c.ID)
	level1(c.Email) // want `email from Customer.Email reaches log.Printf`
	level3("x", c.ID)
	level3("x", c.Phone) // want `phone from Customer.Phone reaches log.Printf`
	pass(c.ID, c.Email)
}

func pass(id, email string) {
	logIt(id)
	_ = email
}

func passed(email string) { level1(email) }

func passes(c Customer) {
	passed(c.ID)
	passed(c.Email) // want `email from Customer.Email reaches log.Printf`
}

func logCustomer(c Customer) {
	log.Println(c.ID)
	log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
}

func logPointer(c *Customer) {
	log.Println(c) // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
}

func typedCallees(c Customer) {
	logCustomer(c)
	logPointer(&c)
	logCustomer(Customer{ID: c.ID})
}

func logAny(v any) { log.Println(v) }

func untypedCallee(c Customer) {
	logAny(c.ID)
	logAny(c.Email) // want `email from Customer.Email reaches log.Println`
	logAny(c)       // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	logAny(&c)      // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	logAny([]*Customer{&c})
	c.Email = ""
	logAny(c) // want `phone from Customer.Phone reaches log.Println`
}

func countdown(n int, s string) {
	if n == 0 {
		log.Println(s)
		return
	}
	countdown(n-1, s)
}

func even(n int, s string) {
	if n == 0 {
		log.Println("even", s)
		return
	}
	odd(n-1, s)
}

func odd(n int, s string) {
	if n == 0 {
		return
	}
	even(n-1, s)
}

func rotate(n int, a, b, c string) string {
	if n == 0 {
		return a
	}
	return rotate(n-1, b, c, a)
}

func repeat(n int, s string) string {
	if n == 0 {
		return ""
	}
	return repeat(n-1, s) + s
}

func recursion(c Customer) {
	countdown(3, c.ID)
	countdown(3, c.Email) // want `email from Customer.Email reaches log.Println`
	even(4, c.ID)
	even(4, c.Email)                           // want `email from Customer.Email reaches log.Println`
	odd(3, c.Phone)                            // want `phone from Customer.Phone reaches log.Println`
	log.Println(rotate(1, c.ID, c.Email, "x")) // want `email from Customer.Email reaches log.Println`
	log.Println(rotate(1, c.ID, c.ID, "x"))
	log.Println(repeat(2, c.ID))
	log.Println(repeat(2, c.Email)) // want `email from Customer.Email reaches log.Println`
}
