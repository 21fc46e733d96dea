package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"

	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/internal/gate"
	"github.com/piivet/piivet/piitag"
)

// gates decide which findings a run shows, and which of them make it fail.
type gates struct {
	baseFile string
	newFrom  string
	level    piitag.Level

	baseline *gate.Baseline
	changes  *gate.Changes

	known, old int // findings that were left out
	failing    int
}

func (g *gates) flags(fs *flag.FlagSet) {
	fs.StringVar(&g.baseFile, "baseline", "", "leave out the findings in this `file`; see piivet baseline")
	fs.StringVar(&g.newFrom, "new-from", "", "show only findings that changes since this git `revision` touch")
	g.level = piitag.Low
	fs.TextVar(&g.level, "fail-level", piitag.Low, "exit with 3 for findings of this `level` and above only: low, moderate, high")
}

// open reads what the flags name.
func (g *gates) open(o *options) error {
	if g.baseFile != "" {
		b, err := gate.ReadBaseline(o.path(g.baseFile))
		if errors.Is(err, fs.ErrNotExist) {
			return usagef("there is no baseline %s; type: piivet baseline -baseline %s ./...", g.baseFile, g.baseFile)
		} else if err != nil {
			return usageError{err}
		}
		g.baseline = b
	}
	if g.newFrom != "" {
		c, err := gate.ChangesSince(o.base, g.newFrom)
		if err != nil {
			return usagef("-new-from %s: %w", g.newFrom, err)
		}
		// Another policy may make old data personal, or demand more of it.
		if o.config == "" || !c.TouchFile(o.config) {
			g.changes = c
		}
	}
	return nil
}

// pass gives the findings that are to be shown.
func (g *gates) pass(fs []*finding.Finding) []*finding.Finding {
	var out []*finding.Finding
	for _, f := range fs {
		switch {
		case g.baseline != nil && g.baseline.Has(f):
			g.known++
		case g.changes != nil && !g.changes.Touch(f):
			g.old++
		default:
			out = append(out, f)
			if f.Level >= g.level {
				g.failing++
			}
		}
	}
	return out
}

// notes tells what was left out.
func (g *gates) notes() []string {
	var out []string
	if g.known > 0 {
		out = append(out, fmt.Sprintf("not shown: %d in the baseline %s", g.known, g.baseFile))
	}
	if g.old > 0 {
		out = append(out, fmt.Sprintf("not shown: %d that no change since %s touches", g.old, g.newFrom))
	}
	return out
}

// exit is the exit code of a run that did not fail.
func (g *gates) exit() int {
	if g.failing > 0 {
		return exitFindings
	}
	return exitClean
}
