package plugin_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/piivet/piivet/plugin"
)

// TestRegistered wants golangci-lint to find the plugin by its name.
func TestRegistered(t *testing.T) {
	if _, err := register.GetPlugin("piivet"); err != nil {
		t.Fatal(err)
	}
}

// TestFindings compares the findings in the example service with the list that
// lies beside it, with no settings, with the shop's own, and with settings that
// allow logging.
func TestFindings(t *testing.T) {
	dir := filepath.Join("..", "examples", "shop")
	data, err := os.ReadFile(filepath.Join(dir, "EXPECTED.txt"))
	if err != nil {
		t.Fatal(err)
	}
	optional := strings.Count(string(data), ", whoever calls")
	all := strings.Count(string(data), "\n") - optional
	others := strings.Count(string(data), " fmt.Errorf ") + strings.Count(string(data), " before the caller is verified") +
		strings.Count(string(data), " without redaction, consent or approval")
	if others == 0 || others == all {
		t.Fatal("the list should have findings of logs and others")
	}
	if got := findings(t, dir, nil); got != all {
		t.Errorf("%d findings, want %d", got, all)
	}
	settings := map[string]any{"analyzers": map[string]any{"piihandler/subject": true}}
	if got := findings(t, dir, settings); got != all+optional {
		t.Errorf("%d findings with the shop's settings, want %d", got, all+optional)
	}
	settings = map[string]any{"policy": map[string]any{"log": "allow"}}
	if got := findings(t, dir, settings); got != others {
		t.Errorf("%d findings with logging allowed, want %d", got, others)
	}
}

func findings(t *testing.T, dir string, settings any) int {
	t.Helper()
	l, err := plugin.New(settings)
	if err != nil {
		t.Fatal(err)
	}
	if l.GetLoadMode() != register.LoadModeTypesInfo {
		t.Errorf("load mode %s", l.GetLoadMode())
	}
	as, err := l.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: dir}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	g, err := checker.Analyze(as, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	return diagnostics(t, g)
}

func diagnostics(t *testing.T, g *checker.Graph) int {
	t.Helper()
	seen := map[string]bool{}
	for _, act := range g.Roots {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		for _, d := range act.Diagnostics {
			seen[key(act.Package, d)] = true
		}
	}
	return len(seen)
}

func key(p *packages.Package, d analysis.Diagnostic) string {
	return p.Fset.Position(d.Pos).String() + d.Message
}

// TestBadSettings wants one clear error for settings that are no policy.
func TestBadSettings(t *testing.T) {
	for _, c := range []struct {
		settings any
		want     string
	}{
		{"log", "want the sections of a policy file, got string"},
		{map[string]any{"polcy": map[string]any{}}, `did you mean "policy"?`},
		{map[string]any{"policy": map[string]any{"log": "redcat"}}, `log = "redcat"`},
		{map[string]any{"field": []any{map[string]any{"type": "a.T", "field": "F", "class": "emial"}}}, `did you mean "email"?`},
	} {
		_, err := plugin.New(c.settings)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "settings of piivet: ") {
			t.Errorf("New(%v): %v, want %q", c.settings, err, c.want)
		}
	}
}
