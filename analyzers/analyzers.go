// Package analyzers has the passes of piivet.
package analyzers

import (
	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/analyzers/piierror"
	"github.com/piivet/piivet/analyzers/piilog"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// All returns the analyzers under a policy. They share one engine, so each
// package is analysed once.
func All(p *policy.Policy) ([]*analysis.Analyzer, error) {
	return AllObserved(p, nil)
}

// AllObserved is All; observe, if it is not nil, is told what the analysis of
// each package took.
func AllObserved(p *policy.Policy, observe func(pkgPath string, s *taint.Stats)) ([]*analysis.Analyzer, error) {
	engine, err := taint.NewObserved(p, observe)
	if err != nil {
		return nil, err
	}
	return []*analysis.Analyzer{piierror.New(engine), piilog.New(engine)}, nil
}
