// Package analyzers has the passes of piivet.
package analyzers

import (
	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/analyzers/internal/findings"
	"github.com/piivet/piivet/analyzers/piierror"
	"github.com/piivet/piivet/analyzers/piihandler"
	"github.com/piivet/piivet/analyzers/piilog"
	"github.com/piivet/piivet/analyzers/piioutbound"
	"github.com/piivet/piivet/analyzers/piitag"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// Options says how a driver wants the analyzers.
type Options struct {
	// Observe, if it is not nil, is told what the analysis of each package took.
	Observe func(pkgPath string, s *taint.Stats)
	// Details gives each diagnostic a related location with all that reports say
	// of the finding, for the command; see package finding.
	Details bool
	// NoSteps leaves related locations out, for drivers that show each of them as a
	// finding.
	NoSteps bool
	// Piitag says that package piitag is in the build, so that fixes may import it.
	Piitag bool
	// IgnoreNoLint leaves //nolint comments to a driver that reads them itself,
	// and tells which of them nothing needs.
	IgnoreNoLint bool
}

// All returns the analyzers under a policy. They share one engine, so each
// package is analysed once.
func All(p *policy.Policy) ([]*analysis.Analyzer, error) { return New(p, Options{}) }

// New is All for a driver with wishes.
func New(p *policy.Policy, o Options) ([]*analysis.Analyzer, error) {
	engine, err := taint.NewFor(p, taint.Options{Observe: o.Observe, IgnoreNoLint: o.IgnoreNoLint})
	if err != nil {
		return nil, err
	}
	f := findings.Options{Details: o.Details, NoSteps: o.NoSteps, Piitag: o.Piitag}
	all := []*analysis.Analyzer{
		piierror.NewWith(engine, f), piihandler.NewWith(engine, f), piilog.NewWith(engine, f),
		piioutbound.NewWith(engine, f), piitag.NewWith(engine, f),
	}
	for _, a := range all {
		if !p.On(a.Name) {
			silence(a)
		}
	}
	return all, nil
}

// silence makes an analyzer do nothing. It stays in the list, so that its flag
// exists whatever the policy says.
func silence(a *analysis.Analyzer) {
	a.Requires = nil
	a.Run = func(*analysis.Pass) (any, error) { return nil, nil }
}
