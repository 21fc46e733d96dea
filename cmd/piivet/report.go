package main

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
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
	o := &options{}
	fs := flagSet("piivet report", reportUsage)
	fs.StringVar(&o.dir, "C", ".", "the `dir`ectory to which paths are relative")
	fs.BoolVar(&o.quiet, "q", false, "print one line a finding and nothing else")
	o.formatFlag(fs)
	g := &gates{}
	g.flags(fs)
	if err := o.parse(fs, args); err != nil {
		return 0, err
	}
	if err := errors.Join(o.checkOutputs(), g.open(o)); err != nil {
		return 0, err
	}
	out, err := open(o, g.notes)
	if err != nil {
		return 0, err
	}
	c := &converter{base: o.base, dirs: &packageDirs{o: o}}
	s := &stream{answered: func(string) {}, complain: os.Stderr, handle: func(id string, byAnalyzer map[string]json.RawMessage) error {
		found, err := c.unit(id, byAnalyzer)
		return errors.Join(out.add(g.pass(found)), err)
	}}
	if err = errors.Join(readUnits(s, o.path, fs), out.close()); err != nil {
		return 0, err
	}
	return g.exit(), nil
}

// readUnits reads the files that are named, or standard input.
func readUnits(s *stream, path func(string) string, fs *flag.FlagSet) error {
	if fs.NArg() == 0 {
		return s.read(os.Stdin)
	}
	for _, name := range fs.Args() {
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
