package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// A loop finds a record by comparing what tells the elements of a list apart with what
// the request names. Which element it goes on with, branches decide, so the mark is on
// each that was compared.

// chosenBy marks the element of a list of which one part is compared with what the
// request names.
func (f *frame) chosenBy(pos token.Pos, part ssa.Value, asks []string) {
	if len(asks) == 0 || f.quiet > 0 {
		return
	}
	part = inOtherForm(part)
	e, field := elementOf(part), askedName(part)
	if e == nil || f.e.subjects.names && !tellsApart(field) {
		return
	}
	t := shape.Pointed(e.Type())
	if f.e.carries(t) {
		f.markElement(e, f.oneLookedUp(pos, "a comparison with "+shape.TypeBase(t)+"."+field, t, asks))
	}
}

// inOtherForm is the value that another one gives in another form, as strconv.Itoa does.
func inOtherForm(v ssa.Value) ssa.Value {
	for range maxRefine {
		switch x := v.(type) {
		case *ssa.Convert:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		case *ssa.Call:
			if len(x.Call.Args) == 0 || !identifies(x.Type()) {
				return v
			}
			v = x.Call.Args[0]
		default:
			return v
		}
	}
	return v
}

// elementOf is the element of a list that a value is a part of: its address, its value,
// or the variable that it was copied to; nil if there is none.
func elementOf(part ssa.Value) ssa.Value {
	v := part
	for range maxRefine {
		switch x := v.(type) {
		case *ssa.UnOp:
			if v = x.X; isElement(x) && part != x {
				return x
			}
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.Field:
			v = x.X
		case *ssa.IndexAddr:
			return x
		case *ssa.Extract:
			if _, ok := x.Tuple.(*ssa.Next); ok && part != x {
				return x
			}
			return nil
		case *ssa.Alloc:
			if copiesElement(x) {
				return x
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// isElement reports whether a value was read from a list, or is what a loop goes through.
func isElement(v ssa.Value) bool {
	switch x := v.(type) {
	case *ssa.UnOp:
		_, ok := x.X.(*ssa.IndexAddr)
		return ok
	case *ssa.Extract:
		_, ok := x.Tuple.(*ssa.Next)
		return ok
	}
	return false
}

// copiesElement reports whether a variable holds a copy of an element.
func copiesElement(a *ssa.Alloc) bool {
	return slices.ContainsFunc(*a.Referrers(), func(r ssa.Instruction) bool {
		s, ok := r.(*ssa.Store)
		return ok && s.Addr == a && isElement(s.Val)
	})
}

// markElement marks an element that elementOf found, wherever the function reads it.
func (f *frame) markElement(e ssa.Value, l *value.Label) {
	n := f.val(e)
	switch x := e.(type) {
	case *ssa.Alloc:
		for _, r := range n.Refs {
			f.write(r, value.Of(l), true)
		}
		return
	case *ssa.UnOp:
		e = x.X
	}
	for _, v := range readAgain(e) {
		f.set(v, f.u.AddLabels(f.regs[v], []*value.Label{l}))
	}
}

// readAgain are an element, and what else takes elements of such a list by the same index:
// their addresses, and what is read there.
func readAgain(e ssa.Value) []ssa.Value {
	at, ok := e.(*ssa.IndexAddr)
	if !ok || at.Index.Referrers() == nil {
		return []ssa.Value{e}
	}
	var out []ssa.Value
	for _, r := range *at.Index.Referrers() {
		other, ok := r.(*ssa.IndexAddr)
		if !ok || !types.Identical(other.Type(), at.Type()) {
			continue
		}
		out = append(out, other)
		for _, r := range *other.Referrers() {
			if load, ok := r.(*ssa.UnOp); ok {
				out = append(out, load)
			}
		}
	}
	return out
}

// identifying end the names of fields that tell records apart. Others, as a country, choose
// many records.
var identifying = []string{
	"id", "uuid", "guid", "key", "email", "mail", "username", "login", "nick", "nickname", "handle", "slug", "phone", "mobile", "number", "code",
	"iban", "account", "name", "ref", "reference", "no",
}

func tellsApart(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(identifying, func(w string) bool { return strings.HasSuffix(name, w) })
}
