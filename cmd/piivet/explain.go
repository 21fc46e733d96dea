package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/fatih/color"

	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/internal/report"
)

const explainUsage = `Explain shows a finding with the code of each step, and how to mend it.

Usage:

	piivet explain [flags] FINGERPRINT [packages]
	piivet explain [flags] FILE:LINE [packages]

The fingerprint is that of the reports, or its beginning. Without packages all
of the module are looked through.

Flags:

`

// explain is piivet explain.
func explain(args []string) (int, error) {
	o := &options{}
	flags := flagSet("piivet explain", explainUsage)
	o.flags(flags)
	if err := o.parse(flags, args); err != nil {
		return 0, err
	}
	if flags.NArg() == 0 {
		return 0, usagef("which finding? type: piivet explain FINGERPRINT")
	}
	what := o.packages[0]
	if o.packages = o.packages[1:]; len(o.packages) == 0 {
		o.packages = []string{"./..."}
	}
	env := environ(o)
	env.Color = !color.NoColor
	n := 0
	err := findings(o, func(fs []*finding.Finding) error {
		for _, f := range fs {
			if !meant(o, f, what) {
				continue
			}
			n++
			if err := report.Explain(os.Stdout, env, f); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || n > 0 {
		return exitClean, err
	}
	return 0, usagef("there is no finding %s in %s", what, strings.Join(o.packages, " "))
}

// meant reports whether a person who says that means this finding.
func meant(o *options, f *finding.Finding, what string) bool {
	if file, line, ok := strings.Cut(what, ":"); ok {
		line, _, _ = strings.Cut(line, ":")
		n, err := strconv.Atoi(line)
		return err == nil && n == f.Span.Start.Line && o.path(filepath.FromSlash(file)) == f.Span.Start.Path
	}
	return len(what) >= minFingerprint && strings.HasPrefix(f.Fingerprint, what)
}

// minFingerprint is how much of a fingerprint has to be typed.
const minFingerprint = 4
