// Package access names places inside a value.
//
// An access path is what stands behind a variable when one writes
// c.Orders[0].Address.City: a list of selectors. Rendering, the library
// models and the engine all speak of places in these terms, so the type lives
// below them and knows nothing of any of them.
package access

import (
	"strconv"
	"strings"
)

// Kind says which sort of step a selector is.
type Kind uint8

const (
	Field  Kind = iota + 1 // field N of a struct
	Deref                  // what a pointer points to
	Elem                   // any element of a slice, array, channel, or any value of a map
	Index                  // element N of an array or slice
	Key                    // value of a map under the constant key S
	MapKey                 // the keys of a map
	Dyn                    // the value of type S inside an interface
	Slot                   // a place S that a library model invents in an object
)

// Sel is one step of a path. N and S are set where the Kind says so.
type Sel struct {
	Kind Kind
	N    int
	S    string
}

// Compare orders selectors; equal selectors name the same place.
func (s Sel) Compare(o Sel) int {
	switch {
	case s.Kind != o.Kind:
		return int(s.Kind) - int(o.Kind)
	case s.N != o.N:
		return s.N - o.N
	}
	return strings.Compare(s.S, o.S)
}

// String writes the selector as it appears in debugging output.
func (s Sel) String() string { return string(s.append(nil)) }

func (s Sel) append(b []byte) []byte {
	switch s.Kind {
	case Field:
		return strconv.AppendInt(append(b, '.'), int64(s.N), 10)
	case Deref:
		return append(b, ".*"...)
	case Elem:
		return append(b, "[]"...)
	case Index:
		return append(strconv.AppendInt(append(b, '['), int64(s.N), 10), ']')
	case Key:
		return append(strconv.AppendQuote(append(b, '['), s.S), ']')
	case MapKey:
		return append(b, "[k]"...)
	case Dyn:
		return append(append(append(b, ".("...), s.S...), ')')
	case Slot:
		return append(append(b, ".@"...), s.S...)
	}
	return append(b, '?')
}

// Path is a list of selectors, outermost first.
type Path []Sel

// String joins the selectors.
func (p Path) String() string { return string(p.Append(nil)) }

// Append adds what String returns to b.
func (p Path) Append(b []byte) []byte {
	for _, s := range p {
		b = s.append(b)
	}
	return b
}

// Join returns p followed by rest in memory of its own.
func (p Path) Join(rest ...Sel) Path {
	return append(append(make(Path, 0, len(p)+len(rest)), p...), rest...)
}
