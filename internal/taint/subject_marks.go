package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/secrets"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// Knowing who calls is not knowing whose data it is. Where the policy asks for
// it, values have marks: what the request names, who calls, and which record was
// looked up by what the request names alone. A record with such a mark that is
// disclosed is a finding, unless something somewhere compares it, or what it was
// looked up by, with who calls.

// Kinds of marks.
const (
	asked  = "ask"  // an identifier that the request names
	caller = "who"  // what verification says of the caller
	looked = "look" // a record that was looked up
)

// Subject is a record in a response that may be anybody's.
type Subject struct {
	Flow
	Lookup   value.Place // the call that looked it up
	LookupBy string      // the function that did
	In       string      // the function that writes the response
	Apart    bool        // the finding stands at the registration, since the handler is in another package
	lookups  []string
}

// subjects is what a package knows of marks.
type subjects struct {
	shown   map[subjectKey]*Subject
	lookups map[string]*lookup
	scoped  map[string]bool          // marks that something compares with who calls
	decided map[*ssa.Function]bool   // functions that ask what the caller may do
	answers map[*ssa.CallCommon]bool // calls that are told who calls, and answer yes or no
	params  map[*ssa.Function][]int  // parameters that hold what the request names
	guessed map[string]bool          // marks that a function's shape alone tells
	own     map[string]bool          // places of calls that find what they give by who calls
	steps   int                      // taken for routes whose callers are verified
	names   bool                     // names tell what is asked about a login, and what creates a record
}

// lookup is one call that finds a record by what the request names.
type lookup struct {
	name  string
	place value.Place
	asked []string
	in    *ssa.Function
	from  string // the mark that the callee gave what it found here

	classes []string // of the record's data; none: not known
}

func newSubjects() *subjects {
	return &subjects{
		shown: map[subjectKey]*Subject{}, lookups: map[string]*lookup{}, scoped: map[string]bool{}, decided: map[*ssa.Function]bool{},
		answers: map[*ssa.CallCommon]bool{}, params: map[*ssa.Function][]int{}, guessed: map[string]bool{}, own: map[string]bool{},
	}
}

// mark is a label that says something of a value, named by the place where that
// came about.
func (f *frame) mark(kind string, pos token.Pos, what string) *value.Label {
	p := f.place(pos)
	name := strings.Join([]string{kind, p.Pkg, p.File, itoa(p.Line), itoa(p.Col), what}, "\x01")
	return f.u.Label(value.Label{Root: value.Root{Kind: value.Mark, Name: name}})
}

func subjectMarks(ls []*value.Label, kind string) (names []string) {
	for _, l := range ls {
		if l.Root.Kind == value.Mark && strings.HasPrefix(l.Root.Name, kind+"\x01") {
			names = append(names, l.Root.Name)
		}
	}
	return names
}

// marks does what the model says of the request.
func (c *modelCall) marks() {
	if c.f.e.subjects == nil {
		return
	}
	for _, p := range c.m.Asks {
		if l := c.asks(); l != nil {
			c.store(p, value.Of(l), false)
		}
	}
	for _, p := range c.m.Knows {
		c.store(p, value.Of(c.f.mark(caller, c.site.pos, "")), false)
	}
}

// asks is the mark of what the request names. What is asked for twice by one
// name in a function is one thing.
func (c *modelCall) asks() *value.Label {
	f := c.f
	k := c.constants()
	if f.e.subjects.names && (secrets.IsName(k) || choosesAmongMany(k)) {
		return nil // who knows a secret is taken for its owner
	}
	if k != "" {
		return f.u.Label(value.Label{Root: value.Root{Kind: value.Mark, Name: strings.Join([]string{asked, asksIn(f.fn).String(), c.name(), k}, "\x01")}})
	}
	return f.mark(asked, c.site.pos, "")
}

// asksIn is the function in which one name asks for one thing: the handler around a
// closure. One function may make many handlers.
func asksIn(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil && !handlerShaped(fn.Signature) {
		fn = fn.Parent()
	}
	return fn
}

// constants are the constant texts among the arguments.
func (c *modelCall) constants() string {
	if c.site.call == nil {
		return ""
	}
	var list []string
	for _, a := range c.site.call.Args {
		if v := c.f.e.pass.TypesInfo.Types[a].Value; v != nil && v.Kind() == constant.String {
			list = append(list, constant.StringVal(v))
		}
	}
	return strings.Join(list, "\x02")
}

