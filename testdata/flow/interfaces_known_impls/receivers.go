package impls

import "log"

// listener is implemented by a type that prints and by one that does not.
type listener interface {
	Hear(format string, args ...any)
}

type printer struct{}

func (printer) Hear(format string, args ...any) { log.Printf(format, args...) }

type deaf struct{ n int }

func (d *deaf) Hear(string, ...any) { d.n++ }

func Tell(l listener, what any) { l.Hear("heard %v", what) }

func tellTwice(l listener, what any) {
	Tell(l, what)
	Tell(l, "again")
}

// TellOf has data of a type: any listener in sight may get them.
func TellOf(l listener, c Customer) {
	l.Hear("heard %v", c.Email) // want `email from Customer.Email reaches log.Printf`
	l.Hear("heard %v", c.ID)
}

func tells(c Customer) {
	Tell(&deaf{}, c.Email)
	Tell(printer{}, c.ID)
	Tell(printer{}, c.Email) // want `email from Customer.Email reaches log.Printf`
	tellTwice(&deaf{}, c.Email)
	tellTwice(printer{}, c.Email) // want `email from Customer.Email reaches log.Printf`
	TellOf(&deaf{}, c)
	TellOf(printer{}, c)
}
