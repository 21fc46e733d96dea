package finding

import (
	"slices"
	"testing"

	"github.com/piivet/piivet/piitag"
)

func named(fn, sink string, line int) *Finding {
	return &Finding{
		Analyzer: "piilog", Package: "p", Func: fn, Kind: "log", Sink: sink,
		Span: Span{Start: Location{Path: "/p/p.go", Line: line, Col: 1}}, Flows: []Flow{{Class: "email", Name: "C.Email"}},
	}
}

func prints(fs []*Finding) []string {
	Sort(fs)
	SetFingerprints(fs)
	var out []string
	for _, f := range fs {
		out = append(out, f.Fingerprint)
	}
	return out
}

// TestFingerprints wants findings to keep their names when lines move and
// closures are numbered anew, and to differ where they say something else.
func TestFingerprints(t *testing.T) {
	before := prints([]*Finding{named("f", "log.Print", 3), named("f", "log.Print", 5), named("g$1", "log.Print", 9), named("g", "slog.Info", 12)})
	after := prints([]*Finding{named("f", "log.Print", 13), named("f", "log.Print", 15), named("g$2$1", "log.Print", 19), named("g", "slog.Info", 30)})
	if !slices.Equal(before, after) {
		t.Errorf("%v became %v", before, after)
	}
	slices.Sort(before)
	if len(slices.Compact(before)) != 4 {
		t.Errorf("equal fingerprints in %v", before)
	}
}

func TestSpool(t *testing.T) {
	var s Spool
	for _, pkg := range []string{"b", "a"} {
		if err := s.Add([]*Finding{{Package: pkg, Message: "1", Level: piitag.Low}, {Package: pkg, Message: "2", Level: piitag.Low}}); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	err := s.Each(func(f *Finding) error { got = append(got, f.Package+f.Message); return nil })
	if err != nil || !slices.Equal(got, []string{"a1", "a2", "b1", "b2"}) {
		t.Errorf("%v, %v", got, err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
