package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/constval"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// constOf is the constant that v is in this frame, under its assumption.
func (f *frame) constOf(v ssa.Value) constant.Value {
	return f.e.constants().Evaluator(f.leaf).Of(v)
}

func (f *frame) knownString(v ssa.Value) (string, bool) { return constval.Text(f.constOf(v)) }

// leaf is what the frame itself knows of values.
func (f *frame) leaf(ev *constval.Evaluator, v ssa.Value) (constant.Value, bool) {
	switch v := v.(type) {
	case *ssa.Parameter:
		if s, ok := f.assume.text(slices.Index(f.fn.Params, v)); ok {
			return constant.MakeString(s), true
		}
	case *ssa.Phi:
		return f.knownPhi(ev, v), true
	case *ssa.UnOp:
		if fa, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			return f.knownKey(shape.Pointed(fa.X.Type()), fa.Field, f.load(f.val(fa)))
		}
		if fv, ok := v.X.(*ssa.FreeVar); ok && v.Op == token.MUL {
			if s := shape.CapturedStore(fv); s != nil {
				if c := shape.ConstOf(s.Val); c != nil {
					return constval.Value(c), true
				}
			}
		}
	case *ssa.Field:
		return f.knownKey(v.X.Type(), v.Field, f.u.Get(f.val(v.X), access.Sel{Kind: access.Field, N: v.Field}))
	case *ssa.Extract:
		return f.knownExtract(v)
	case *ssa.Call:
		if fn := v.Call.StaticCallee(); fn != nil && fn.String() == "(log/slog.Value).Kind" {
			return f.knownKind(v.Call.Args[0])
		}
	}
	return nil, false
}

// knownPhi is what all ways that were taken agree on.
func (f *frame) knownPhi(ev *constval.Evaluator, v *ssa.Phi) constant.Value {
	if v.Parent() != f.fn {
		return nil // of a predicate: no way through that one is known here
	}
	defer ev.Enter(v)()
	var out constant.Value
	for i, x := range v.Edges {
		if came := f.came[v.Block().Index]; came == nil || !came[i] {
			continue
		}
		c := ev.Of(x)
		if c == nil || out != nil && (out.Kind() != c.Kind() || !constant.Compare(out, token.EQL, c)) {
			return nil
		}
		out = c
	}
	return out
}

// knownPhis tells which phis at the start of a block that control came to are known
// to be one constant. Nobody asks without an assumption, or a table that is played.
func (f *frame) knownPhis(s *ssa.BasicBlock) (known []bool) {
	if f.assume == nil && f.ctx == "" || !f.seen[s.Index] {
		return nil
	}
	for _, i := range s.Instrs {
		phi, ok := i.(*ssa.Phi)
		if !ok {
			break
		}
		_, basic := phi.Type().Underlying().(*types.Basic)
		known = append(known, basic && f.constNow(phi) != nil)
	}
	return known
}

// again looks once more at the blocks that s dominates: a phi of s is no constant any
// longer, and what they took from that, a way not taken or a key, stands in no memory.
func (f *frame) again(s *ssa.BasicBlock) {
	for _, b := range f.fn.Blocks {
		if f.seen[b.Index] && s.Dominates(b) {
			f.enqueue(b)
		}
	}
}

// knownKey is the key of an attribute: the one it was made with, or the one
// that is assumed of what callers hand over.
func (f *frame) knownKey(t types.Type, field int, n *value.Node) (constant.Value, bool) {
	i, ok := keyField(t)
	if !ok || i != field {
		return nil, false
	}
	if s, ok := keyText(n); ok {
		return constant.MakeString(s), true
	}
	if f.assume.key != "" && allSymbolic(n) && !transformed(n) {
		return constant.MakeString(f.assume.key), true
	}
	return nil, true
}

// transformed reports whether a function made something else of a text.
func transformed(n *value.Node) bool {
	return slices.ContainsFunc(n.Labels, func(l *value.Label) bool { return l.Via != nil })
}

func (f *frame) knownExtract(v *ssa.Extract) (constant.Value, bool) {
	switch t := v.Tuple.(type) {
	case *ssa.Next:
		r, ok := t.Iter.(*ssa.Range)
		if ok && v.Index == 0 && f.entered(t.Block()) == 1 {
			if table := f.e.constants().Table(r.X); table != nil && len(table.Keys) > 0 {
				return constant.MakeBool(true), true // the first round
			}
		}
		switch {
		case ok && v.Index == 0 && f.oneField(r):
			return constant.MakeBool(true), true
		case ok && v.Index == 1 && f.oneField(r):
			return constant.MakeString(f.assume.key), true
		}
	case *ssa.Lookup:
		// Of the fields that it is handed there is one.
		if v.Index == 1 && f.assume.key != "" && fieldMap(t.X.Type()) && f.e.constants().Table(t.X) == nil {
			if k := f.constOf(t.Index); k != nil && k.Kind() == constant.String {
				return constant.MakeBool(constant.StringVal(k) == f.assume.key), true
			}
		}
	case *ssa.TypeAssert:
		if v.Index == 1 {
			return f.knownAssert(t), true
		}
	}
	return nil, false
}

// entered is the number of ways into a block that were taken.
func (f *frame) entered(b *ssa.BasicBlock) int {
	n := 0
	for _, came := range f.came[b.Index] {
		if came {
			n++
		}
	}
	return n
}

// knownAssert tells whether a type assertion holds.
func (f *frame) knownAssert(v *ssa.TypeAssert) constant.Value {
	n := f.val(v.X)
	if n == nil || types.IsInterface(v.AssertedType) || len(n.Refs) > 0 {
		return nil
	}
	want := f.u.TypeKey(v.AssertedType)
	var is, not bool
	for _, k := range n.Kids {
		switch {
		case k.Sel.Kind != access.Dyn:
		case isParamKey(k.Sel.S):
			return nil
		case k.Sel.S == want:
			is = true
		default:
			not = true
		}
	}
	if len(n.Labels) > 0 {
		if f.assume.typ == "" || !allSymbolic(value.Of(n.Labels...)) {
			return nil
		}
		is, not = is || f.assume.typ == want, not || f.assume.typ != want
	}
	if is == not {
		return nil
	}
	return constant.MakeBool(is)
}

// knownKind is the kind of an attribute's value.
func (f *frame) knownKind(v ssa.Value) (constant.Value, bool) {
	n := f.val(v)
	if f.assume.typ == "" || !allSymbolic(n) {
		return nil, true
	}
	kind, ok := slogKinds[f.assume.typ]
	if !ok {
		kind = slogKinds[otherType]
	}
	return constant.MakeInt64(int64(kind)), true
}
