package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// lookedUp marks the records that a call gives.
func (f *frame) lookedUp(site *callSite, c *ssa.CallCommon, args []argument, asks []string, results []*value.Node) ([]*value.Node, bool) {
	classes := f.classesGiven(c, args)
	l := f.mark(looked, site.pos, lookupName(f.calleeName(c), classes))
	found := false
	out := slices.Clone(results)
	res := c.Signature().Results()
	for i := range out {
		t := res.At(i).Type()
		if !f.e.carries(t) || shape.IsError(t) {
			continue
		}
		if f.foundByCaller(out[i]) { // it asked who calls
			f.e.subjects.scope(asks)
			return results, true
		}
		out[i], found = f.u.AddLabels(out[i], []*value.Label{l}), true
	}
	if found && receiver(c, nil, args) != nil {
		args = args[1:] // a store, not the record
	}
	found = f.findsRecords(args, l) || found
	if !found {
		found = f.scannedInto(args, l)
	}
	if found {
		f.noteLookup(l, site.pos, f.calleeName(c), classes, asks)
	}
	return out, found
}

// oneLookedUp is the mark of a record of type t that code of this function finds by itself.
func (f *frame) oneLookedUp(pos token.Pos, name string, t types.Type, asks []string) *value.Label {
	classes := f.e.classesIn(t, nil)
	slices.Sort(classes)
	l := f.mark(looked, pos, lookupName(name, classes))
	f.noteLookup(l, pos, name, classes, asks)
	return l
}

// noteLookup notes what finds the records that have a mark.
func (f *frame) noteLookup(l *value.Label, pos token.Pos, name string, classes, asks []string) {
	if s := f.e.subjects; s.lookups[l.Root.Name] == nil {
		s.lookups[l.Root.Name] = &lookup{name: name, place: f.place(pos), asked: asks, in: f.fn, classes: classes}
	}
}

// foundByCaller reports whether a value was found by who calls.
func (f *frame) foundByCaller(n *value.Node) bool { return len(subjectMarks(f.marksOn(n), caller)) > 0 }

// findsInto marks what a call puts where its arguments point: records, or their fields.
func (f *frame) findsInto(c *ssa.CallCommon, args []argument, l *value.Label) {
	if receiver(c, nil, args) != nil {
		args = args[1:]
	}
	if !f.findsRecords(args, l) {
		f.scannedInto(args, l)
	}
}

// findsRecords marks the records that arguments point to.
func (f *frame) findsRecords(args []argument, l *value.Label) (found bool) {
	for _, a := range args {
		if !f.takesRecord(a) {
			continue
		}
		for _, r := range f.handed(a.n) {
			f.write(r, value.Of(l), true)
			found = true
		}
	}
	return found
}

// classesGiven are the classes of personal data that a call can give: in its
// results, and where its arguments point.
func (f *frame) classesGiven(c *ssa.CallCommon, args []argument) (classes []string) {
	res := c.Signature().Results()
	for i := range res.Len() {
		if t := res.At(i).Type(); f.e.carries(t) && !shape.IsError(t) {
			classes = f.e.classesIn(t, classes)
		}
	}
	if len(classes) > 0 && receiver(c, nil, args) != nil {
		args = args[1:]
	}
	for _, a := range args {
		if f.takesRecord(a) {
			for _, r := range f.handed(a.n) {
				classes = f.e.classesIn(f.typeAt(r), classes)
			}
		}
	}
	slices.Sort(classes)
	return classes
}

// lookupName is what a mark says of a lookup: who did it, and the classes of what
// it found.
func lookupName(name string, classes []string) string {
	return name + "\x03" + strings.Join(classes, ",")
}

// recordDepth is how deep a record that was looked up is searched for its data.
const recordDepth = 4

// classesIn adds the classes of personal data that a record of type t has.
func (e *engine) classesIn(t types.Type, out []string) []string {
	if t == nil {
		return out
	}
	for _, src := range e.sourcesIn(t, maxCarried-recordDepth, nil) {
		if !slices.Contains(out, src.Class) {
			out = append(out, src.Class)
		}
	}
	return out
}

// mayHold reports whether personal data of a response can be of the record that
// was looked up: a provider's settings have no address of a person.
func (l *lookup) mayHold(srcs []FlowSource) bool {
	return len(l.classes) == 0 || slices.ContainsFunc(srcs, func(s FlowSource) bool { return slices.Contains(l.classes, s.Class) })
}

// identifies reports whether a value of type t can be an identifier: not a record
// or a request.
func identifies(t types.Type) bool {
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsString|types.IsInteger) != 0
	case *types.Array, *types.Interface:
		return true
	case *types.Slice: // the rest of the arguments
		return types.IsInterface(u.Elem()) || identifies(u.Elem())
	}
	return false
}

func answersBool(res *types.Tuple) bool {
	for i := range res.Len() {
		if shape.IsBool(res.At(i).Type()) {
			return true
		}
	}
	return false
}

func calleeObject(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method
	}
	if fn := c.StaticCallee(); fn != nil {
		obj, _ := fn.Object().(*types.Func)
		return obj
	}
	return nil
}

