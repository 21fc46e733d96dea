package generics

import "log"

// Box holds one value.
type Box[T any] struct {
	Label string
	Value T
}

// Get gives the value.
func (b Box[T]) Get() T { return b.Value }

// Set replaces the value.
func (b *Box[T]) Set(v T) { b.Value = v }

// Pair holds two values.
type Pair[A, B any] struct {
	Left  A
	Right B
}

// Swap gives the values in the other order.
func (p Pair[A, B]) Swap() Pair[B, A] { return Pair[B, A]{p.Right, p.Left} }

// Stack is a slice underneath.
type Stack[T any] struct{ items []T }

// Push adds a value.
func (s *Stack[T]) Push(v T) { s.items = append(s.items, v) }

// Pop takes the value that was added last.
func (s *Stack[T]) Pop() T {
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v
}

// Len counts.
func (s *Stack[T]) Len() int { return len(s.items) }

// List is linked.
type List[T any] struct {
	value T
	next  *List[T]
}

// Add puts a value in front.
func (l *List[T]) Add(v T) *List[T] { return &List[T]{value: v, next: l} }

// Each calls f for every value.
func (l *List[T]) Each(f func(T)) {
	for n := l; n != nil; n = n.next {
		f(n.value)
	}
}

// Optional may hold nothing.
type Optional[T any] struct{ p *T }

// Some wraps a value.
func Some[T any](v T) Optional[T] { return Optional[T]{p: &v} }

// Or gives the value, or def without one.
func (o Optional[T]) Or(def T) T {
	if o.p == nil {
		return def
	}
	return *o.p
}

func boxes(c Customer) {
	b := Box[string]{Label: c.ID, Value: c.Email}
	log.Println(b.Label)
	log.Println(b.Value) // want `email from Customer.Email reaches log.Println`
	log.Println(b.Get()) // want `email from Customer.Email reaches log.Println`
	log.Println(b)       // want `email from Customer.Email reaches log.Println`
	b.Set("")
	log.Println(b.Get())
	log.Println(b)
	b.Set(c.Email)
	log.Println(b.Get()) // want `email from Customer.Email reaches log.Println`
}

func typedBox(b Box[Customer]) {
	log.Println(b.Label)
	log.Println(b.Value.ID)
	log.Println(b.Value.Email) // want `email from Customer.Email reaches log.Println`
	log.Println(b.Get().Email) // want `email from Customer.Email reaches log.Println`
	log.Println(b)             // want `email from Customer.Email reaches log.Println`
}

func pairs(c Customer) {
	p := Pair[string, string]{Left: c.ID, Right: c.Email}
	log.Println(p.Left)
	log.Println(p.Right) // want `email from Customer.Email reaches log.Println`
	q := p.Swap()
	log.Println(q.Left) // want `email from Customer.Email reaches log.Println`
	log.Println(q.Right)
}

func stacks(c Customer) {
	var emails, ids Stack[string]
	emails.Push(c.Email)
	ids.Push(c.ID)
	log.Println(emails.Len())
	log.Println(ids.Pop())
	log.Println(emails.Pop()) // want `email from Customer.Email reaches log.Println`
}

func lists(c Customer) {
	var l *List[string]
	l = l.Add(c.ID)
	l.Each(func(s string) { log.Println(s) })
	l = l.Add(c.Email)
	l.Each(func(s string) { log.Println(s) }) // want `email from Customer.Email reaches log.Println`
}

func optionals(c Customer) {
	log.Println(Some(c.ID).Or("none"))
	log.Println(Some(c.Email).Or("none")) // want `email from Customer.Email reaches log.Println`
	log.Println(Some(c).Or(Customer{}).ID)
	log.Println(Some(c).Or(Customer{}).Email) // want `email from Customer.Email reaches log.Println`
	log.Println(Some(c.ID).Or(c.Email))       // want `email from Customer.Email reaches log.Println`
}
