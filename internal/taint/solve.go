package taint

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/summary"
)

// The order of work: functions run until no summary changes any more.

// solve computes the summaries of all functions. Callees come before callers
// where the calls are not recursive; a function runs again when the summary of
// one that it uses has changed.
func (e *engine) solve() {
	e.limits = newBudget(e.pass, len(e.sourceFuncs()))
	e.budget = e.limits.function // of what is done between functions
	for _, fn := range e.firstOrder() {
		e.add(fn)
	}
	for len(e.work) > 0 {
		s := e.work[0]
		e.work = e.work[1:]
		s.wait = false
		e.analyze(s)
	}
	e.stats.Functions = len(e.funcs)
}

// firstOrder is the order in which functions run first. Tests come last: what they take
// of a package's steps must not change what is known of the code that they test. Where
// routers may be kept in package variables, what gives variables their values comes
// first, and those who set routers up, functions named init, come late.
func (e *engine) firstOrder() []*ssa.Function {
	rank := func(fn *ssa.Function) int {
		switch {
		case e.inTest(fn.Pos()):
			return 2
		case e.web && setsUp(fn):
			return 1
		case e.web && fn.Synthetic == "package initializer":
			return -1
		}
		return 0
	}
	fns := slices.Clone(e.sourceFuncs())
	slices.SortStableFunc(fns, func(a, b *ssa.Function) int { return rank(a) - rank(b) })
	return fns
}

// setsUp reports whether a function is one that is declared with the name init.
func setsUp(fn *ssa.Function) bool { return fn != nil && strings.HasPrefix(fn.Name(), "init#") }

func (e *engine) add(fn *ssa.Function) *function {
	if s, ok := e.funcs[fn]; ok {
		return s
	}
	s := &function{fn: fn, index: len(e.funcs), users: map[*function]bool{}, test: e.inTest(fn.Pos())}
	e.funcs[fn] = s
	e.enqueue(s)
	return s
}

func (e *engine) enqueue(s *function) {
	if s.wait {
		return
	}
	s.wait = true
	i, _ := slices.BinarySearchFunc(e.work, s, func(a, b *function) int { return a.index - b.index })
	e.work = slices.Insert(e.work, i, s)
}

// analyze runs a function and, if its summary changed, asks its users to run
// again.
func (e *engine) analyze(s *function) {
	if s.busy || len(s.fn.Blocks) == 0 {
		return
	}
	switch {
	case s.runs >= maxRuns:
		e.bounded(boundRuns)
		return
	case s.sum != nil && e.late(): // what it has would be replaced by less
		e.bounded(boundPackage)
		return
	}
	s.runs++
	e.stats.Runs++
	s.busy = true
	work, budget := e.u.Work, e.budget
	e.u.Work = 0
	if e.budget = e.budgetOf(s.fn); e.late() {
		e.bounded(boundPackage)
		e.budget = e.limits.late
	}
	f := newFrame(e, s.fn, s)
	sum := f.run()
	if s.busy = false; e.u.Work > e.budget {
		e.bounded(boundWork)
		s.runs = maxRuns
	}
	e.stats.Steps += e.u.Work
	e.resume(work, budget)
	s.flows, s.returns, s.launders, s.hands = f.flows, f.returns, f.launders, f.hands
	f.finish(s)
	e.storeGlobals(s, f.left)
	print := summary.Fingerprint(sum)
	if s.sum != nil && print == s.print {
		return
	}
	first := s.sum == nil
	s.sum, s.print = sum, print
	if first && len(s.users) == 0 {
		return
	}
	for u := range s.users {
		e.enqueue(u)
	}
}

// resume goes on with a function that waited for a callee's summary. One that
// registers routes has its own budget again. Elsewhere what the callee had is
// enough, and keeps deep chains of calls cheap.
func (e *engine) resume(work, budget int) {
	e.u.Work = work
	if !e.web {
		return
	}
	if e.budget = budget; e.late() {
		e.budget = min(budget, work+e.limits.late)
	}
}

// late reports whether the package has used up its steps.
func (e *engine) late() bool { return e.stats.Steps-e.playedSteps > e.limits.all }

func (e *engine) unqueue(s *function) {
	if i := slices.Index(e.work, s); i >= 0 {
		e.work = slices.Delete(e.work, i, i+1)
	}
	s.wait = false
}
