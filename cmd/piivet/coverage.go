package main

import (
	"fmt"
	"io"
	"os"
	"text/tabwriter"

	"github.com/piivet/piivet/internal/discover"
	"github.com/piivet/piivet/internal/tagging"
)

const coverageUsage = `Coverage counts, package by package, how many of the fields that look personal
have a tag or an entry in the policy.

Usage:

	piivet coverage [flags] [packages]

Exit codes: 0 enough, 1 failed, 2 wrong call or policy, 3 less than -min-coverage.

Flags:

`

// coverage is piivet coverage.
func coverage(args []string) (int, error) {
	o := &options{}
	min := confidenceFlag{level: discover.High}
	fs := flagSet("piivet coverage", coverageUsage)
	loadFlags(o, fs)
	fs.Var(&min, "min", "least `confidence` of a proposal that counts as untagged: high, medium or low")
	least := fs.Float64("min-coverage", 0, "exit with 3 if less than this `percent` is covered")
	asJSON := fs.Bool("json", false, "print JSON")
	if err := o.parse(fs, args); err != nil {
		return 0, err
	}
	if *least < 0 || *least > 100 {
		return 0, usagef("-min-coverage %v: want a percentage from 0 to 100", *least)
	}
	s, err := survey(o)
	if err != nil {
		return 0, err
	}
	r := coverageOf(s, min.level)
	if *asJSON {
		err = writeJSON(os.Stdout, r)
	} else {
		err = r.print(os.Stdout)
	}
	if err == nil && r.Total.Percent < *least {
		return exitFindings, nil
	}
	return exitClean, err
}

// coverageReport is what piivet coverage -json prints.
type coverageReport struct {
	Version  int           `json:"version"`
	Looked   int           `json:"looked_at"` // packages
	Packages []coverageRow `json:"packages"`
	Total    coverageRow   `json:"total"`
}

// coverageRow is what one package has, or all of them.
type coverageRow struct {
	Package   string  `json:"package,omitempty"`
	Tagged    int     `json:"tagged"`
	Dismissed int     `json:"dismissed"` // look personal, and somebody said that they are not
	Untagged  int     `json:"untagged"`
	Percent   float64 `json:"percent"` // of the three that are tagged or dismissed; 100 if there are none
}

func coverageOf(s *tagging.Survey, min discover.Confidence) *coverageReport {
	r := &coverageReport{Version: 1, Looked: s.Looked, Packages: []coverageRow{}}
	for _, p := range s.Packages {
		row := coverageRow{Package: p.Path, Tagged: p.Tagged, Dismissed: p.Dismissed}
		for _, c := range p.Candidates {
			if c.Confidence >= min {
				row.Untagged++
			}
		}
		if row.Tagged+row.Dismissed+row.Untagged == 0 {
			continue
		}
		r.Total.Tagged += row.Tagged
		r.Total.Dismissed += row.Dismissed
		r.Total.Untagged += row.Untagged
		r.Packages = append(r.Packages, row.withPercent())
	}
	r.Total = r.Total.withPercent()
	return r
}

func (r coverageRow) withPercent() coverageRow {
	done := r.Tagged + r.Dismissed
	r.Percent = 100
	if all := done + r.Untagged; all > 0 {
		r.Percent = 100 * float64(done) / float64(all)
	}
	return r
}

// print writes a line a package and a line for all.
func (r *coverageReport) print(w io.Writer) error {
	if len(r.Packages) == 0 {
		_, err := fmt.Fprintf(w, "%s: no field is tagged, and none looks personal\n", plural(r.Looked, "package"))
		return err
	}
	tw := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprint(tw, "covered\ttagged\tdismissed\tuntagged\t  package\n")
	for _, row := range append(r.Packages, r.Total) {
		name := row.Package
		if name == "" {
			name = "in all"
		}
		fmt.Fprintf(tw, "%.1f %%\t%d\t%d\t%d\t  %s\n", row.Percent, row.Tagged, row.Dismissed, row.Untagged, name)
	}
	return tw.Flush()
}
