package taint

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// A function's own summary takes the pointers that it is handed to be apart. A
// call may hand it two ways to one piece of memory: a captured variable and a
// pointer to it, one pointer twice. Where a caller knows that, and the function
// writes to that memory, the function is looked at once more for such calls.

// The bounds of what is compared: pointers behind pointers, places, and pairs
// of places that are one.
const (
	maxAliasDepth  = 2
	maxAliasPlaces = 32
	maxAliases     = 4
)

// aliasing says that what the pointer at one place leads to is a part of what
// the one at another place leads to. Both places start at parameters or
// captured variables of the function.
type aliasing struct {
	from, to *place
	part     access.Path
}

// place is a pointer, slice, map or channel that a call hands over.
type place struct {
	root value.Root
	path access.Path
	ref  value.Ref // what it leads to, in the caller
	t    types.Type
	one  bool // it is the same as an earlier place
}

func (p *place) key() string {
	return strconv.Itoa(int(p.root.Kind)) + "," + strconv.Itoa(p.root.N) + p.path.String()
}

// sharing names what is one of what a call hands over; empty: nothing that
// matters.
func (f *frame) sharing(fn *ssa.Function, base *summary.Summary, g *value.Fn, args []argument) string {
	written := writtenPlaces(base)
	if len(written) == 0 || len(fn.Params)+len(fn.FreeVars) == 0 {
		return ""
	}
	places := f.handedOver(fn, g, args)
	matters := map[*value.Obj]bool{}
	for _, p := range places {
		if written[p.key()] {
			matters[p.ref.Obj] = true
		}
	}
	var found []aliasing
	var keys []string
	for _, a := range aliasings(places) {
		if len(found) < maxAliases && matters[a.from.ref.Obj] {
			found = append(found, a)
			keys = append(keys, a.from.key()+"="+a.to.key()+a.part.String())
		}
	}
	key := strings.Join(keys, ";")
	if key != "" {
		f.e.sharings[key] = found
	}
	return key
}

// writtenPlaces are the pointers that a function writes through.
func writtenPlaces(sum *summary.Summary) map[string]bool {
	var out map[string]bool
	for _, c := range sum.Contents {
		if l := c.Obj.Sym; l != nil && (l.Root.Kind == value.Param || l.Root.Kind == value.FreeVar) {
			if out == nil {
				out = map[string]bool{}
			}
			out[(&place{root: l.Root, path: l.Path}).key()] = true
		}
	}
	return out
}

// handedOver lists the pointers that a call hands over, and those behind them.
func (f *frame) handedOver(fn *ssa.Function, g *value.Fn, args []argument) []*place {
	var list []*place
	add := func(root value.Root, path access.Path, n *value.Node, t types.Type) {
		if r, ok := f.soleTarget(n, t); ok && len(list) < maxAliasPlaces {
			list = append(list, &place{root: root, path: path, ref: r, t: t})
		}
	}
	fields := func(root value.Root, path access.Path, n *value.Node, t types.Type) {
		for s, ft := range pointerFields(t, n) {
			add(root, path.Join(s), f.u.Get(n, s), ft)
		}
	}
	for i, p := range fn.Params {
		if i < len(args) {
			add(value.Root{Kind: value.Param, N: i}, nil, args[i].n, p.Type())
			fields(value.Root{Kind: value.Param, N: i}, nil, args[i].n, p.Type())
		}
	}
	for i, v := range fn.FreeVars {
		if g != nil && i < len(g.Bind) {
			add(value.Root{Kind: value.FreeVar, N: i}, nil, g.Bind[i], v.Type())
		}
	}
	for i := 0; i < len(list); i++ {
		p := list[i]
		if len(p.path) >= 2*maxAliasDepth || !shape.IsPointer(p.t) {
			continue
		}
		t := shape.Pointed(p.t)
		n := f.u.GetPath(f.content(p.ref.Obj), p.ref.Path)
		path := p.path.Join(access.Sel{Kind: access.Deref})
		add(p.root, path, n, t)
		fields(p.root, path, n, t)
	}
	return list
}

