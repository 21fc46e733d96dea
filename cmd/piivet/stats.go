package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/piivet/piivet/internal/taint"
)

// statsFlag makes the units say what their analysis took and which bounds it
// reached.
const statsFlag = "debug.stats"

// detailsFlag makes diagnostics carry all that reports say of a finding.
const detailsFlag = "details"

// againFlag makes the go command forget what it has in its cache.
const againFlag = "again"

// statsPrefix begins the lines about it. They stand on the standard output of a
// unit, because the go command keeps that in its cache and plays it again, and
// look like its own comments between JSON values.
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

func printStats(pkgPath string, s *taint.Stats) {
	fmt.Fprintf(os.Stdout, "%s%s: %s\n", statsPrefix, pkgPath, s)
}
