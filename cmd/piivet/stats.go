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

// statsPrefix begins the lines about it. They stand on the standard output of a
// unit, because the go command keeps that in its cache and plays it again, and
// look like its own comments between JSON values.
const statsPrefix = "# " + statsFlag + " "

// wantsStats reports whether the flag is among a unit's arguments. Which
// options the analysis has must be known before the flags are parsed.
func wantsStats(args []string) bool {
	return slices.ContainsFunc(args, func(a string) bool {
		return a == "-"+statsFlag || a == "--"+statsFlag || a == "-"+statsFlag+"=true"
	})
}

func printStats(pkgPath string, s *taint.Stats) {
	fmt.Fprintf(os.Stdout, "%s%s: %s\n", statsPrefix, pkgPath, s)
}