// related marks what a call gives, by what it got.
func (f *frame) related(site *callSite, c *ssa.CallCommon, fn argument, args []argument, before value.Heap, results []*value.Node) []*value.Node {
	if c.IsInvoke() {
		args = append([]argument{fn}, args...)
	}
	got := f.marksOf(c, args)
	s := f.e.subjects
	if obj := calleeObject(c); obj != nil && f.e.qualified(obj) == "strings.EqualFold" {
		f.comparedBoth(site.pos, c.Args[0], c.Args[1])
	}
	results = f.lookedUpThere(site, args, results)
	switch {
	case f.provesCaller():
		s.scope(got.asks, got.looks)
		if _, modelled := f.modelledCallee(c); modelled && len(got.who) > 0 { // it may be asked for more than a login
			f.answersRight(site, c)
		}
		return f.markProven(site, c, results)
	case len(got.who) > 0:
		return f.toldCaller(site, c, got, f.fillable(args, before), results)
	case len(got.asks) > 0 && got.names && (got.query || !s.names || !creates(f.calleeName(c))):
		out, found := f.lookedUp(site, c, f.fillable(args, before), got.asks, results)
		if !found {
			out = f.carriesOn(c, got, results)
		}
		return out
	}
	return f.carriesOn(c, got, results)
}

// gotMarks are the marks of what a call gets.
type gotMarks struct {
	who, asks, looks []string
	names            bool // an identifier or a query is among it, not records alone
	query            bool // it is called on a query that has an identifier in it
}

func (f *frame) marksOf(c *ssa.CallCommon, args []argument) (got gotMarks) {
	for i, a := range args {
		if a.n == nil {
			continue
		}
		ls := f.marksOn(a.n)
		if who := subjectMarks(ls, caller); len(who) > 0 {
			got.who = append(got.who, who...)
		}
		got.looks = append(got.looks, subjectMarks(ls, looked)...)
		if as := f.asks(ls); len(as) > 0 {
			got.asks = append(got.asks, as...)
			got.query = got.query || i == 0 && receives(c) && f.e.isQuery(a.t)
			got.names = got.names || got.query || f.namesRecord(a)
		}
	}
	return got
}

// receives reports whether a call is one of a method.
func receives(c *ssa.CallCommon) bool { return c.IsInvoke() || c.Signature().Recv() != nil }

// provesCaller reports whether the call at hand tells that the caller is verified.
func (f *frame) provesCaller() bool {
	return slices.ContainsFunc(f.tells, func(t told) bool {
		for _, st := range t.outs {
			if closed(st) && !unreachable(st) && !closed(t.exit) {
				return true
			}
		}
		return false
	})
}

// toldCaller marks what a call gives that is told who calls.
func (f *frame) toldCaller(site *callSite, c *ssa.CallCommon, got gotMarks, args []argument, results []*value.Node) []*value.Node {
	s, res := f.e.subjects, c.Signature().Results()
	_, modelled := f.modelledCallee(c)
	answers := f.answersRight(site, c)
	if (!modelled || answers) && res.Len() > 0 && !f.answersIgnored(site, c) {
		s.scope(got.asks, got.looks)
	}
	if len(got.looks) == 0 {
		f.findsInto(c, args, f.mark(caller, site.pos, ""))
	}
	if !modelled && len(got.asks) == 0 {
		return f.markAll(site, caller, res, results)
	}
	return f.carriesOn(c, got, results)
}

// modelledCallee is what a call calls, and whether a table says what that does.
func (f *frame) modelledCallee(c *ssa.CallCommon) (*types.Func, bool) {
	obj := calleeObject(c)
	return obj, obj != nil && f.e.modelOf(obj) != nil
}

// answersRight notes a call that is told who calls and answers what the caller may do,
// and reports whether it answers yes or no.
func (f *frame) answersRight(site *callSite, c *ssa.CallCommon) bool {
	s := f.e.subjects
	answers := answersBool(c.Signature().Results())
	if answers && !f.answersIgnored(site, c) && s.asksRight(f.calleeName(c)) && !receivesTime(c) {
		s.answers[c] = true
		s.decided[f.fn] = true
	}
	return answers
}

// carriesOn gives the parts of a query, and the identifiers that a library made
// of others, the marks of what went in.
func (f *frame) carriesOn(c *ssa.CallCommon, got gotMarks, results []*value.Node) []*value.Node {
	if len(got.who)+len(got.asks) == 0 {
		return results
	}
	obj, res := calleeObject(c), c.Signature().Results()
	out := slices.Clone(results)
	for i := range out {
		if i >= res.Len() || !f.e.madeOf(obj, res.At(i).Type()) {
			continue
		}
		var ls []*value.Label
		for _, name := range slices.Concat(got.who, got.asks) {
			ls = append(ls, f.u.Label(value.Label{Root: value.Root{Kind: value.Mark, Name: name}}))
		}
		out[i] = f.u.AddLabels(out[i], ls)
	}
	return out
}

// scope notes that something was compared with who calls.
func (s *subjects) scope(lists ...[]string) {
	for _, list := range lists {
		for _, name := range list {
			s.scoped[name] = true
		}
	}
}

// markAll marks results that are neither errors nor answers.
func (f *frame) markAll(site *callSite, kind string, res *types.Tuple, results []*value.Node) []*value.Node {
	out := slices.Clone(results)
	for i := range out {
		if t := res.At(i).Type(); i < res.Len() && !shape.IsError(t) && !shape.IsBool(t) {
			out[i] = f.u.AddLabels(out[i], []*value.Label{f.mark(kind, site.pos, "")})
		}
	}
	return out
}
