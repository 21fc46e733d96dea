package policy_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/policy"
)

func TestHash(t *testing.T) {
	a, b := parse(t, "[policy]\nlog = \"allow\"\n"), parse(t, "[policy]\nlog = \"redact\"\n")
	if a.Hash() == b.Hash() || a.Hash() == policy.Default().Hash() {
		t.Errorf("different policies have equal hashes: %s %s", a.Hash(), b.Hash())
	}
	if again := parse(t, "[policy]\nlog = \"allow\"\n"); again.Hash() != a.Hash() {
		t.Error("equal policies have different hashes")
	}
}

func TestLoad(t *testing.T) {
	file := filepath.Join(t.TempDir(), policy.FileName)
	if err := os.WriteFile(file, []byte("[[verifier]]\nfunc = \"a.B\"\n[exclude]\nfiles = \"/x.go\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := policy.Load(file)
	if err != nil {
		t.Fatal(err)
	}
	if !p.Verifier("a.B") || p.Path() != file {
		t.Errorf("Load gives path %q and does not know a.B", p.Path())
	}
	if !p.ExcludesFile(filepath.Join(filepath.Dir(file), "x.go")) {
		t.Error("a rooted pattern does not begin at the policy's directory")
	}
}

func TestLoadErrors(t *testing.T) {
	dir := t.TempDir()
	missing := filepath.Join(dir, "none.toml")
	for _, path := range []string{missing, dir} {
		_, err := policy.Load(path)
		if err == nil || !strings.HasPrefix(err.Error(), path+": can't read the policy: ") || strings.Count(err.Error(), path) != 1 {
			t.Errorf("Load(%s): %v", path, err)
		}
	}
	if _, err := policy.Load(missing); !os.IsNotExist(unwrap(err)) {
		t.Errorf("the cause is lost: %v", err)
	}
}

func unwrap(err error) error {
	if e, ok := err.(*policy.Error); ok {
		return e.Err
	}
	return err
}

func TestModels(t *testing.T) {
	const text = `# ours
[[model]]
path = ["x.com/log"]   # both
default = "args"

[[model.func]]
name = ["Info"]
sink = "log"

[policy]
log = "allow"

[[ model . global ]]
name = "Out"
[[model]]
path = "x.com/other"
func = [{ name = "F" }]
`
	p := parse(t, text)
	models := p.Models()
	if len(models) != 2 {
		t.Fatalf("got %d models", len(models))
	}
	wants := []string{`

path = ["x.com/log"]   # both
default = "args"

[[      func]]
name = ["Info"]
sink = "log"




[[         global ]]
name = "Out"



`, strings.Repeat("\n", 15) + `path = "x.com/other"
func = [{ name = "F" }]
`}
	for i, want := range wants {
		got := trimLines(string(models[i].TOML))
		if got != want {
			t.Errorf("model %d:\n%s\nwant:\n%s", i, got, want)
		}
		if len(models[i].TOML) != len(text) {
			t.Errorf("model %d has lost its places", i)
		}
	}
}

// trimLines removes the blanks at the ends of lines.
func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
