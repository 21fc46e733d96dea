package taint

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

func (f *frame) builtin(site *callSite, b *ssa.Builtin, c *ssa.CallCommon, args []argument) *value.Node {
	switch b.Name() {
	case "append":
		return f.appends(site, c, args)
	case "copy":
		f.copies(args)
	case "delete":
		f.deletes(c, args[0].n)
	case "clear":
		f.clears(c, args[0].n)
	case "print", "println":
		f.printBuiltin(site, b.Name(), args)
	case "min", "max", "complex", "real", "imag":
		var ls []*value.Label
		for _, a := range args {
			ls = value.Union(ls, f.flat(a.n))
		}
		return value.Of(ls...)
	case "Slice", "SliceData", "String", "StringData", "Add":
		return args[0].n
	case "ssa:wrapnilchk":
		return args[0].n
	case "recover":
		return f.opaque(types.Universe.Lookup("any").Type())
	}
	return nil
}

// appends is append(s, more...): the result has what both had. That it may
// share memory with s shows only beyond the length of s.
func (f *frame) appends(site *callSite, c *ssa.CallCommon, args []argument) *value.Node {
	o := f.object("append"+site.key, value.Obj{Type: args[0].t, Copied: true})
	content := f.inside(args[0].n)
	var more *value.Node
	if len(args) > 1 {
		more = f.element(args[1].n, elem)
		if shape.IsString(c.Args[1].Type()) {
			more = value.Of(f.flat(args[1].n)...)
		}
	}
	if list, ok := f.appended(args, content); ok {
		content = list
	} else if more != nil {
		content = f.u.SetPath(content, access.Path{elem(0)}, more, true)
	}
	old, _ := f.heap.Get(o)
	if f.loops[f.cur.Index] {
		content = f.u.Join(content, old)
	}
	f.heap = f.heap.With(o, content)
	return value.New(value.Node{Refs: []value.Ref{{Obj: o}}})
}

// inside is what lies behind slices, maps and channels, or behind a pointer.
func (f *frame) inside(n *value.Node) *value.Node {
	var out *value.Node
	for _, r := range f.targets(n) {
		part := f.u.GetPath(f.content(r.Obj), r.Path)
		if r.Off != 0 {
			part = f.u.SetPath(nil, access.Path{elem(0)}, f.u.Get(part, elem(0)), true)
		}
		out = f.u.Join(out, part)
	}
	return out
}

func (f *frame) copies(args []argument) {
	n := f.element(args[1].n, elem)
	if shape.IsString(args[1].t) {
		n = value.Of(f.flat(args[1].n)...)
	}
	if n == nil {
		return
	}
	for _, r := range f.targets(args[0].n) {
		r.Path = r.Path.Join(elem(0))
		f.write(r, n, true)
	}
}

// deletes is delete(m, k): a constant key is clean afterwards.
func (f *frame) deletes(c *ssa.CallCommon, m *value.Node) {
	refs := f.targets(m)
	sel := f.keySel(c.Args[1])
	if sel.Kind != access.Key || !takesAway(refs, c) {
		return
	}
	r := refs[0]
	r.Path = r.Path.Join(sel)
	f.write(r, nil, false)
}

// clears is clear(x).
func (f *frame) clears(c *ssa.CallCommon, n *value.Node) {
	refs := f.targets(n)
	for _, r := range refs {
		f.write(r, nil, !takesAway(refs, c))
	}
}

// takesAway reports whether what the first argument leads to certainly loses data. Nil
// has none to lose, which the engine does not tell from what else the argument may be.
func takesAway(refs []value.Ref, c *ssa.CallCommon) bool {
	return len(refs) == 1 && !refs[0].Obj.Many && (made(c.Args[0], refs[0].Obj) || !shape.MayBeNil(c.Args[0]))
}

// made reports whether o was made by the call that v is the result of: where that gives
// nil instead, nobody has it.
func made(v ssa.Value, o *value.Obj) bool {
	call, _ := shape.ResultOf(v)
	return call != nil && o.Site == nil && o.Sym == nil && o.Global == ""
}

// deferCall notes a deferred call. The body of a range over a function defers to
// the function around it: such a call is made at once, or never.
func (f *frame) deferCall(d *ssa.Defer) {
	if d.DeferStack != nil && shape.IsYield(f.fn) {
		skipped, was := f.heap, f.dead
		f.call(d, &d.Call)
		f.dead = was
		f.heap, _ = f.u.JoinHeaps(skipped, f.heap)
		return
	}
	if !slices.Contains(f.deferred, d) {
		f.deferred = append(f.deferred, d)
	}
}

// runDefers calls what was deferred on some way here, the newest first.
func (f *frame) runDefers() {
	for i := len(f.deferred) - 1; i >= 0; i-- {
		d := f.deferred[i]
		if !f.seen[d.Block().Index] || !shape.Reaches(d.Block(), f.cur) {
			continue
		}
		skipped, was := f.heap, f.dead
		f.call(d, &d.Call)
		f.dead = was
		if !d.Block().Dominates(f.cur) {
			f.heap, _ = f.u.JoinHeaps(skipped, f.heap)
		}
	}
}
