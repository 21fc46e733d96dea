package taint

import (
	"go/token"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

func (f *frame) lookup(v *ssa.Lookup) *value.Node {
	n := f.lookupKey(v, f.element(f.val(v.X), func(int) access.Sel { return f.keySel(v.Index) }))
	n = f.lookedUpIn(v, n)
	if !v.CommaOk {
		return f.read(v, n)
	}
	return f.tuple(f.read(v, n), nil)
}

// keySel is keySel under the assumption of the frame.
func (f *frame) keySel(key ssa.Value) access.Sel {
	if f.assume != nil && shape.IsString(key.Type()) {
		if c := f.constOf(key); c != nil {
			return access.Sel{Kind: access.Key, S: c.ExactString()}
		}
	}
	if f.ctx != "" {
		if c := f.constNow(key); c != nil {
			return access.Sel{Kind: access.Key, S: c.ExactString()}
		}
	}
	return keySel(key)
}

// keySel is the selector of a map's value under a key.
func keySel(key ssa.Value) access.Sel {
	if k, ok := constKey(key); ok {
		return access.Sel{Kind: access.Key, S: k}
	}
	return access.Sel{Kind: access.Elem}
}

func constKey(key ssa.Value) (string, bool) {
	switch k := key.(type) {
	case *ssa.Const:
		if k.Value != nil {
			return k.Value.ExactString(), true
		}
		return "zero", k.Type() != nil
	case *ssa.MakeInterface:
		key, ok := constKey(k.X)
		return value.TypeString(k.X.Type()) + ":" + key, ok
	case *ssa.UnOp:
		// A variable that only serves as a key.
		if g, ok := k.X.(*ssa.Global); ok && k.Op == token.MUL && shape.IsPointer(k.Type()) {
			return "&" + g.String(), true
		}
	case *ssa.ChangeType:
		return constKey(k.X)
	}
	return "", false
}

func (f *frame) mapUpdate(i *ssa.MapUpdate) {
	m, v := f.val(i.Map), f.val(i.Value)
	for _, r := range f.targets(m) {
		if r.Obj.Drain == string(model.SinkResponse) {
			site := &callSite{pos: i.Pos()}
			f.leakAt(r.Obj.Drain, "http.Header", site, f.flat(v))
			continue
		}
		at := r
		at.Path = r.Path.Join(f.keySel(i.Key))
		f.write(at, v, r.Obj.Many || len(f.targets(m)) != 1)
		if k := f.val(i.Key); k != nil {
			at.Path = r.Path.Join(access.Sel{Kind: access.MapKey})
			f.write(at, k, true)
		}
	}
	f.escapeIfShared(m, v)
}

// entryOf is what a loop over a map sees under one key of it.
func (f *frame) entryOf(n *value.Node, e *branch.Entry) *value.Node {
	if f.e.pol.Keys() == policy.KeysOff {
		return n
	}
	if e.Part {
		return f.partOf(n, e)
	}
	if !keyedMap(e.Of.Type()) || ofCaptions(e.Of) {
		return n
	}
	x, sel := f.val(e.Of), access.Sel{Kind: access.Key, S: strconv.Quote(e.Key)}
	n = f.u.Join(n, f.element(x, func(int) access.Sel { return sel }))
	if namesSource(n) || !f.fromOutside(x, sel) {
		return n
	}
	pos := e.Of.Pos()
	if src := f.e.keySource(e.Key, calledIn(e.Of)+"["+strconv.Quote(e.Key)+"]", pos); src != nil {
		return f.u.Join(n, f.fromKey(src, pos))
	}
	return n
}

// partOf is what was read from a part of a form where its name is known.
func (f *frame) partOf(n *value.Node, e *branch.Entry) *value.Node {
	if namesSource(n) {
		return n
	}
	if src := f.e.keySource(e.Key, "the part "+strconv.Quote(e.Key), e.Of.Pos()); src != nil {
		return f.u.Join(n, f.fromKey(src, e.Of.Pos()))
	}
	return n
}
