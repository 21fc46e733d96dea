package taint

import (
	"go/types"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// A summary that is too long for a fact loses what matters least, until it fits:
// what each return of a function discloses that is no handler by its looks, then
// what is deep inside of values, then what is called back. What is left last are the
// data in results and behind parameters, without structure. Sinks always stay.

// depths are the nestings of values that are tried one after the other.
var depths = []int{4, 2, 1}

// written is a summary as a fact has it.
func (x *exporter) written(s *summary.Summary) []byte {
	x.w.Summary(s)
	return x.w.Take()
}

// fitted is the summary of a function that says most of those that are short enough.
// Libraries with long summaries put things together by reflection, as a rule. What is
// taken together there would make an error of all that they are handed.
func (x *exporter) fitted(s *summary.Summary, sig *types.Signature) *summary.Summary {
	t := *s
	t.Contents = slices.DeleteFunc(slices.Clone(s.Contents), hasRegistrations) // a router in part would be another one
	if x.e.downloaded() {
		t.Calls = nil
		return x.e.flattened(&t, sig)
	}
	if !mayHandle(sig) {
		t.Answers, t.Answered = nil, false
	}
	for _, d := range depths {
		if x.fits(&t) {
			return &t
		}
		t = x.e.shallow(t, sig, d)
	}
	if !x.fits(&t) {
		t.Calls = nil
	}
	if !x.fits(&t) {
		return x.e.flattened(&t, sig)
	}
	return &t
}

// withFewWays is a summary whose registrations do not say what requests hold: rather that
// than to lose routes.
func (x *exporter) withFewWays(s *function) *summary.Summary {
	f, out := newFrame(x.e, s.fn, s), *s.sum
	out.Contents = slices.Clone(s.sum.Contents)
	for i, c := range out.Contents {
		if hasRegistrations(c) {
			out.Contents[i].Node = f.routesWithFewWays(c.Node)
		}
	}
	return &out
}

// tooLong reports whether the summary of a function that registers routes takes too much
// room, or the names of its ways do.
func tooLong(s *summary.Summary) bool {
	w := summary.NewWriter()
	w.Summary(s)
	n := 0
	for _, text := range w.Strings() {
		n += len(text)
	}
	return len(w.Take()) > maxRoutes || n > maxRouteNames
}

func (f *frame) routesWithFewWays(n *value.Node) *value.Node {
	out := *n
	out.Kids = slices.Clone(n.Kids)
	for i, k := range n.Kids {
		switch {
		case k.Sel.Kind == access.Field && hasRoutes(k.Node):
			out.Kids[i].Node = f.routesWithFewWays(k.Node)
		case k.Sel.Kind == access.Slot && strings.HasPrefix(k.Sel.S, slotRoute) && k.Node != nil:
			route := *k.Node
			route.Funcs = slices.Clone(route.Funcs)
			for j, g := range route.Funcs {
				if len(g.Bind) == 2 && g.Bind[1] != nil {
					fewer := *g
					fewer.Bind = []*value.Node{g.Bind[0], f.knowingNothing(g.Bind[1])}
					route.Funcs[j] = &fewer
				}
			}
			out.Kids[i].Node = value.New(route)
		}
	}
	return value.New(out)
}

// fits reports whether there is room for a summary, or at least for what does not
// have to stay.
func (x *exporter) fits(s *summary.Summary) bool {
	return len(x.written(s)) <= maxSummary ||
		len(x.written(&summary.Summary{Results: s.Results, Contents: s.Contents, Calls: s.Calls})) <= maxSummary/2
}

// mayHandle reports whether a function looks like one that a framework calls, and
// whose results it sends.
func mayHandle(sig *types.Signature) bool {
	n := sig.Results().Len()
	return sig.Params().Len() > 0 && n > 0 && shape.IsError(sig.Results().At(n-1).Type())
}

// shallow takes together what lies deeper than depth in values of a summary.
func (e *engine) shallow(s summary.Summary, sig *types.Signature, depth int) summary.Summary {
	contents := func(cs []summary.Content) []summary.Content {
		out := slices.Clone(cs)
		for i, c := range out {
			out[i].Node = e.upTo(c.Node, c.Obj.Type, depth)
		}
		return out
	}
	s.Results, s.Contents, s.Calls = slices.Clone(s.Results), contents(s.Contents), slices.Clone(s.Calls)
	for i, n := range s.Results {
		s.Results[i] = e.upTo(n, sig.Results().At(i).Type(), depth)
	}
	for i, c := range s.Calls {
		s.Calls[i].Contents, s.Calls[i].Args = contents(c.Contents), slices.Clone(c.Args)
		for j, n := range c.Args {
			s.Calls[i].Args[j] = e.u.Shallow(n, depth)
		}
	}
	return s
}

// upTo takes together what lies deeper than depth in a value of type t. Of a struct with
// personal fields is left what its type tells: all its data in one would be in each of its
// fields.
func (e *engine) upTo(n *value.Node, t types.Type, depth int) *value.Node {
	switch {
	case n == nil || len(n.Kids) == 0:
		return n
	case depth <= 0 && t != nil && e.carries(t):
		c := *n
		c.Kids = nil
		return e.u.AddLabels(value.New(c), []*value.Label{e.anyOf(t)})
	case depth <= 0:
		return e.u.Fold(n)
	}
	c := *n
	c.Kids = make([]value.Kid, len(n.Kids))
	for i, k := range n.Kids {
		c.Kids[i] = value.Kid{Sel: k.Sel, Node: e.upTo(k.Node, value.StepType(t, k.Sel), depth-1)}
	}
	return value.New(c)
}

// anyOf stands for any value of type t.
func (e *engine) anyOf(t types.Type) *value.Label {
	return e.u.Label(value.Label{Root: value.Root{Kind: value.Opaque}, Type: t})
}

// flattened is what is left in the worst case, of the memory in s: which data the results
// lead to, and which ones the function left behind pointers of its callers. Of libraries,
// the latter are left out.
func (e *engine) flattened(s *summary.Summary, sig *types.Signature) *summary.Summary {
	out := *s
	out.Results, out.Contents = slices.Clone(s.Results), nil
	r := reach{e: e, contents: map[*value.Obj]*value.Node{}}
	for _, c := range s.Contents {
		if !e.downloaded() {
			r.contents[c.Obj] = c.Node
		}
	}
	for i, n := range s.Results {
		out.Results[i] = r.all(n, sig.Results().At(i).Type())
	}
	for _, c := range s.Contents {
		if r.contents[c.Obj] == nil || c.Obj.Sym == nil && c.Obj.Global == "" {
			continue
		}
		if n := r.all(c.Node, c.Obj.Type); n != nil {
			out.Contents = append(out.Contents, summary.Content{Obj: c.Obj, Node: n})
		}
	}
	return &out
}

// reach finds the data that a value of a summary leads to.
type reach struct {
	e        *engine
	contents map[*value.Obj]*value.Node
	seen     map[*value.Obj]bool
	out      []*value.Label
}

// all takes together what a value of type t leads to.
func (r *reach) all(n *value.Node, t types.Type) *value.Node {
	if t != nil && n != nil && !r.e.downloaded() && r.e.carries(t) {
		return value.Of(r.e.anyOf(t))
	}
	r.seen, r.out = map[*value.Obj]bool{}, nil
	r.add(n)
	if len(r.out) == 0 {
		return nil
	}
	return value.Of(r.e.u.Bounded(r.out)...)
}

func (r *reach) add(n *value.Node) {
	if n = r.e.u.Fold(n); n == nil {
		return
	}
	r.out = value.Union(r.out, n.Labels)
	for _, ref := range n.Refs {
		if !r.seen[ref.Obj] {
			r.seen[ref.Obj] = true
			r.add(r.contents[ref.Obj])
		}
	}
}
