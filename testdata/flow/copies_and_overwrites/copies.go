// Package copies holds plain copies and overwrites: what a local is known to
// contain counts, not what its type could contain.
package copies

import (
	"log"
	"log/slog"
	"strings"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

// View has no tags: it holds only what is put into it.
type View struct {
	Ref  string
	Name string
}

func direct(c Customer) {
	log.Println(c.ID)
	log.Println(c.Email)          // want `email from Customer.Email reaches log.Println`
	log.Println(c.ID, c.Phone)    // want `phone from Customer.Phone reaches log.Println`
	log.Println(c.Phone, c.Email) // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	log.Println(c)                // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	log.Print("a", c.Email, "b")  // want `email from Customer.Email reaches log.Print`
	slog.Info("seen", "id", c.ID)
	slog.Info("seen", "email", c.Email) // want `email from Customer.Email reaches slog.Info`
}

func copied(c Customer) {
	e := c.Email
	f := e
	log.Println(f) // want `email from Customer.Email reaches log.Println`
	e = "none"
	log.Println(e)
	log.Println(f) // want `email from Customer.Email reaches log.Println`
	f = e
	log.Println(f)
}

func wholeCopy(c Customer) {
	d := c
	d.Email = "hidden"
	log.Println(d.Email)
	log.Println(d)       // want `phone from Customer.Phone reaches log.Println`
	log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	d.Phone = ""
	log.Println(d)
	d = c
	log.Println(d.Email) // want `email from Customer.Email reaches log.Println`
}

func parameterOverwritten(c Customer) {
	c.Email = strings.Repeat("*", len(c.Email))
	c.Phone = ""
	log.Println(c)
	log.Println(c.Email, c.Phone, c.ID)
}

func overwrittenTooLate(c Customer) {
	log.Println(c) // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	c = Customer{ID: c.ID}
	log.Println(c)
}

func locals(c Customer) {
	var zero Customer
	log.Println(zero)
	log.Println(Customer{})
	log.Println(Customer{ID: c.ID})
	log.Println(Customer{ID: c.ID, Phone: "unknown"})
	log.Println(Customer{ID: c.ID, Email: c.Email}) // want `email from Customer.Email reaches log.Println`
	zero.Phone = c.Phone
	log.Println(zero) // want `phone from Customer.Phone reaches log.Println`
	log.Println(zero.Email)
}

func otherType(c Customer) {
	v := View{Ref: c.ID, Name: c.Email}
	log.Println(v.Ref)
	log.Println(v.Name) // want `email from Customer.Email reaches log.Println`
	log.Println(v)      // want `email from Customer.Email reaches log.Println`
	w := v
	w.Name = c.ID
	log.Println(w)
	log.Println(v) // want `email from Customer.Email reaches log.Println`
}

func otherField(c Customer) {
	c.ID = c.Email
	log.Println(c.ID) // want `email from Customer.Email reaches log.Println`
	c.Email = ""
	log.Println(c.Email)
	log.Println(c.ID) // want `email from Customer.Email reaches log.Println`
}

func swapped(c Customer) {
	a, b := c.ID, c.Email
	log.Println(a)
	a, b = b, a
	log.Println(a) // want `email from Customer.Email reaches log.Println`
	log.Println(b)
}

func concatenated(c Customer) {
	s := "id=" + c.ID
	log.Println(s)
	s += " email=" + c.Email
	log.Println(s)                         // want `email from Customer.Email reaches log.Println`
	log.Println("to: " + c.Phone + " now") // want `phone from Customer.Phone reaches log.Println`
	s = "id=" + c.ID
	log.Println(s)
}

func substring(c Customer) {
	log.Println(c.Email[1:])                    // want `email from Customer.Email reaches log.Println`
	log.Println(strings.ToUpper(c.Email))       // want `email from Customer.Email reaches log.Println`
	log.Println(strings.Split(c.Email, "@")[1]) // want `email from Customer.Email reaches log.Println`
	log.Println(strings.Contains(c.Email, "@"))
	log.Println(strings.Index(c.Email, "@"))
}

func blocks(c Customer) {
	e := c.ID
	{
		e := c.Email
		log.Println(e) // want `email from Customer.Email reaches log.Println`
	}
	log.Println(e)
}

func arraysOfStructs(c Customer) {
	pair := [2]View{}
	pair[1].Name = c.Email
	other := pair
	pair = [2]View{}
	log.Println(pair)
	log.Println(other) // want `email from Customer.Email reaches log.Println`
}
