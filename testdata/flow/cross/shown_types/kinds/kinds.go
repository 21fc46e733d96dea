// Package kinds has the messages.
package kinds

// Message is sent to somebody.
type Message interface {
	To() string
	About() string
}

// Letter is one.
type Letter struct {
	Email   string `pii:"email"`
	Subject string
}

// To is who gets it.
func (l Letter) To() string { return l.Email }

// About is what it is about.
func (l Letter) About() string { return l.Subject }
