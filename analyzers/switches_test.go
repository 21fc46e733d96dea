package analyzers_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/internal/policy"
)

// TestSwitchNames wants a switch in the policy for every analyzer, and an
// analyzer for every switch.
func TestSwitchNames(t *testing.T) {
	all, err := analyzers.All(policy.Default())
	if err != nil {
		t.Fatal(err)
	}
	var names, switches []string
	for _, a := range all {
		names = append(names, a.Name)
	}
	for _, s := range policy.Switches() {
		analyzer, _, category := strings.Cut(s.Name, "/")
		if !slices.Contains(names, analyzer) {
			t.Errorf("[analyzers] knows %s, which no analyzer is called", s.Name)
		}
		if !category {
			switches = append(switches, s.Name)
		}
	}
	for _, name := range names {
		if !slices.Contains(switches, name) {
			t.Errorf("[analyzers] does not know %s", name)
		}
	}
}

// TestSwitchedOff wants an analyzer that the policy switches off to be silent, and
// the data in errors to be reported where the errors are logged instead.
func TestSwitchedOff(t *testing.T) {
	for _, test := range []struct {
		policy string
		want   []string
	}{
		{"", []string{"fmt.Errorf piierror"}},
		{"[analyzers]\npiilog = false\n", []string{"fmt.Errorf piierror"}},
		{"[analyzers]\npiierror = false\n", []string{"log.Print piilog"}},
		{"[analyzers]\npiierror = false\npiilog = false\n", nil},
		{"[exclude]\ngenerated = true\n", nil},
		{"[exclude]\ngenerated = false\n", []string{"fmt.Errorf piierror"}},
	} {
		if got := reported(t, test.policy); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.policy, got, test.want)
		}
	}
}

// reported lists sink and category of what is found in a generated file that puts an
// address into an error and logs that.
func reported(t *testing.T, text string) []string {
	t.Helper()
	p, err := policy.Parse("x", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	all, err := analyzers.All(p)
	if err != nil {
		t.Fatal(err)
	}
	dir, err := filepath.Abs(filepath.Join("testdata", "switches"))
	if err != nil {
		t.Fatal(err)
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: dir}, ".")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze(all, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, root := range graph.Roots {
		for _, d := range root.Diagnostics {
			_, rest, _ := strings.Cut(d.Message, " reaches ")
			sink, _, _ := strings.Cut(rest, " ")
			out = append(out, sink+" "+d.Category)
		}
	}
	return out
}
