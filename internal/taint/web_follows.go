package taint

import (
	"go/types"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/secrets"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
)

// followsWeb reports whether anything in this package can concern responses,
// verification or routes.
func (e *engine) followsWeb() bool {
	for _, p := range e.pass.Pkg.Imports() {
		if e.models.Routing(p.Path()) || e.pol.Checks(p.Path()) {
			return true
		}
		if t := e.facts.tables[p.Path()]; t != nil {
			if _, ok := t.Get(summary.WebKey); ok {
				return true
			}
		}
	}
	if e.keepsInContext() || e.secrets && secrets.Used(e.pass.TypesInfo, e.pass.Files) {
		return true
	}
	for _, d := range e.local.funcs {
		if d.Verify || len(d.Consent) > 0 {
			return true
		}
		for _, s := range d.Sinks {
			if s.Kind == string(model.SinkResponse) {
				return true
			}
		}
	}
	return e.asksOthers()
}

// asksOthers reports whether the package may call what it gets from whoever puts the
// program together: functions, and methods of interfaces that the program declares, if
// their results tell how that went. Layers in the middle know neither the web nor what
// checks a caller, and still hand on what was found.
func (e *engine) asksOthers() bool {
	if e.downloaded() {
		return false
	}
	for _, s := range e.pass.TypesInfo.Selections {
		m, ok := s.Obj().(*types.Func)
		if ok && types.IsInterface(m.Signature().Recv().Type()) && !e.tabled(m) && !e.foreign(m.Pkg()) && mayRefuse(m.Signature()) {
			return true
		}
	}
	for _, obj := range e.pass.TypesInfo.Defs {
		v, ok := obj.(*types.Var)
		if !ok {
			continue
		}
		if sig, ok := v.Type().Underlying().(*types.Signature); ok && mayRefuse(sig) {
			return true
		}
	}
	return false
}

// mayRefuse reports whether the results of a function can say that it found nobody.
func mayRefuse(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if _, pointer := v.Type().Underlying().(*types.Pointer); pointer || shape.IsError(v.Type()) || shape.IsBool(v.Type()) {
			return true
		}
	}
	return false
}
