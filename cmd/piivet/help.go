package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/docs"
	"github.com/piivet/piivet/internal/nearest"
	"github.com/piivet/piivet/internal/policy"
)

const usage = `Piivet reports personal data that a Go program lets out.

Usage:

	piivet [flags] [packages]           report findings
	piivet explain FINGERPRINT          show one finding with the code of its whole way
	piivet baseline [write|prune]       keep a list of known findings
	piivet init [packages]              write a policy file that fits the module
	piivet tag [packages]               propose tags for fields that look personal
	piivet coverage [packages]          count tagged fields and those that should be
	piivet allows [packages]            list the comments that accept findings
	piivet report [FILE...]             write reports of findings that units printed elsewhere
	piivet policy [init]                print the policy in force, or write a file to start from
	piivet help [page]                  show an analyzer's page, or another one
	go vet -vettool=$(which piivet) [packages]

Exit codes: 0 nothing found, 1 failed, 2 wrong call or policy, 3 findings.

Flags:

`

// help prints a page of the documentation, or lists the analyzers.
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
		fmt.Printf("\nType 'piivet help PAGE' for an analyzer or one of %s,\nand 'piivet -h' for the flags.\n", strings.Join(topics(), ", "))
		return exitClean, nil
	}
	page, ok := docs.Page(args[0])
	if !ok {
		return 0, usagef("there is no page %q%s; type: piivet help", args[0], nearest.Hint(nearest.Of(args[0], docs.Pages())))
	}
	_, err = fmt.Print(page)
	return exitClean, err
}

// topics are the pages that are not about an analyzer.
func topics() []string {
	return slices.DeleteFunc(docs.Pages(), func(p string) bool { return slices.Contains(names(), p) })
}
