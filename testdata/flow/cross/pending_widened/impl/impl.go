// Package impl logs whom it sends to.
package impl

import "log"

// Gateway does more than is asked for.
type Gateway interface {
	Send(to string)
	Close() error
}

// Mail logs.
type Mail struct{}

// Send logs.
func (*Mail) Send(to string) { log.Println("to", to) }

// Close closes.
func (*Mail) Close() error { return nil }

// Null does nothing.
type Null struct{}

// Send drops it.
func (Null) Send(to string) {}

// Close closes.
func (Null) Close() error { return nil }
