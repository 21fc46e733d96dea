// Package middle gives methods as functions.
package middle

import "flow/cross/method_value/model"

// Later is bound through a pointer; the receiver is copied when it is bound.
func Later(c *model.Customer) func() string { return c.Contact }

// LaterRef has a right twin.
func LaterRef(c *model.Customer) func() string { return c.Ref }

// LaterPointer is bound to the pointer itself.
func LaterPointer(c *model.Customer) func() string { return c.Address }

// LaterValue is bound to a copy.
func LaterValue(c model.Customer) func() string { return c.Contact }

// LaterSet writes.
func LaterSet(c *model.Customer) func(string) { return c.SetEmail }

type embedding struct {
	*model.Customer
	note string
}

// Promoted is a method of what is embedded.
func Promoted(c *model.Customer) func() string {
	e := embedding{Customer: c}
	return e.Contact
}

// Named is what Bound asks for.
type Named interface{ Contact() string }

// Bound is a method of an interface.
func Bound(n Named) func() string { return n.Contact }

// Expression has the receiver as its argument.
func Expression() func(model.Customer) string { return model.Customer.Contact }

// ExpressionPointer copies what the argument points to.
func ExpressionPointer() func(*model.Customer) string { return (*model.Customer).Contact }

type note struct{ text string }

func (n note) read() string { return n.text }

// Hidden is a method that has no name outside.
func Hidden(s string) func() string { return note{s}.read }

// Box is generic.
type Box[T any] struct{ value T }

// Get gives the value.
func (b Box[T]) Get() T { return b.value }

func (b *Box[T]) get() T { return b.value }

// Boxed is a method of an instance.
func Boxed[T any](v T) func() T { return Box[T]{v}.Get }

// BoxedHidden is one that has no name outside.
func BoxedHidden[T any](v T) func() T {
	b := &Box[T]{v}
	return b.get
}
