package main

import (
	"errors"
	"os"

	"github.com/piivet/piivet/internal/finding"
)

const reportUsage = `Report writes reports of findings that units printed: of files with what
piivet -json -details UNIT.cfg, or go vet -json with piivet as its tool, gave.
Without files it reads standard input. Nothing is analysed again.

Usage:

	piivet report [flags] [FILE...]

Flags:

`

// reportUnits writes reports of what units printed elsewhere, as those of a build
// system do.
func reportUnits(args []string) (int, error) {
	o := &options{tests: true}
	fs := flagSet("piivet report", reportUsage)
	fs.StringVar(&o.dir, "C", ".", "the `dir`ectory to which paths are relative")
	fs.BoolVar(&o.quiet, "q", false, "print one line a finding and nothing else")
	o.formatFlag(fs)
	g := &gates{}
	g.flags(fs)
	if err := o.ready(fs, g, args); err != nil {
		return 0, err
	}
	out, err := open(o, g.notes)
	if err != nil {
		return 0, err
	}
	units := func(handle unitHandler) error { return readUnits(handle, o.path, fs.Args()) }
	err = collect(o, units, func(fs []*finding.Finding) error { return out.add(g.pass(fs)) })
	if err = errors.Join(err, out.close()); err != nil {
		return 0, err
	}
	return g.exit(), nil
}

// readUnits reads the files that are named, or standard input.
func readUnits(handle unitHandler, path func(string) string, names []string) error {
	s := &stream{handle: handle, complain: os.Stderr, answered: func(string) {}}
	if len(names) == 0 {
		return s.read(os.Stdin)
	}
	for _, name := range names {
		if err := readUnit(s, path(name)); err != nil {
			return err
		}
	}
	return nil
}

func readUnit(s *stream, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return usageError{err}
	}
	defer f.Close()
	return s.read(f)
}
