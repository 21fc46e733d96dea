// Package middle has a type without tags that keeps what it was made with.
package middle

import "log"

// Message goes to somebody.
type Message struct {
	to    string
	ref   string
	lines []string
}

// New makes a message.
func New(ref, to string) *Message { return &Message{to: to, ref: ref} }

// To gives the recipient.
func (m *Message) To() string { return m.to }

// Ref gives the reference.
func (m *Message) Ref() string { return m.ref }

// Log logs the reference.
func (m *Message) Log() { log.Println(m.ref) }

// Send logs the recipient.
func (m *Message) Send() { log.Println("sent to", m.to) }

// Add adds a line.
func (m *Message) Add(s string) *Message {
	m.lines = append(m.lines, s)
	return m
}

// Lines gives the lines.
func (m *Message) Lines() []string { return m.lines }

// SetTo changes the recipient.
func (m *Message) SetTo(to string) { m.to = to }