func (f *frame) calleeName(c *ssa.CallCommon) string {
	if obj := calleeObject(c); obj != nil {
		return shape.DisplayName(obj)
	}
	return calleeTitle(f, c)
}

// settled reports whether something compares what was looked up with who calls, or
// asks what the caller may do.
func (s *subjects) settled(mark string, l *lookup) bool {
	if from := s.lookups[l.from]; from != nil && from.from != mark && s.settled(l.from, from) {
		return true
	}
	return s.scoped[mark] || s.decided[l.in] || s.own[markPlace(mark)] || slices.ContainsFunc(l.asked, func(a string) bool { return s.scoped[a] })
}

// guesses reports whether nothing but the shape of a function tells that it looks
// something up which a request names.
func (s *subjects) guesses(l *lookup) bool {
	return l.from == "" && len(l.asked) > 0 && !slices.ContainsFunc(l.asked, func(a string) bool { return !s.guessed[a] })
}

// markPlace is the place that a mark names.
func markPlace(mark string) string {
	parts := strings.Split(mark, "\x01")
	if len(parts) < 5 {
		return ""
	}
	return strings.Join(parts[1:5], "\x01")
}

// noteOwn notes that a call which was left open gives what is found by who calls.
func (in *instance) noteOwn(c summary.Call) {
	s := in.f.e.subjects
	if s == nil || in.f.quiet > 0 || !slices.ContainsFunc(in.results[c.ID], in.f.foundByCaller) {
		return
	}
	s.own[strings.Join([]string{c.Place.Pkg, c.Place.File, itoa(c.Place.Line), itoa(c.Place.Col)}, "\x01")] = true
}

// foreignLookup is a lookup in another package, of which the mark alone is known:
// what shows the record answers for it. It is nil for a mark of this package.
func foreignLookup(mark string, in *ssa.Function, pkg string) *lookup {
	parts := strings.Split(mark, "\x01")
	if len(parts) != 6 || parts[1] == pkg {
		return nil
	}
	line, err1 := strconv.Atoi(parts[3])
	col, err2 := strconv.Atoi(parts[4])
	if err1 != nil || err2 != nil {
		return nil
	}
	l := &lookup{place: value.Place{Pkg: parts[1], File: parts[2], Line: line, Col: col}, in: in}
	name, classes, _ := strings.Cut(parts[5], "\x03")
	if l.name = name; classes != "" {
		l.classes = strings.Split(classes, ",")
	}
	return l
}

// lookedUpThere gives the records that a callee found a mark of this call: what
// one caller compares says nothing of the others.
func (f *frame) lookedUpThere(site *callSite, args []argument, results []*value.Node) []*value.Node {
	here := f.e.pass.Pkg.Path()
	rename := func(l *value.Label) *value.Label {
		if l.Root.Kind != value.Mark || !strings.HasPrefix(l.Root.Name, looked+"\x01") {
			return l
		}
		s := f.e.subjects
		there := foreignLookup(l.Root.Name, f.fn, here)
		own := s.lookups[l.Root.Name]
		if own != nil && own.in != f.fn {
			if s.guesses(own) {
				return nil // it is no handler here: this call tells what it got
			}
			there = &lookup{name: own.name, place: own.place, in: f.fn, from: l.Root.Name, classes: own.classes}
		}
		if there == nil {
			return l
		}
		m := f.mark(looked, site.pos, lookupName(there.name, there.classes))
		if s.lookups[m.Root.Name] == nil {
			s.lookups[m.Root.Name] = there
		}
		return m
	}
	out := slices.Clone(results)
	for i, n := range out {
		out[i] = f.u.Map(n, rename)
		f.renameBehind(n, rename)
	}
	for _, a := range args {
		f.renameBehind(a.n, rename)
	}
	return out
}

// renameBehind is Map for the memory of this function that a value leads to.
func (f *frame) renameBehind(n *value.Node, rename func(*value.Label) *value.Label) {
	for _, r := range f.handed(n) {
		if c, ok := f.heap.Get(r.Obj); ok && c != nil {
			f.heap = f.heap.With(r.Obj, f.u.Map(c, rename))
		}
	}
}

// withoutSettled is a summary whose results have no marks of lookups that this
// package settles: importers could not.
func (s *subjects) withoutSettled(u *value.Universe, pkg string, sum *summary.Summary) *summary.Summary {
	if s == nil || sum == nil {
		return sum
	}
	drop := func(l *value.Label) *value.Label {
		if found := s.lookups[l.Root.Name]; l.Root.Kind == value.Mark && found != nil && (s.settled(l.Root.Name, found) || s.guesses(found)) {
			return nil
		}
		return l
	}
	c := *sum
	c.Disclosures = s.withoutSettledShown(c.Disclosures, pkg)
	c.Answers = s.withoutSettledShown(c.Answers, pkg)
	c.Results, c.Contents = slices.Clone(c.Results), slices.Clone(c.Contents)
	for i, n := range c.Results {
		c.Results[i] = u.Map(n, drop)
	}
	for i, k := range c.Contents {
		c.Contents[i].Node = u.Map(k.Node, drop)
	}
	return &c
}