// pointerFields are the fields of a struct that were written to and may be
// pointers.
func pointerFields(t types.Type, n *value.Node) func(func(access.Sel, types.Type) bool) {
	return func(yield func(access.Sel, types.Type) bool) {
		st, ok := types.Unalias(t).Underlying().(*types.Struct)
		if !ok || n == nil {
			return
		}
		for _, k := range n.Kids {
			if k.Sel.Kind == access.Field && k.Sel.N < st.NumFields() && !yield(k.Sel, st.Field(k.Sel.N).Type()) {
				return
			}
		}
	}
}

// soleTarget is the one piece of memory that a value of type t leads to.
func (f *frame) soleTarget(n *value.Node, t types.Type) (value.Ref, bool) {
	if n == nil || t == nil {
		return value.Ref{}, false
	}
	switch types.Unalias(t).Underlying().(type) {
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan:
	default:
		return value.Ref{}, false
	}
	var r value.Ref
	switch {
	case len(n.Refs) == 1 && len(n.Labels)+len(n.Kids) == 0:
		r = n.Refs[0]
	case len(n.Labels) == 1 && len(n.Refs)+len(n.Kids) == 0 && fromCallers(n.Labels[0]) && n.Labels[0].Via == nil && !n.Labels[0].Trunc:
		r = value.Ref{Obj: f.pointee(n.Labels[0])}
	default:
		return value.Ref{}, false
	}
	return r, !r.Obj.Many && r.Off == 0
}

// aliasings pairs places of which one leads into what the other leads to.
func aliasings(list []*place) (out []aliasing) {
	for i, q := range list {
		for _, p := range list[:i] {
			if _, inside := within(q.path, p.path); inside && p.root == q.root || p.one || q.one || p.ref.Obj != q.ref.Obj {
				continue
			}
			if rest, ok := within(q.ref.Path, p.ref.Path); ok {
				q.one = true
				out = append(out, aliasing{q, p, rest})
			} else if rest, ok := within(p.ref.Path, q.ref.Path); ok {
				p.one = true
				out = append(out, aliasing{p, q, rest})
			}
		}
	}
	return out
}

// within is the rest of a path behind another one.
func within(path, outer access.Path) (access.Path, bool) {
	if len(path) < len(outer) || !slices.Equal(path[:len(outer)], outer) {
		return nil, false
	}
	return path[len(outer):], true
}

// shared is what the pointer of a label leads to, if that is assumed to be a
// part of what another one leads to.
func (f *frame) shared(l *value.Label) (value.Ref, bool) {
	if f.assume == nil || f.assume.shared == "" || l.Via != nil || l.Trunc || !fromCallers(l) {
		return value.Ref{}, false
	}
	key := (&place{root: l.Root, path: l.Path}).key()
	for _, a := range f.e.sharings[f.assume.shared] {
		if a.from.key() != key {
			continue
		}
		to := f.rootLabel(a.to.root)
		for _, s := range a.to.path {
			if to != nil {
				to = f.u.Project(to, s)
			}
		}
		if to == nil {
			return value.Ref{}, false
		}
		r, ok := f.shared(to)
		if !ok {
			r.Obj = f.pointee(to)
		}
		r.Path = r.Path.Join(a.part...)
		return r, true
	}
	return value.Ref{}, false
}

// alsoFound keeps what was found in a function for calls of one kind.
func (s *function) alsoFound(flows map[flowKey]*Flow) {
	for k, fl := range flows {
		if old := s.extra[k]; old != nil {
			old.merge(fl)
			continue
		}
		if s.extra == nil {
			s.extra = map[flowKey]*Flow{}
		}
		s.extra[k] = fl
	}
}

// rootLabel is the label of a parameter or a captured variable.
func (f *frame) rootLabel(r value.Root) *value.Label {
	if r.Kind == value.FreeVar {
		return f.root(r, f.top.FreeVars[r.N].Type(), 0)
	}
	return f.root(r, f.top.Params[r.N].Type(), 0)
}
