// Package scheme knows objects by interfaces alone.
package scheme

import (
	"fmt"
	"reflect"

	"flow/cross/pending_kinds/meta"
)

// Object is any object.
type Object interface {
	GetKind() meta.Kind
	Copy() Object
}

// Scheme has the types.
type Scheme struct{ types map[meta.Name]reflect.Type }

type missing struct {
	name meta.Name
	t    reflect.Type
}

func (m *missing) Error() string { return fmt.Sprintf("no kind %q for %v", m.name.Group, m.t) }

// Add adds a type.
func (s *Scheme) Add(n meta.Name, o Object) {
	t := reflect.TypeOf(o)
	if old, ok := s.types[n]; ok && old != t {
		panic(fmt.Sprintf("double registration of %v: old %v, new %v", n, old.Name(), t.Name()))
	}
	s.types[n] = t
}

// KindOf is the kind of an object.
func (s *Scheme) KindOf(o Object) (meta.Name, error) {
	n := o.GetKind().Name()
	if n.Group == "" {
		return n, &missing{n, reflect.TypeOf(o)}
	}
	return n, nil
}

// Convert gives a copy of another kind.
func (s *Scheme) Convert(in Object, to meta.Name) (Object, error) {
	out := in.Copy()
	kind := out.GetKind()
	old := kind.Name()
	kind.SetName(to)
	if old.Version != to.Version {
		return nil, fmt.Errorf("cannot convert %s to %s", old.Version, to.Version)
	}
	if _, err := s.KindOf(out); err != nil {
		return nil, err
	}
	return out, nil
}

// Unknown is an object as text.
type Unknown struct {
	Version string
	Raw     []byte
}

// GetKind gives the object itself.
func (u *Unknown) GetKind() meta.Kind { return u }

// SetName sets.
func (u *Unknown) SetName(n meta.Name) { u.Version = n.Version }

// Name gives.
func (u *Unknown) Name() meta.Name { return meta.From(u.Version) }

// Copy copies.
func (u *Unknown) Copy() Object { out := *u; return &out }

type encodable struct {
	obj Object
	to  []meta.Name
}

func (e encodable) GetKind() meta.Kind { return e.obj.GetKind() }

func (e encodable) Copy() Object {
	out := e
	if e.obj != nil {
		out.obj = e.obj.Copy()
	}
	return out
}

// NewEncodable wraps.
func NewEncodable(o Object, to ...meta.Name) Object {
	if _, ok := o.(*Unknown); ok {
		return o.Copy()
	}
	return encodable{o, to}
}
