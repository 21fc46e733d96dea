// Package conversions changes types, not data.
package conversions

import (
	"log"
	"strconv"
	"unsafe"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
	Pin   int    `pii:"credential"`
}

// Shadow has the same underlying type.
type Shadow Customer

// Plain has the same fields without tags.
type Plain struct {
	ID    string
	Email string
	Pin   int
}

// Alias is Customer itself.
type Alias = Customer

// Text is a plain named string.
type Text string

// Secret tells nothing of itself unless asked differently.
type Secret string

// String hides the text.
func (Secret) String() string { return "***" }

// Bytes is a named slice.
type Bytes []byte

func strings(c Customer) {
	log.Println(string([]byte(c.Email))) // want `email from Customer.Email reaches log.Println`
	log.Println([]byte(c.Email))         // want `email from Customer.Email reaches log.Println`
	log.Println([]rune(c.Email))         // want `email from Customer.Email reaches log.Println`
	log.Println(Text(c.Email))           // want `email from Customer.Email reaches log.Println`
	log.Println(string(Text(c.Email)))   // want `email from Customer.Email reaches log.Println`
	log.Println(Bytes(c.Email))          // want `email from Customer.Email reaches log.Println`
	log.Println([]byte(c.ID), Text(c.ID), Bytes(c.ID))
}

func secrets(c Customer) {
	s := Secret(c.Email)
	log.Println(s)
	log.Printf("%s %v %x", s, s, s)
	log.Printf("%#v", s)   // want `email from Customer.Email reaches log.Printf`
	log.Println(string(s)) // want `email from Customer.Email reaches log.Println`
	log.Println(Text(s))   // want `email from Customer.Email reaches log.Println`
	log.Println([]Secret{s})
	log.Println(struct{ S Secret }{s})
	log.Println(struct{ s Secret }{s}) // want `email from Customer.Email reaches log.Println`
	log.Println(&s)
}

func structs(c Customer) {
	log.Println(Shadow(c).ID)
	log.Println(Shadow(c).Email) // want `email from .*\.Email reaches log.Println`
	p := Plain(c)
	log.Println(p.ID)
	log.Println(p.Email) // want `email from Customer.Email reaches log.Println`
	log.Println(p)       // want `email from Customer.Email and credential from Customer.Pin reach log.Println`
	p.Pin = 0
	log.Println(p) // want `email from Customer.Email reaches log.Println`
	q := (*Plain)(&c)
	log.Println(q.Email) // want `email from Customer.Email reaches log.Println`
	q.Email, q.Pin = "", 0
	log.Println(c)
	log.Println(Plain{})
}

func aliases(a Alias) {
	log.Println(a.ID)
	log.Println(a.Email) // want `email from .*\.Email reaches log.Println`
	a.Email, a.Pin = "", 0
	log.Println(a)
}

func shadow(s Shadow) {
	log.Println(s.ID)
	log.Println(s.Email) // want `email from .*\.Email reaches log.Println`
	log.Println(s.Pin)   // want `credential from .*\.Pin reaches log.Println`
}

func numbers(c Customer) {
	log.Println(c.Pin)                              // want `credential from Customer.Pin reaches log.Println`
	log.Println(int64(c.Pin))                       // want `credential from Customer.Pin reaches log.Println`
	log.Println(float64(c.Pin))                     // want `credential from Customer.Pin reaches log.Println`
	log.Println(c.Pin + 1)                          // want `credential from Customer.Pin reaches log.Println`
	log.Println(-c.Pin)                             // want `credential from Customer.Pin reaches log.Println`
	log.Println(strconv.Itoa(c.Pin))                // want `credential from Customer.Pin reaches log.Println`
	log.Println(strconv.FormatInt(int64(c.Pin), 2)) // want `credential from Customer.Pin reaches log.Println`
	log.Println(c.Pin > 1000, c.Pin == 0)
	n, err := strconv.Atoi(c.Email)
	_ = err
	log.Println(n) // want `email from Customer.Email reaches log.Println`
	log.Println(len(c.Email) + 1)
}

func arrays(c Customer) {
	b := []byte(c.Email)
	a := [4]byte(b)
	log.Println(a) // want `email from Customer.Email reaches log.Println`
	p := (*[4]byte)(b)
	log.Println(*p) // want `email from Customer.Email reaches log.Println`
	log.Println(len(a), cap(b))
	z := [4]byte{}
	log.Println(z)
}

func interfaces(c Customer) {
	var v any = c.Email
	log.Println(v) // want `email from Customer.Email reaches log.Println`
	v = c.ID
	log.Println(v)
	log.Println(any(c.Email).(string)) // want `email from Customer.Email reaches log.Println`
	log.Println(any(any(c.ID)))
}

func unsafely(c Customer) {
	b := []byte(c.Email)
	s := unsafe.String(unsafe.SliceData(b), len(b))
	log.Println(s) // want `email from Customer.Email reaches log.Println`
	t := unsafe.String(unsafe.StringData(c.ID), 1)
	log.Println(t)
	log.Println(unsafe.Sizeof(c.Email))
}
