package taint

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

func (f *frame) ret(i *ssa.Return) {
	f.noteReturn(i)
	f.noteAnswers(i)
	if f.results == nil {
		f.results = make([]*value.Node, len(i.Results))
	}
	given := make([]*value.Node, 0, len(i.Results))
	for j, r := range i.Results {
		n := f.forVerified(f.val(r))
		if f.bareByChoice(i, r) {
			n = nil
		}
		f.escape(n)
		f.results[j] = f.u.Join(f.results[j], n)
		given = append(given, n)
		if f.returns != nil {
			f.returns[i] = append(f.returns[i][:j:j], n)
		}
	}
	f.joinExit(given)
}

// summarize is what callers get to know.
func (f *frame) summarize() *summary.Summary {
	if f.cut {
		f.cutShort()
	}
	// One that was too much work before it came to a return may return all the same:
	// what stands behind its calls is no dead code.
	s := &summary.Summary{Sinks: f.sinks, Calls: f.calls, NoReturn: !f.returned && !f.spent(), Recovers: shape.CallsRecover(f.fn)}
	f.tellCallers(s)
	if !f.returned {
		return s
	}
	f.heap = f.exit
	for _, n := range f.results {
		s.Results = append(s.Results, f.judged(n))
	}
	s.Contents = f.limit(f.snapshot(s.Results, leftBehind))
	f.unpublished()
	f.left = f.snapshot(nil, inGlobal)
	return s
}

// cutShort makes the end of a function that was too much work: it returns, as
// nearly all do. What was not looked at may return anything of its type and,
// where it can hold it, what went in; memory is what any of the blocks found.
func (f *frame) cutShort() {
	if !f.returned {
		f.exit, f.returned = f.heap, true
	}
	for i, seen := range f.seen {
		if seen {
			f.exit, _ = f.u.JoinHeaps(f.exit, f.in[i])
		}
	}
	for i, t := range shape.ResultTypes(f.fn.Signature) {
		if i == len(f.results) {
			f.results = append(f.results, nil)
		}
		f.results[i] = f.u.Join(f.results[i], f.opaque(t))
		if holdsText(t) {
			f.results[i] = f.u.AddLabels(f.results[i], f.given())
		}
	}
}

// given is what the function got from its caller and may give back, as in
// [frame.passedOn] and [engine.handedIn].
func (f *frame) given() []*value.Label {
	var out []*value.Label
	for i, p := range f.fn.Params {
		if isContext(p.Type()) || i == 0 && f.fn.Signature.Recv() != nil && !f.e.isRecord(p.Type()) {
			continue
		}
		out = value.Union(out, value.MapLabels(labelsOf(f.param(p)), f.u.Raw))
	}
	for _, v := range f.fn.FreeVars {
		out = value.Union(out, value.MapLabels(labelsOf(f.freeVar(v)), f.u.Raw))
	}
	return out
}

// leftBehind says whether callers must hear of what a function left in an
// object: data of a parameter that it put into a package variable are theirs
// to judge, all else in variables is known to the package as it is.
func leftBehind(o *value.Obj, n *value.Node) bool {
	if globalKey(o) != "" {
		return fromCaller(n)
	}
	return o.Sym != nil && leadsOn(o.Sym)
}

func inGlobal(o *value.Obj, _ *value.Node) bool { return globalKey(o) != "" }

// fromCallers reports whether callers know more of a label.
func fromCallers(l *value.Label) bool {
	switch l.Root.Kind {
	case value.Param, value.FreeVar, value.CallRes, value.CallArg, value.Keyed:
		return true
	}
	return false
}

// fromCaller reports whether a value holds anything that only callers know.
func fromCaller(n *value.Node) bool {
	if n == nil {
		return false
	}
	if slices.ContainsFunc(n.Labels, fromCallers) {
		return true
	}
	for _, k := range n.Kids {
		if fromCaller(k.Node) {
			return true
		}
	}
	for _, g := range n.Funcs {
		for _, b := range g.Bind {
			if fromCaller(b) {
				return true
			}
		}
	}
	return false
}

// snapshot is the content of all memory that the values reach and, at the end
// of a function, of what others can see too.
func (f *frame) snapshot(ns []*value.Node, also func(*value.Obj, *value.Node) bool) []summary.Content {
	reach := map[*value.Obj]bool{}
	var queue []*value.Node
	queue = append(queue, ns...)
	if also != nil {
		f.heap.Each(func(o *value.Obj, n *value.Node) {
			if n != o.Init && also(o, n) {
				reach[o] = true
				queue = append(queue, n)
			}
		})
	}
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		for _, o := range objects(n) {
			if !reach[o] {
				reach[o] = true
				queue = append(queue, f.content(o))
			}
		}
	}
	var out []summary.Content
	f.heap.Each(func(o *value.Obj, n *value.Node) {
		if reach[o] && n != o.Init { // memory of which nothing is said is clean
			out = append(out, summary.Content{Obj: o, Node: f.judged(n)})
		}
	})
	return out
}

// objects lists what a value refers to directly.
func objects(n *value.Node) (out []*value.Obj) {
	eachNode(n, func(part *value.Node) {
		for _, r := range part.Refs {
			out = append(out, r.Obj)
		}
	})
	return out
}

// eachNode goes through a value, its parts, and what functions among them captured or yield.
func eachNode(n *value.Node, do func(*value.Node)) {
	if n == nil {
		return
	}
	do(n)
	for _, k := range n.Kids {
		eachNode(k.Node, do)
	}
	for _, g := range n.Funcs {
		for _, b := range g.Bind {
			eachNode(b, do)
		}
		for _, y := range g.Yields {
			eachNode(y, do)
		}
	}
}
