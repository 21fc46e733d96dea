package branch

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// Side is what is known of a register on one way out of a branch, and in the
// blocks that only this way leads to.
type Side struct {
	From, To *ssa.BasicBlock
	Not      types.Type // the dynamic type that the value does not have; nil: the value is zero, or a constant
	Entry    *Entry     // the value is that of the entry of a map
}

// Entry is what a map has under a key, seen in a loop over the map, or the part of
// a form with that name.
type Entry struct {
	Of   ssa.Value
	Key  string
	Part bool
}

// On reports whether control that stands in b has come this way.
func (s Side) On(b *ssa.BasicBlock) bool { return len(s.To.Preds) == 1 && s.To.Dominates(b) }

// Sides collects what branches tell of registers: a type assertion, a lookup or
// a receive that failed gives the zero value, and so does a comparison with it.
func Sides(fn *ssa.Function) map[ssa.Value][]Side {
	out := map[ssa.Value][]Side{}
	for _, b := range fn.Blocks {
		c, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		cond, yes, no := c.Cond, b.Succs[0], b.Succs[1]
		for {
			not, ok := cond.(*ssa.UnOp)
			if !ok || not.Op != token.NOT {
				break
			}
			cond, yes, no = not.X, no, yes
		}
		switch cond := cond.(type) {
		case *ssa.Extract:
			noteFailed(out, cond, b, no)
		case *ssa.BinOp:
			noteEqual(out, cond, b, yes, no)
		}
	}
	return out
}

// noteFailed notes what is known where the second of two results is false.
func noteFailed(out map[ssa.Value][]Side, ok *ssa.Extract, b, no *ssa.BasicBlock) {
	if ok.Index != 1 || !commaOk(ok.Tuple) {
		return
	}
	if a, is := ok.Tuple.(*ssa.TypeAssert); is {
		out[a.X] = append(out[a.X], Side{From: b, To: no, Not: a.AssertedType})
	}
	for _, r := range *ok.Tuple.Referrers() {
		if v, is := r.(*ssa.Extract); is && v.Index == 0 {
			out[v] = append(out[v], Side{From: b, To: no})
		}
	}
}

func commaOk(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.TypeAssert:
		return v.CommaOk
	case *ssa.Lookup:
		return v.CommaOk
	case *ssa.UnOp:
		return v.CommaOk
	}
	return false
}

// noteEqual notes what is known where a value equals a constant: that it tells
// nothing of a person.
func noteEqual(out map[ssa.Value][]Side, c *ssa.BinOp, b, yes, no *ssa.BasicBlock) {
	equal := yes
	switch c.Op {
	case token.EQL:
	case token.NEQ:
		equal = no
	default:
		return
	}
	for _, v := range [][2]ssa.Value{{c.X, c.Y}, {c.Y, c.X}} {
		if shape.ConstOf(v[1]) != nil && shape.ConstOf(v[0]) == nil {
			out[v[0]] = append(out[v[0]], Side{From: b, To: equal})
			noteEntry(out, v[0], v[1], b, equal)
		}
	}
}

// noteEntry notes whose value it is where the key of a loop over a map, or the name
// of a part, equals a constant.
func noteEntry(out map[ssa.Value][]Side, key, is ssa.Value, b, equal *ssa.BasicBlock) {
	e, ok := key.(*ssa.Extract)
	text, constant := shape.ConstString(is)
	if name, ok := key.(*ssa.Call); ok && constant {
		notePart(out, name, text, b, equal)
	}
	if !ok || !constant || e.Index != 1 {
		return
	}
	next, ok := e.Tuple.(*ssa.Next)
	if !ok || next.IsString {
		return
	}
	over, ok := next.Iter.(*ssa.Range)
	if !ok {
		return
	}
	for _, r := range *next.Referrers() {
		if v, ok := r.(*ssa.Extract); ok && v.Index == 2 {
			out[v] = append(out[v], Side{From: b, To: equal, Entry: &Entry{Of: over.X, Key: text}})
		}
	}
}

// notePart notes what was read from the part of a form whose name is asked for.
func notePart(out map[ssa.Value][]Side, name *ssa.Call, text string, b, equal *ssa.BasicBlock) {
	if ofPart(name) != "FormName" {
		return
	}
	part := name.Call.Args[0]
	for _, v := range readFrom(part) {
		out[v] = append(out[v], Side{From: b, To: equal, Entry: &Entry{Of: part, Key: text, Part: true}})
	}
}

// ofPart is the method of a part that a call is of, or "".
func ofPart(c *ssa.Call) string {
	if callee := c.Call.StaticCallee(); callee != nil {
		if name, ok := strings.CutPrefix(callee.String(), "(*mime/multipart.Part)."); ok {
			return name
		}
	}
	return ""
}

// readFrom lists the texts that calls give which are handed a reader, also as an
// interface.
func readFrom(reader ssa.Value) []ssa.Value {
	var out []ssa.Value
	for _, r := range *reader.Referrers() {
		switch r := r.(type) {
		case *ssa.MakeInterface:
			out = append(out, readFrom(r)...)
		case *ssa.Call:
			if ofPart(r) != "" { // its names
				continue
			}
			out = append(out, textsOf(r)...)
			for _, u := range *r.Referrers() {
				if e, ok := u.(*ssa.Extract); ok && e.Index == 0 {
					out = append(out, textsOf(e)...)
				}
			}
		}
	}
	return out
}

// textsOf is a value and what it is converted to, if that is text.
func textsOf(v ssa.Value) []ssa.Value {
	if s, ok := v.Type().Underlying().(*types.Slice); !shape.IsString(v.Type()) && (!ok || !shape.IsByte(s.Elem())) {
		return nil
	}
	out := []ssa.Value{v}
	for _, u := range *v.Referrers() {
		if c, ok := u.(*ssa.Convert); ok {
			out = append(out, c)
		}
	}
	return out
}
