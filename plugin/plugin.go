// Package plugin makes piivet a linter of golangci-lint, as a module plugin.
// .golangci.example.yml in the repository shows the settings; they are those
// of a policy file, inline.
package plugin

import (
	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/internal/policy"
)

// Name is the linter's name under linters.settings.custom.
const Name = "piivet"

func init() { register.Plugin(Name, New) }

type linter struct{ policy *policy.Policy }

// New reads the settings of the linter: nothing, or the sections of a policy
// file. The error names the setting that is wrong.
func New(settings any) (register.LinterPlugin, error) {
	p, err := policy.FromSettings("settings of "+Name, settings)
	if err != nil {
		return nil, err
	}
	return &linter{p}, nil
}

// BuildAnalyzers returns all passes under the policy. //nolint is golangci-lint's
// own business: it would tell those that it never sees at work as unused. It
// shows each related location as a finding of its own, so there are none.
func (l *linter) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	return analyzers.New(l.policy, analyzers.Options{IgnoreNoLint: true, NoSteps: true})
}

// GetLoadMode asks for types: the passes need them, and facts of dependencies.
func (l *linter) GetLoadMode() string { return register.LoadModeTypesInfo }
