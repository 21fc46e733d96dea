package main

import (
	"errors"
	"io"
	"os"

	"github.com/fatih/color"

	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/internal/report"
)

// outputs are the reports of a run. What a person looks at appears as it comes;
// all other reports are written at the end, sorted by package, since packages
// get ready in any order.
type outputs struct {
	live, sorted []report.Handler
	spool        finding.Spool
	files        []*os.File
}

// open opens the outputs that the flags ask for. The notes are what a summary
// adds at the end.
func open(o *options, notes func() []string) (*outputs, error) {
	out := &outputs{}
	for _, want := range o.outputs {
		if err := out.open(o, want, notes); err != nil {
			return nil, errors.Join(usageError{err}, out.close())
		}
	}
	return out, nil
}

func (out *outputs) open(o *options, want output, notes func() []string) error {
	e := environ(o)
	e.Notes = notes
	var w io.Writer = os.Stdout
	live := false
	if want.file != "" {
		f, err := os.Create(o.path(want.file))
		if err != nil {
			return err
		}
		out.files = append(out.files, f)
		w = f
	} else {
		live = terminal(os.Stdout)
		e.Color = !color.NoColor
	}
	h, err := report.New(want.format, w, e)
	if err != nil {
		return err
	}
	if live {
		out.live = append(out.live, h)
	} else {
		out.sorted = append(out.sorted, h)
	}
	return nil
}

// add reports the findings of a package.
func (out *outputs) add(fs []*finding.Finding) error {
	for _, f := range fs {
		if err := give(out.live, f); err != nil {
			return err
		}
	}
	if len(out.sorted) == 0 {
		return nil
	}
	return out.spool.Add(fs)
}

// close writes what was kept back and ends all reports.
func (out *outputs) close() error {
	err := out.spool.Each(func(f *finding.Finding) error { return give(out.sorted, f) })
	for _, h := range append(out.live, out.sorted...) {
		err = errors.Join(err, h.Close())
	}
	err = errors.Join(err, out.spool.Close())
	for _, f := range out.files {
		err = errors.Join(err, f.Close())
	}
	return err
}

func give(hs []report.Handler, f *finding.Finding) error {
	for _, h := range hs {
		if err := h.Finding(f); err != nil {
			return err
		}
	}
	return nil
}

// environ tells reports about the run.
func environ(o *options) report.Env {
	return report.Env{Dir: o.base, Root: repository(o.base), Version: version(), Quiet: o.quiet, Rules: rules()}
}
