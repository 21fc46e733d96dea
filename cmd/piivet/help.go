package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/internal/nearest"
	"github.com/piivet/piivet/internal/policy"
)

const usage = `Piivet reports personal data that a Go program lets out.

Usage:

	piivet [flags] [packages]           report findings
	piivet help [analyzer]              describe piivet or an analyzer
	go vet -vettool=$(which piivet) [packages]

Exit codes: 0 nothing found, 1 failed, 2 wrong call or policy, 3 findings.

Flags:

`

// help prints the page of an analyzer, or lists them.
func help(args []string) (int, error) {
	all, err := analyzers.All(policy.Default())
	if err != nil {
		return 0, err
	}
	if len(args) == 0 {
		fmt.Fprint(os.Stdout, strings.TrimSuffix(usage, "Flags:\n\n"), "Analyzers:\n\n")
		for _, a := range all {
			title, _, _ := strings.Cut(a.Doc, "\n")
			fmt.Printf("\t%-12s %s\n", a.Name, title)
		}
		fmt.Print("\nType 'piivet help ANALYZER' for what it reports, and 'piivet -h' for the flags.\n")
		return exitClean, nil
	}
	for _, a := range all {
		if a.Name == args[0] {
			fmt.Printf("%s: %s\n\nMore: %s\n", a.Name, strings.TrimSpace(a.Doc), a.URL)
			return exitClean, nil
		}
	}
	return 0, usagef("there is no analyzer %q%s; type: piivet help", args[0], nearest.Hint(nearest.Of(args[0], names())))
}
