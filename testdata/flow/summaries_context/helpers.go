package summaries

import (
	"fmt"
	"log"
	"strings"
)

func fill(dst *string, src string)        { *dst = src }
func fillBoth(id, to *string, c Customer) { *id, *to = c.ID, c.Email }
func fillStruct(dst *View, c Customer)    { dst.Ref, dst.Name = c.ID, c.Phone }
func appendTo(dst *[]string, s string)    { *dst = append(*dst, s) }

// View has no tags.
type View struct{ Ref, Name string }

func outParameters(c Customer) {
	var s, id, to string
	fill(&s, c.ID)
	log.Println(s)
	fill(&s, c.Email)
	log.Println(s) // want `email from Customer.Email reaches log.Println`
	fill(&s, "")
	log.Println(s)
	fillBoth(&id, &to, c)
	log.Println(id)
	log.Println(to) // want `email from Customer.Email reaches log.Println`
	var v View
	fillStruct(&v, c)
	log.Println(v.Ref)
	log.Println(v.Name) // want `phone from Customer.Phone reaches log.Println`
	log.Println(v)      // want `phone from Customer.Phone reaches log.Println`
	var all, none []string
	appendTo(&all, c.Email)
	appendTo(&none, c.ID)
	log.Println(none)
	log.Println(all) // want `email from Customer.Email reaches log.Println`
}

func stars(s string) string    { return strings.Repeat("*", len(s)) }
func constant(string) string   { return "[redacted]" }
func domainOf(s string) string { return s[strings.Index(s, "@")+1:] }
func choose(s, or string, ok bool) string {
	if ok {
		return s
	}
	return or
}

func scrub(c *Customer) { c.Email, c.Phone = "", "" }

func maybeScrub(c *Customer, hide bool) {
	if hide {
		scrub(c)
	}
}

func public(c Customer) Customer {
	c.Email = constant(c.Email)
	c.Phone = stars(c.Phone)
	return c
}

func withoutEmail(c Customer) Customer {
	c.Email = ""
	return c
}

func redacting(c Customer) {
	log.Println(stars(c.Email), constant(c.Email))
	log.Println(domainOf(c.Email)) // want `email from Customer.Email reaches log.Println`
	log.Println(public(c))
	log.Println(public(c).Email)
	log.Println(withoutEmail(c)) // want `phone from Customer.Phone reaches log.Println`
	log.Println(withoutEmail(c).Email)
	log.Println(choose(c.Email, "none", c.ID != "")) // want `email from Customer.Email reaches log.Println`
	log.Println(choose(c.ID, "none", true))
	maybeScrub(&c, c.ID == "")
	log.Println(c) // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	scrub(&c)
	log.Println(c)
	logAny(c)
}

// Order keeps a note and a reference.
type Order struct {
	ref, note string
	lines     []string
}

// SetNote, SetRef and the rest are setters and getters.
func (o *Order) SetNote(s string) { o.note = s }

// SetRef sets the reference.
func (o *Order) SetRef(s string) { o.ref = s }

// Note gives the note.
func (o *Order) Note() string { return o.note }

// Ref gives the reference.
func (o *Order) Ref() string { return o.ref }

// Add adds a line.
func (o *Order) Add(s string) *Order {
	o.lines = append(o.lines, s)
	return o
}

// Text joins all.
func (o *Order) Text() string { return fmt.Sprint(o.ref, o.lines) }

// Log logs the note.
func (o *Order) Log() { log.Println(o.note) }

// LogRef logs the reference.
func (o *Order) LogRef() { log.Println(o.ref) }

func newOrder(ref, note string) *Order { return &Order{ref: ref, note: note} }

func settersAndGetters(c Customer) {
	o := &Order{}
	o.SetNote(c.Email)
	o.SetRef(c.ID)
	log.Println(o.Ref())
	log.Println(o.Note()) // want `email from Customer.Email reaches log.Println`
	o.LogRef()
	o.Log() // want `email from Customer.Email reaches log.Println`
	o.SetNote("")
	log.Println(o.Note())
	o.Log()
}

func constructors(c Customer) {
	log.Println(newOrder(c.ID, c.Email).Ref())
	log.Println(newOrder(c.ID, c.Email).Note()) // want `email from Customer.Email reaches log.Println`
	log.Println(newOrder(c.ID, c.Email))        // want `email from Customer.Email reaches log.Println`
	log.Println(newOrder(c.ID, "x"))
	newOrder(c.Email, "x").LogRef() // want `email from Customer.Email reaches log.Println`
	newOrder(c.Email, "x").Log()
}

func fluent(c Customer) {
	log.Println(new(Order).Add(c.ID).Add("x").Text())
	log.Println(new(Order).Add(c.ID).Add(c.Email).Text()) // want `email from Customer.Email reaches log.Println`
	o := newOrder(c.ID, "")
	o.Add("one").Add(c.Phone)
	log.Println(o.Ref())
	log.Println(o.Text()) // want `phone from Customer.Phone reaches log.Println`
}

// GetEmail and GetID are getters of the tagged type itself.
func (c *Customer) GetEmail() string { return c.Email }

// GetID gives the id.
func (c *Customer) GetID() string { return c.ID }

func tagged(c *Customer) {
	log.Println(c.GetID())
	log.Println(c.GetEmail()) // want `email from Customer.Email reaches log.Println`
	logIt(c.GetID())
	logIt(c.GetEmail()) // want `email from Customer.Email reaches log.Println`
	c.Email = ""
	log.Println(c.GetEmail())
}

var customers = map[string]Customer{}

func find(id string) Customer           { return customers[id] }
func load(id string) (*Customer, error) { c := customers[id]; return &c, nil }

func found(id string) {
	log.Println(find(id).ID)
	log.Println(find(id).Email) // want `email from Customer.Email reaches log.Println`
	c, err := load(id)
	log.Println(err)
	log.Println(c.Phone) // want `phone from Customer.Phone reaches log.Println`
}
