package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// parsed is what a stream gave.
type parsed struct {
	units, answered []string
	said            string
	err             error
}

func parse(text string) parsed {
	var p parsed
	var said strings.Builder
	s := &stream{
		handle: func(id string, byAnalyzer map[string]json.RawMessage) error {
			p.units = append(p.units, id+" "+strings.Join(sortedNames(byAnalyzer), " "))
			return nil
		},
		answered: func(id string) { p.answered = append(p.answered, id) },
		complain: &said,
	}
	p.err = s.read(strings.NewReader(text))
	p.said = said.String()
	return p
}

const object = "{\n\t\"program\": {\n\t\t\"piilog\": [\n\t\t\t{}\n\t\t]\n\t}\n}\n"

// TestStyles reads both styles of go vet -json.
func TestStyles(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       parsed
	}{
		{"Go 1.26, standard output", "# piivet-unit program+test\n" + object + "# piivet-unit program/a\n{}\n",
			parsed{[]string{"program+test piilog"}, []string{"program+test", "program/a"}, "", nil}},
		{"Go 1.24, standard error", "# program\n# [program]\n# piivet-unit program\n" + object + "# program/a\n# piivet-unit program/a\n{}\n",
			parsed{[]string{"program piilog"}, []string{"program", "program/a"}, "", nil}},
		{"without names", object + "{}\n", parsed{[]string{"program piilog"}, nil, "", nil}},
		{"messages", "go: downloading example.com v1.0.0\n# program\n./a.go:3:13: cannot use \"x\"\n" + object + "# program/b\n./b.go:1:1: expected 'package'\n",
			parsed{[]string{"program piilog"}, nil, "go: downloading example.com v1.0.0\n# program\n./a.go:3:13: cannot use \"x\"\n# program/b\n./b.go:1:1: expected 'package'\n", nil}},
		{"no line end", "go: no such tool", parsed{nil, nil, "go: no such tool", nil}},
		{"statistics", "# debug.stats program: 3\n", parsed{nil, nil, "# debug.stats program: 3\n", nil}},
		{"cut off", "{\n\t\"program\": {\n", parsed{nil, nil, "{\n\t\"program\": {\n", nil}},
	} {
		got := parse(c.text)
		if !slices.Equal(got.units, c.want.units) || !slices.Equal(got.answered, c.want.answered) || got.said != c.want.said || got.err != nil {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// TestPanic wants a unit's panic to be told with its package, and all others to
// be heard.
func TestPanic(t *testing.T) {
	got := parse("# program/bad\npanic: index out of range [3]\n\ngoroutine 1 [running]:\nmain.f()\n\t/x/y.go:3 +0x1\n" +
		"# program\n# piivet-unit program\n" + object)
	for _, want := range []string{
		"piivet: internal error in package program/bad: panic: index out of range [3]\n", homepage + "/issues", "goroutine 1 [running]:\nmain.f()",
	} {
		if !strings.Contains(got.said, want) {
			t.Errorf("%q is not in\n%s", want, got.said)
		}
	}
	if !slices.Equal(got.units, []string{"program piilog"}) || strings.Contains(got.said, "piivet-unit") {
		t.Errorf("%+v", got)
	}
	if got := parse(strings.Replace(object, "program\"", "program\" oops", 1)); got.err == nil {
		t.Error("a broken object is no error")
	}
}

// TestWanted tells the units of named packages from those of dependencies and of
// variants for tests.
func TestWanted(t *testing.T) {
	w := &wanted{units: map[string]string{}, taken: map[string]bool{}, answered: map[string]bool{}}
	w.add("p", true, true, false)
	w.add("q", true, false, true)
	w.add("r", false, false, false)
	for _, c := range []struct {
		id   string
		want bool
	}{{"p", false}, {"p+test", true}, {"p+test", false}, {"q", true}, {"q_test+test", true}, {"r", false}, {"fmt", false}} {
		if got := w.take(c.id); got != c.want {
			t.Errorf("take %s: %t", c.id, got)
		}
	}
	w.answered["p+test"], w.answered["q"] = true, true
	if got := w.missing(); !slices.Equal(got, []string{"q"}) {
		t.Errorf("missing: %v", got)
	}
	if !w.analyses("p") || !w.analyses("q_test") || w.analyses("fmt") {
		t.Error("analyses")
	}
}
