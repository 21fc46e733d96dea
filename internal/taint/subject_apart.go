package taint

import (
	"bytes"

	"github.com/piivet/piivet/internal/taint/summary"
)

// Whose data it is is asked in a play of its own: the package is analysed once more,
// with marks, with bounds that are counted apart, and with facts of its own. So
// nothing that the marks take can change what is found otherwise. Downloaded modules are
// not played again: they know neither the routes nor the records of the program.

// asksSubjects reports whether the package is played once more.
func (e *engine) asksSubjects() bool {
	return e.web && e.pol != nil && e.pol.On("piihandler/subject") && !downloaded(e.pass.Module)
}

// subjectsApart plays the package with marks. plain is its fact without them.
func (e *engine) subjectsApart(plain *summary.Fact, o Options) []*Subject {
	m := newEngine(e.pass, e.pol, e.models, true)
	m.everything, m.noLint, m.allows = e.everything, e.noLint, e.allows
	m.ssa, m.callAt, m.sendAt, m.ordered, m.files = e.ssa, e.callAt, e.sendAt, e.ordered, e.files
	m.solve()
	if f := m.export(); !bytes.Equal(f.Data, plain.Data) {
		e.pass.ExportPackageFact(&summary.SubjectFact{Fact: *f})
	}
	m.stats.Sources = 0 // they were counted
	m.observe(o)
	return m.subjectsFound()
}
