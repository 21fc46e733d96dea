// Package shared has the engine of those analyzers that are variables of their
// packages, for drivers that want them so. One engine serves all of them, and
// its settings are a flag of its own.
package shared

import (
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// PolicyFlag is the engine's flag that holds a policy: not the name of a file,
// but what would stand in it.
const PolicyFlag = "policy"

// Engine is the engine under the policy of its flag, or the default one.
var Engine = engine()

func engine() *analysis.Analyzer {
	build := sync.OnceValues(func() (*analysis.Analyzer, error) {
		return taint.NewFor(policy.Default(), taint.Options{})
	})
	outer := taint.New(taint.Options{})
	outer.Run = func(pass *analysis.Pass) (any, error) {
		inner, err := build()
		if err != nil {
			return nil, err
		}
		return inner.Run(pass)
	}
	outer.Flags.Func(PolicyFlag, "the `text` of a policy file", func(text string) error {
		p, err := policy.Parse(outer.Name+"."+PolicyFlag, []byte(text))
		if err != nil {
			return err
		}
		a, err := taint.NewFor(p, taint.Options{})
		build = func() (*analysis.Analyzer, error) { return a, err }
		return err
	})
	return outer
}
