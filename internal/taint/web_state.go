package taint

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// Whether the caller of a handler is verified is a state that goes along with
// memory: a set of labels, each for a way on which control may have come here.
// A label's root says what is known on that way:
const (
	asBefore = -1 // as it was when this function was called
	verified = -2
	anybody  = -3 // a request has just come in
)

// Any other number is that of a callback: verified if its result has the
// property in M, else as before. The root's name has marks of the way: 'a' if
// the chain of handlers was aborted, 'n' if it went on already. Behind them stand
// conditions of which each makes the way a verified one.

// judgedElsewhere is the property of callers that count as verified because what is
// done for them is judged somewhere else.
const judgedElsewhere = 1

// stateKey is the number of a result's property.
func stateKey(result int, o model.Outcome) int { return result*8 + int(o) }

// stateOf is the state of one way. States are put together of these again and again, so
// they are kept; that costs the step that making one costs.
func (e *engine) stateOf(n, m int, marks string) *value.Node {
	r := value.Root{Kind: value.Caller, N: n, M: m, Name: marks}
	if st := e.wayStates[r]; st != nil {
		e.u.Work++
		return st
	}
	st := value.Of(e.u.Label(value.Label{Root: r}))
	e.wayStates[r] = st
	return st
}

// closed reports whether the caller is verified on every way.
func closed(st *value.Node) bool {
	if st == nil || len(st.Labels) == 0 {
		return false
	}
	for _, l := range st.Labels {
		if l.Root.Kind != value.Caller || l.Root.N != verified {
			return false
		}
	}
	return true
}

// fresh reports whether some way comes from a request directly.
func unserved(st *value.Node) bool {
	if st == nil {
		return true
	}
	for _, l := range st.Labels {
		if l.Root.N != anybody && l.Root.N != verified || len(ways.Conditions(l.Root.Name)) > 0 || ways.IsSaid(l.Root.Name) {
			return true
		}
	}
	return false
}

func fromAnybody(st *value.Node) bool {
	if st == nil {
		return false
	}
	for _, l := range st.Labels {
		if l.Root.Kind == value.Caller && l.Root.N == anybody && len(ways.Conditions(l.Root.Name)) == 0 && !ways.IsSaid(l.Root.Name) {
			return true
		}
	}
	return false
}

// state is what is known of the caller at this point.
func (f *frame) state() *value.Node {
	if f.caller == nil {
		return f.e.before
	}
	if n, ok := f.heap.Get(f.caller); ok && n != nil {
		return n
	}
	return f.e.before
}

func (f *frame) setState(st *value.Node) {
	if f.caller == nil || st == nil {
		return
	}
	f.heap = f.heap.With(f.caller, f.tidy(f.needed(st)))
}

// behind is the state st, which was found where the state was "as before", in
// a place where it is cur.
func (f *frame) behind(st, cur *value.Node) *value.Node {
	if st == nil {
		return cur
	}
	var out *value.Node
	for _, l := range st.Labels {
		switch r := l.Root; {
		case r.Kind == value.Caller && r.N == asBefore:
			out = f.u.Join(out, f.marked(cur, r.Name))
		case r.Kind == value.Caller && r.N >= 0 && closed(cur):
			out = f.u.Join(out, f.marked(cur, ways.Carried(r.Name)))
		case r.Kind != value.Caller:
			out = f.u.Join(out, f.based(l, cur))
		case r.N >= 0:
			out = f.u.Join(out, f.outcomeBehind(l, cur))
		case r.N != anybody:
			out = f.u.Join(out, f.keeping(f.afterWays(l, cur), cur))
		default:
			out = f.u.Join(out, value.Of(l))
		}
		out = f.tidy(out)
	}
	if out == nil {
		return cur
	}
	return out
}

// afterWays is a verified way behind the ways of cur. Where it counts what a verified
// caller may do, it holds what they hold.
func (f *frame) afterWays(l *value.Label, cur *value.Node) *value.Node {
	if !f.e.marks || cur == nil {
		return f.onSides(value.Of(l), cur)
	}
	var out *value.Node
	for _, c := range cur.Labels {
		if c.Root.Kind != value.Caller {
			return value.Of(l)
		}
		if name, ok := f.continued(ways.RequestParts(c.Root.Name), l.Root.Name, c.Root.N == anybody); ok {
			out = f.u.Join(out, f.e.stateOf(l.Root.N, l.Root.M, name))
		}
	}
	if out == nil {
		return f.e.neverState
	}
	return out
}

// marked adds marks to every way. Ways that cannot go on like that end; where none
// is left, nobody comes here who is not verified.
func (f *frame) marked(st *value.Node, marks string) *value.Node {
	if marks == "" {
		return st
	}
	var out *value.Node
	for _, l := range st.Labels {
		r := l.Root
		if r.Kind != value.Caller {
			out = f.u.Join(out, f.markedLater(l, marks))
			continue
		}
		if r.N == verified && !f.e.marks {
			out = f.u.Join(out, f.e.stateOf(r.N, r.M, ways.Join(r.Name, ways.OfVerified(marks))))
			continue
		}
		if name, ok := f.continued(r.Name, marks, r.N == anybody); ok {
			out = f.u.Join(out, f.e.stateOf(r.N, r.M, name))
		}
	}
	if out == nil && len(st.Labels) > 0 {
		return f.e.neverState
	}
	return out
}

// live are the ways on which a chain of handlers goes on, without marks; nil if
// there are none.
func (f *frame) live(st *value.Node) *value.Node {
	return f.u.Together(st.Labels, func(l *value.Label) bool { return l.Root.Kind != value.Caller || ways.Marks(l.Root.Name) == "" })
}

// abort marks that no later handler runs.
func (f *frame) abort() { f.setState(f.marked(f.state(), "a")) }

// goOn notes that later handlers run now.
func (f *frame) goOn() {
	if f.caller == nil {
		return
	}
	f.pass = f.u.Join(f.pass, f.live(f.state()))
	f.setState(f.marked(f.state(), "n"))
}

// state is a callee's state in the caller's terms. Most of what a summary says has one
// of few states, and these may have many ways.
func (in *instance) state(st *value.Node) *value.Node {
	if st == nil {
		return in.before
	}
	if in.states == nil {
		return in.translated(st)
	}
	out, ok := in.states[st]
	if !ok {
		out = in.translated(st)
		in.states[st] = out
	}
	return out
}

// startWeb prepares what the package needs to follow who is verified.
func (e *engine) startWeb() {
	e.wayStates, e.nobodyTypes = map[value.Root]*value.Node{}, map[*types.TypeName]bool{}
	e.before = e.stateOf(asBefore, 0, "")
	e.closedState = e.stateOf(verified, 0, "")
	e.elsewhere = e.stateOf(verified, judgedElsewhere, "")
	e.neverState = e.stateOf(verified, 0, ways.ConsentMarks([]string{ways.Nobody}))
	e.anybodyState = e.stateOf(anybody, 0, "")
	e.registered, e.served, e.wayJoins = map[*ssa.Function]bool{}, map[string]bool{}, map[wayJoin]joinedWay{}
	e.settingTypes = map[*types.Named][]access.Path{}
	e.secrets = e.pol == nil || e.pol.On("piihandler/secrets")
	e.switches = e.pol != nil && e.pol.On("piihandler/switches")
	if e.web = e.followsWeb(); e.web && e.marks {
		e.subjects = newSubjects()
		e.subjects.names = e.pol.On("piihandler/subject-names")
	}
}
