// Package closures holds function literals: what they capture is reported at
// the sink inside, what they are given is reported where it is given.
package closures

import "log"

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

func captured(c Customer) {
	show := func() {
		log.Println(c.ID)
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	}
	show()
}

func capturedString(c Customer) {
	id, email := c.ID, c.Email
	show := func() {
		log.Println(id)
		log.Println(email) // want `email from Customer.Email reaches log.Println`
	}
	show()
}

func calledInPlace(c Customer) {
	line := "to " + c.Email
	func() {
		log.Println(line) // want `email from Customer.Email reaches log.Println`
	}()
}

func given(c Customer) {
	show := func(s string) { log.Println(s) }
	show(c.ID)
	show(c.Email)            // want `email from Customer.Email reaches log.Println`
	show("for " + c.Email)   // want `email from Customer.Email reaches log.Println`
	show("for " + c.ID + "") // the literal is the same, the argument is not
}

func givenTyped(c Customer) {
	show := func(d Customer) {
		log.Println(d.Email) // want `email from Customer.Email reaches log.Println`
	}
	show(c)
}

func result(c Customer) {
	email := func() string { return c.Email }
	id := func() string { return c.ID }
	log.Println(id())
	log.Println(email()) // want `email from Customer.Email reaches log.Println`
	log.Printf("%p %p", id, email)
	log.Println(id() + "---") // nothing of the customer but the id
}

func passThrough(c Customer) {
	trim := func(s string) string { return s[1:] }
	log.Println(trim(c.ID))
	log.Println(trim(c.Email)) // want `email from Customer.Email reaches log.Println`
}

func written(c Customer) {
	var out string
	keep := func() { out = c.Email }
	log.Println(out)
	keep()
	log.Println(out) // want `email from Customer.Email reaches log.Println`
}

func cleared(c Customer) {
	out := c.Email
	forget := func() { out = "" }
	log.Println(out) // want `email from Customer.Email reaches log.Println`
	forget()
	log.Println(out)
}

func setter(c Customer) {
	var kept string
	set := func(s string) { kept = s }
	set(c.ID)
	log.Println(kept)
	set(c.Email)
	log.Println(kept) // want `email from Customer.Email reaches log.Println`
}

func accumulated(cs []Customer) {
	var lines []string
	add := func(s string) { lines = append(lines, s) }
	for _, c := range cs {
		add(c.Email)
	}
	log.Println(lines) // want `email from Customer.Email reaches log.Println`
}

func nested(c Customer) {
	outer := func() func() {
		text := "at " + c.Email
		return func() {
			log.Println(text) // want `email from Customer.Email reaches log.Println`
		}
	}
	outer()()
}

// printer returns a literal that prints what printer was given.
func printer(s string) func() {
	return func() { log.Println(s) }
}

// prefixer returns a literal that joins both.
func prefixer(prefix string) func(string) string {
	return func(s string) string { return prefix + s }
}

func returned(c Customer) {
	tag := prefixer("customer ")
	log.Println(tag(c.ID))
	log.Println(tag(c.Email)) // want `email from Customer.Email reaches log.Println`
	byMail := prefixer(c.Email)
	log.Println(byMail(" seen")) // want `email from Customer.Email reaches log.Println`
}

func returnedPrinter(c Customer) {
	printer(c.ID)()
	printer(c.Email)() // want `email from Customer.Email reaches log.Println`
}

func recursive(c Customer) {
	var down func(n int, s string)
	down = func(n int, s string) {
		if n == 0 {
			log.Println(s)
			return
		}
		down(n-1, s)
	}
	down(2, c.ID)
	down(2, c.Email) // want `email from Customer.Email reaches log.Println`
}

func masked(c Customer) {
	mask := func(s string) string { return "***" }
	log.Println(mask(c.Email))
	hide := func() { c.Email = mask(c.Email) }
	hide()
	log.Println(c.Email)
}

func perIteration(cs []Customer) {
	var later []func()
	for _, c := range cs {
		later = append(later, func() {
			log.Println(c.ID)
			log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
		})
	}
	for _, f := range later {
		f()
	}
}

func freeOfPII(c Customer) {
	n := len(c.Email)
	known := c.Email != ""
	func() {
		log.Println(n, known)
	}()
}

// What is registered with somebody may be called at any time.

var kept func()

func keep(f func()) { kept = f }

type bus struct {
	subs []func()
	last func()
}

func (b *bus) on(f func())   { b.subs = append(b.subs, f) }
func (b *bus) once(f func()) { b.last = f }

func registered(c Customer, b *bus) {
	keep(func() { log.Println(c.Email) }) // want `email from Customer.Email reaches log.Println`
	keep(func() { log.Println(c.ID) })
	b.on(func() { log.Println(c.Email) })   // want `email from Customer.Email reaches log.Println`
	b.once(func() { log.Println(c.Email) }) // want `email from Customer.Email reaches log.Println`
	g := func() { log.Println(c.Email) }    // want `email from Customer.Email reaches log.Println`
	keep(g)
	b.once(c.show)
}

func (c Customer) show() { log.Println(c.Email) } // want `email from Customer.Email reaches log.Println`
