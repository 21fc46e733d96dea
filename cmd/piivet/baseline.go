package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/internal/gate"
)

const baselineUsage = `Baseline writes the findings of now into a file, with which later runs leave them out.

Usage:

	piivet baseline [write] [flags] [packages]   write all findings
	piivet baseline prune [flags] [packages]     remove what is not found any more

Entries of packages that are not named stay as they are.

Flags:

`

// defaultBaseline is the file where nothing else is said.
const defaultBaseline = ".piivet-baseline.json"

// writeBaseline is piivet baseline.
func writeBaseline(args []string) (int, error) {
	prune := false
	if len(args) > 0 && (args[0] == "write" || args[0] == "prune") {
		prune = args[0] == "prune"
		args = args[1:]
	}
	o := &options{}
	flags := flagSet("piivet baseline", baselineUsage)
	o.flags(flags)
	name := flags.String("baseline", defaultBaseline, "the `file`")
	if err := o.parse(flags, args); err != nil {
		return 0, err
	}
	old, err := gate.ReadBaseline(o.path(*name))
	switch {
	case errors.Is(err, fs.ErrNotExist) && !prune:
		old = &gate.Baseline{}
	case err != nil:
		return 0, usageError{err}
	}
	var found []gate.Entry
	err = findings(o, func(fs []*finding.Finding) error {
		for _, f := range fs {
			found = append(found, gate.EntryOf(f))
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	w := want(o)
	b := old.Update(found, w.analyses, prune)
	if err := b.Write(o.path(*name)); err != nil {
		return 0, err
	}
	fmt.Printf("%s: %d findings, before %d\n", *name, b.Len(), old.Len())
	return exitClean, nil
}
