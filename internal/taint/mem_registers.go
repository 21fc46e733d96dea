package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// set joins n into register v; the blocks that read it run again if it grew.
func (f *frame) set(v ssa.Value, n *value.Node) {
	old := f.regs[v]
	j := f.u.Join(old, n)
	if j == old {
		return
	}
	f.regs[v] = j
	for _, r := range *v.Referrers() {
		b := r.Block()
		_, phi := r.(*ssa.Phi)
		if b != nil && f.seen[b.Index] && (b != f.cur || phi) {
			f.enqueue(b)
		}
	}
}

// val is the value of an operand.
func (f *frame) val(v ssa.Value) *value.Node {
	switch v := v.(type) {
	case *ssa.Const:
		if f.caller != nil && requiresCerts(v) {
			return f.e.closedState
		}
		return f.e.constant(v)
	case nil, *ssa.Builtin:
		return nil
	case *ssa.Parameter:
		return f.onSide(v, f.param(v), f.cur)
	case *ssa.FreeVar:
		return f.freeVar(v)
	case *ssa.Global:
		return value.New(value.Node{Refs: []value.Ref{{Obj: f.global(v)}}})
	case *ssa.Function:
		return f.function(v, nil, false, v.Pos())
	}
	return f.onSide(v, f.regs[v], f.cur)
}

func (f *frame) param(v *ssa.Parameter) *value.Node {
	if n, ok := f.regs[v]; ok {
		return n
	}
	i := slices.Index(f.fn.Params, v)
	n := value.Of(f.root(value.Root{Kind: value.Param, N: i}, v.Type(), v.Pos()))
	if src := f.e.paramSource(f.fn, i); src != nil {
		l := f.u.Label(value.Label{Src: src})
		n = value.Of(l.WithSteps((*value.Step)(nil).With("given as "+src.Name(), f.place(v.Pos()))))
	}
	f.regs[v] = n
	return n
}

// root makes the label of a symbolic root. A root whose type is personal data
// by itself is a source from the start.
func (f *frame) root(r value.Root, t types.Type, _ token.Pos) *value.Label {
	l := value.Label{Root: r, Type: t}
	if f.u.TypeSource != nil && t != nil {
		l.Src = f.u.TypeSource(t)
	}
	if l.Src != nil && (r.Kind == value.Opaque || r.Kind == value.Open) {
		l.Root = value.Root{}
	}
	return f.u.Label(l)
}

func (f *frame) freeVar(v *ssa.FreeVar) *value.Node {
	if n, ok := f.regs[v]; ok {
		return n
	}
	i := slices.Index(f.fn.FreeVars, v)
	n := value.Of(f.root(value.Root{Kind: value.FreeVar, N: i}, v.Type(), v.Pos()))
	f.regs[v] = n
	return n
}

func (f *frame) function(fn *ssa.Function, bind []*value.Node, bound bool, site token.Pos) *value.Node {
	return value.New(value.Node{Funcs: []*value.Fn{{
		Func: fn, Name: shape.FuncName(fn), Bind: bind, Bound: bound, Site: int(site),
	}}})
}

// object returns the object under key, made at first need.
func (f *frame) object(key string, fresh value.Obj) *value.Obj {
	return f.objectOf(objKey{what: key}, fresh)
}

// objKey tells the objects of a function apart.
type objKey struct {
	what, of string
	n        int
}

// behind is the key of what the symbolic pointer of a label leads to.
func behind(l *value.Label) objKey { return objKey{what: "sym", n: l.Whole().ID()} }

func (f *frame) objectOf(key objKey, fresh value.Obj) *value.Obj {
	if o, ok := f.objs[key]; ok {
		return o
	}
	o := fresh
	o.ID = len(f.objs) + 1
	f.objs[key] = &o
	return &o
}

func (f *frame) site(v ssa.Value, what string) string {
	return what + strconv.Itoa(f.pos[f.cur.Index]) + "/" + v.Name() + "/" + v.Parent().Name() + f.ctx
}

// opaque is a value of which only the type is known.
func (f *frame) opaque(t types.Type) *value.Node {
	if tup, ok := t.(*types.Tuple); ok {
		var n *value.Node
		for i := range tup.Len() {
			n = f.u.Set(n, access.Sel{Kind: access.Index, N: i}, f.opaque(tup.At(i).Type()))
		}
		return n
	}
	if t == nil || !f.e.matters(t) {
		return nil
	}
	f.opaques++
	return value.Of(f.root(value.Root{Kind: value.Opaque, N: f.at, M: f.opaques}, t, token.NoPos))
}

// untyped is a value of which only callers know the type: what a decoder
// leaves behind a parameter that is an interface.
func (f *frame) untyped() *value.Node {
	return value.Of(f.u.Label(value.Label{Root: value.Root{Kind: value.Opaque}}))
}

// mayCarry reports whether a value of unknown origin and type t can have
// personal data by its type: basic types cannot, unless they are named.
func mayCarry(t types.Type) bool {
	if t, ok := types.Unalias(t).(*types.Basic); ok {
		return t.Kind() == types.UnsafePointer
	}
	return true
}

// place is the position that goes into steps and facts.
func (f *frame) place(pos token.Pos) value.Place { return f.e.place(pos) }
