// Package middle embeds it.
package middle

import "flow/cross/embedded_type/model"

// Employee embeds by value.
type Employee struct {
	model.Person
	Level int
}

// Guest embeds a pointer.
type Guest struct {
	*model.Person
	Badge string
}

// Hidden embeds and has a String method.
type Hidden struct{ model.Person }

// String gives the id.
func (h Hidden) String() string { return h.ID }
