package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/piivet/piivet/internal/taint"
)

// statsFlag makes the units say what their analysis took and which bounds it
// reached.
const statsFlag = "debug.stats"

// detailsFlag makes diagnostics carry all that reports say of a finding.
const detailsFlag = "details"

// piitagFlag lets fixes import package piitag.
const piitagFlag = "masks"

// againFlag makes the go command forget what it has in its cache.
const againFlag = "again"

// cachedStatsFlag is statsFlag with the lines on standard output. The go command
// keeps that in its cache and plays it again, so the command asks for it. With
// go vet's own text form that does not go: it takes the output for JSON.
const cachedStatsFlag = statsFlag + ".cached"

// statsPrefix begins the lines about it. They look like the go command's own
// comments between JSON values.
const statsPrefix = "# " + statsFlag + " "

// wantsFlag reports whether a switch is among a unit's arguments. Which options
// the analysis has must be known before the flags are parsed.
func wantsFlag(name string) bool {
	return slices.ContainsFunc(os.Args, func(a string) bool {
		return a == "-"+name || a == "--"+name || a == "-"+name+"=true"
	})
}

// unitPrefix begins the line with a unit's name.
const unitPrefix = "# piivet-unit "

// sourcesPrefix begins the line that says that a unit met personal data: how
// many declarations of it, and the unit's name.
const sourcesPrefix = "# piivet-sources "

// observers are what is told of the analysis of each package.
func observers(all ...func(pkgPath string, s *taint.Stats)) func(pkgPath string, s *taint.Stats) {
	return func(pkgPath string, s *taint.Stats) {
		for _, observe := range all {
			if observe != nil {
				observe(pkgPath, s)
			}
		}
	}
}

// announceSources tells the command that a unit met personal data. Like the name of
// the unit it is printed, not returned: what is printed is kept in the cache.
func announceSources(pkgPath string, s *taint.Stats) {
	if s.Sources > 0 && wantsFlag(detailsFlag) {
		fmt.Fprintf(os.Stdout, "%s%d %s\n", sourcesPrefix, s.Sources, pkgPath)
	}
}

// statsFlags declares the flags and gives what prints the statistics that are
// asked for, or nil.
func statsFlags() func(pkgPath string, s *taint.Stats) {
	flag.Bool(statsFlag, false, "print on standard error what the analysis of each package took, and the bounds that it reached")
	flag.Bool(cachedStatsFlag, false, "print that on standard output, as comments; for use with -json")
	switch {
	case wantsFlag(cachedStatsFlag):
		return func(pkgPath string, s *taint.Stats) { printStats(os.Stdout, pkgPath, s) }
	case wantsFlag(statsFlag):
		return func(pkgPath string, s *taint.Stats) { printStats(os.Stderr, pkgPath, s) }
	}
	return nil
}

func printStats(w io.Writer, pkgPath string, s *taint.Stats) {
	fmt.Fprintf(w, "%s%s: %s\n", statsPrefix, pkgPath, s)
}
