package formatting

import (
	"fmt"
	"log"
)

// ByValue hides itself behind String on the value.
type ByValue struct {
	ID    string
	Email string `pii:"email"`
}

// String gives the id.
func (v ByValue) String() string { return v.ID }

// ByPointer hides itself behind String on the pointer.
type ByPointer struct {
	ID    string
	Email string `pii:"email"`
}

// String gives the id.
func (p *ByPointer) String() string { return p.ID }

// Leaky prints one of two in String.
type Leaky struct {
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

// String gives the address.
func (l Leaky) String() string { return "<" + l.Email + ">" }

// GoHidden hides itself from %#v only.
type GoHidden struct {
	Email string `pii:"email"`
}

// GoString gives nothing.
func (GoHidden) GoString() string { return "GoHidden{}" }

// Formatted prints itself, and only the id.
type Formatted struct {
	ID    string
	Email string `pii:"email"`
}

// Format prints the id whatever the verb.
func (f Formatted) Format(s fmt.State, verb rune) { fmt.Fprintf(s, "<%s>", f.ID) }

// LeakyFormat prints everything.
type LeakyFormat struct {
	ID    string
	Email string `pii:"email"`
}

// Format prints the address.
func (f *LeakyFormat) Format(s fmt.State, verb rune) { fmt.Fprint(s, f.ID, " ", f.Email) }

func valueReceiver(v ByValue) {
	log.Println(v)
	log.Println(&v)
	log.Printf("%v %+v %s %q %x", v, v, v, v, v)
	log.Printf("%#v", v) // want `email from ByValue.Email reaches log.Printf`
	log.Println([]ByValue{v})
	log.Println([]*ByValue{&v})
	log.Println(map[string]ByValue{"a": v})
	log.Println(struct{ V ByValue }{v})
	log.Println(struct{ v ByValue }{v}) // want `email from ByValue.Email reaches log.Println`
	log.Println(v.Email)                // want `email from ByValue.Email reaches log.Println`
	log.Println(v.String())
	log.Println(any(v))
}

func pointerReceiver(p ByPointer) {
	log.Println(p) // want `email from ByPointer.Email reaches log.Println`
	log.Println(&p)
	log.Println([]ByPointer{p}) // want `email from ByPointer.Email reaches log.Println`
	log.Println([]*ByPointer{&p})
	log.Println(struct{ P *ByPointer }{&p})
	log.Println(struct{ P ByPointer }{p})  // want `email from ByPointer.Email reaches log.Println`
	log.Println(&struct{ P ByPointer }{p}) // want `email from ByPointer.Email reaches log.Println`
	log.Printf("%#v", &p)                  // want `email from ByPointer.Email reaches log.Printf`
	log.Println(p.String())
	var s fmt.Stringer = &p
	log.Println(s)
}

func leaky(l Leaky) {
	log.Println(l)          // want `email from Leaky.Email reaches log.Println`
	log.Printf("%s", l)     // want `email from Leaky.Email reaches log.Printf`
	log.Printf("%#v", l)    // want `email from Leaky.Email and phone from Leaky.Phone reach log.Printf`
	log.Println(l.String()) // want `email from Leaky.Email reaches log.Println`
	l.Email = ""
	log.Println(l)
	log.Println(l.Phone) // want `phone from Leaky.Phone reaches log.Println`
}

func goStringer(g GoHidden) {
	log.Printf("%#v", g)
	log.Printf("%v", g)  // want `email from GoHidden.Email reaches log.Printf`
	log.Printf("%+v", g) // want `email from GoHidden.Email reaches log.Printf`
}

func formatters(f Formatted, l LeakyFormat) {
	log.Println(f)
	log.Println(&f)
	log.Printf("%v %+v %#v %s", f, f, f, f)
	log.Println([]Formatted{f})
	log.Println(struct{ f Formatted }{f}) // want `email from Formatted.Email reaches log.Println`
	log.Println(&l)                       // want `email from LeakyFormat.Email reaches log.Println`
	log.Println(l)                        // want `email from LeakyFormat.Email reaches log.Println`
	l.Email = ""
	log.Println(&l)
}
