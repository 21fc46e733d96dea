package taint

import (
	"go/types"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/value"
)

// answers are what the labels of one summary stand for in its caller. A summary names
// the same label in many places, and following it through memory is most of the work.
type answers struct {
	heap value.Heap // of which they are
	runs int        // of functions, when they were given: each may store in package variables

	labels  map[int]*value.Node // by number
	results map[int]*value.Node // the same of what callbacks gave or left
	globals map[askedGlobal]*value.Node
	steps   map[askedStep]*value.Node // the way there
}

// askedStep is a step from a value of static type t.
type askedStep struct {
	from *value.Node
	t    types.Type
	sel  access.Sel
}

// askedGlobal is a label of a package variable at a place of some type.
type askedGlobal struct {
	label int
	t     types.Type
}

// renew forgets what memory, if it changed, may have made wrong.
func (a *answers) renew(f *frame) {
	if a.labels != nil && a.heap == f.heap && a.runs == f.e.stats.Runs {
		return
	}
	*a = answers{heap: f.heap, runs: f.e.stats.Runs, labels: map[int]*value.Node{}, steps: map[askedStep]*value.Node{}}
	a.called()
}

// called forgets what callbacks gave: there is another one.
func (a *answers) called() { a.results = map[int]*value.Node{} }

// of is where the answer for a label that is no package variable's is kept.
func (a *answers) of(l *value.Label) map[int]*value.Node {
	if l.Root.Kind == value.CallRes || l.Root.Kind == value.CallArg {
		return a.results
	}
	return a.labels
}

// once is what a label of a package variable stands for.
func (in *instance) once(l *value.Label, t types.Type) *value.Node {
	in.asked.renew(in.f)
	key := askedGlobal{l.ID(), t}
	n, ok := in.asked.globals[key]
	if ok {
		return n
	}
	n = in.global(l, t)
	if in.asked.renew(in.f); in.asked.globals == nil {
		in.asked.globals = map[askedGlobal]*value.Node{}
	}
	in.asked.globals[key] = n
	return n
}

// step is [frame.step], done once for all labels that lead along there.
func (in *instance) step(n *value.Node, t types.Type, s access.Sel) *value.Node {
	in.asked.renew(in.f)
	key := askedStep{n, t, s}
	out, ok := in.asked.steps[key]
	if !ok {
		out = in.f.step(n, t, s)
		in.asked.renew(in.f)
		in.asked.steps[key] = out
	}
	return out
}
