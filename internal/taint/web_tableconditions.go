package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/constval"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// What a loop asks of the element that it is at: constants have their marks, and of
// functions, pointers and interfaces it is known whether they are nil.

// decidedNow tells how a condition goes in the round that is being played.
func (f *frame) decidedNow(cond ssa.Value) (holds, known bool) {
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			holds, known = f.decidedNow(c.X)
			return !holds, known
		}
	case *ssa.BinOp:
		if x, ok := comparedWithNil(c); ok {
			is, not := f.nilness(x, 0)
			return is == (c.Op == token.EQL), is != not
		}
	}
	c := f.constNow(cond)
	if c == nil || c.Kind() != constant.Bool {
		return false, false
	}
	return constant.BoolVal(c), true
}

// readNow is what a register was read from, with the marks that registers do not keep.
func (f *frame) readNow(v ssa.Value) (*value.Node, bool) {
	switch v := v.(type) {
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return f.load(f.val(v.X)), true
		}
	case *ssa.Field:
		return f.u.Get(f.val(v.X), access.Sel{Kind: access.Field, N: v.Field}), true
	case *ssa.Extract:
		switch t := v.Tuple.(type) {
		case *ssa.Next:
			if r, ok := f.here[t]; ok && v.Index == 2 {
				return f.load(value.New(value.Node{Refs: []value.Ref{r.place()}})), r.list.Obj != nil
			}
		case *ssa.Lookup:
			if v.Index == 0 {
				return f.entryNow(t)
			}
		}
	case *ssa.Lookup:
		return f.entryNow(v)
	}
	return nil, false
}

// entryNow is what a map has under a key that is known, where all its keys are.
func (f *frame) entryNow(v *ssa.Lookup) (*value.Node, bool) {
	sel := f.keySel(v.Index)
	m := f.val(v.X)
	list, closed := f.elementsOfTable(m)
	if sel.Kind != access.Key || !closed || len(list) == 0 {
		return nil, false
	}
	return f.element(m, func(int) access.Sel { return sel }), true
}

// constNow is the constant that v is in the round that is being played.
func (f *frame) constNow(v ssa.Value) constant.Value {
	if f.ctx == "" {
		if f.assume != nil {
			return f.constOf(v)
		}
		return nil
	}
	return f.e.constants().Exact(f.leafNow).Of(v)
}

// textNow is the text that v is in the round that is being played.
func (f *frame) textNow(v ssa.Value) (string, bool) { return constval.Text(f.constNow(v)) }

// leafNow is what the round tells of values.
func (f *frame) leafNow(ev *constval.Evaluator, v ssa.Value) (constant.Value, bool) {
	if v.Parent() != f.fn {
		_, param := v.(*ssa.Parameter)
		return nil, param
	}
	if r, ok := f.here[v]; ok {
		return constant.MakeInt64(int64(r.n)), true
	}
	switch v := v.(type) {
	case *ssa.Phi:
		if _, head := f.headPhis[v]; head {
			return nil, true
		}
		return f.knownPhi(ev, v), true
	case *ssa.Parameter:
		return markedConst(f.val(v)), true
	case *ssa.Field:
		return f.markedRead(v), true
	case *ssa.UnOp:
		return f.leafLoad(v)
	case *ssa.Extract:
		return f.leafPart(v)
	case *ssa.Call:
		if list := shape.LengthOf(v); list != nil && !shape.IsString(list.Type()) {
			return f.lengthNow(list)
		}
	}
	return nil, false
}

// lengthNow is the length of a list.
func (f *frame) lengthNow(list ssa.Value) (constant.Value, bool) {
	if n, ok := f.length(f.val(list)); ok {
		return constant.MakeInt64(int64(n)), true
	}
	if is, not := f.nilness(list, 0); is && !not {
		return constant.MakeInt64(0), true
	}
	return nil, false
}

// leafLoad is what the round tells of what is read through a pointer.
func (f *frame) leafLoad(v *ssa.UnOp) (constant.Value, bool) {
	if v.Op != token.MUL {
		return nil, false
	}
	switch x := v.X.(type) {
	case *ssa.IndexAddr:
		if r, ok := f.here[x.Index]; ok && r.text != nil && f.list(x.X) == r.text {
			return r.text.Keys[r.n], true
		}
		if t := f.list(x.X); t != nil && t.List && f.atElement(x.Index) {
			if n := f.here[x.Index].n; n < len(t.Keys) {
				return t.Keys[n], true
			}
		}
		return f.markedRead(v), true
	case *ssa.FieldAddr, *ssa.FreeVar:
		return f.markedRead(v), true
	}
	return nil, false
}

// leafPart is what the round tells of a part of what a step or a question gave.
func (f *frame) leafPart(v *ssa.Extract) (constant.Value, bool) {
	switch t := v.Tuple.(type) {
	case *ssa.Next:
		r, ok := f.here[t]
		switch {
		case !ok || v.Index == 0:
			return nil, false
		case r.text != nil && v.Index == 1:
			return r.text.Keys[r.n], true
		case r.text != nil:
			return r.text.Vals[r.n], true
		case v.Index == 1:
			return keyConst(r.key), true
		}
		return markedConst(f.val(v)), true
	case *ssa.Lookup:
		if v.Index == 1 {
			if n, ok := f.entryNow(t); ok {
				return constant.MakeBool(n != nil), true
			}
		}
	case *ssa.TypeAssert:
		if v.Index == 1 {
			return f.assertedNow(t), true
		}
	}
	return nil, false
}

// assertedNow tells whether a type assertion holds.
func (f *frame) assertedNow(v *ssa.TypeAssert) constant.Value {
	n := f.val(v.X)
	if n == nil || len(n.Labels)+len(n.Refs)+len(n.Funcs) > 0 || !f.exact(v.X, 0) {
		return nil
	}
	is, not := false, false
	for _, k := range n.Kids {
		t := f.dynType(k.Sel.S)
		if k.Sel.Kind != access.Dyn || t == nil || shape.IsTypeParam(t) {
			return nil
		}
		ok := types.Identical(t, v.AssertedType)
		if i, iface := v.AssertedType.Underlying().(*types.Interface); iface {
			ok = types.Implements(t, i)
		}
		is, not = is || ok, not || !ok
	}
	if is == not {
		return nil
	}
	return constant.MakeBool(is)
}

// markedRead is the constant that has its mark in the memory which v was read from.
func (f *frame) markedRead(v ssa.Value) constant.Value {
	if !f.exact(v, 0) {
		return nil
	}
	n, ok := f.readNow(v)
	if !ok {
		return nil
	}
	return markedConst(n)
}

// markedConst is the constant whose mark a value has, and no other; nil for all else.
func markedConst(n *value.Node) constant.Value {
	if n == nil || len(n.Labels) != 1 || n.Labels[0].Root.Kind != value.Mark {
		return nil
	}
	name := n.Labels[0].Root.Name
	if text, ok := strings.CutPrefix(name, boolMark); ok && text != unknownBool && text != requestBool {
		return constant.MakeBool(text == "true")
	}
	if text, ok := strings.CutPrefix(name, constMark); ok && text != unknownConst {
		return keyConst(text)
	}
	return nil
}

// keyConst reads a constant as marks and keys of maps have it; nil for other keys.
func keyConst(text string) constant.Value {
	if s, err := strconv.Unquote(text); err == nil {
		return constant.MakeString(s)
	}
	if text == "true" || text == "false" {
		return constant.MakeBool(text == "true")
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return constant.MakeInt64(n)
	}
	return nil
}
