package e2e

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/policy"
)

// finding is a diagnostic in the form in which go vet -json gives it.
type finding struct {
	Category string
	Posn     string // file:line:col
	End      string
	Message  string
	Related  []related
}

type related struct {
	Posn    string
	Message string
}

// String has all of a finding, with paths relative to a directory.
func (f finding) text(dir string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s to %s: %s (%s)", relative(dir, f.Posn), relative(dir, f.End), f.Message, f.Category)
	for _, r := range f.Related {
		fmt.Fprintf(&b, "\n\t%s: %s", relative(dir, r.Posn), r.Message)
	}
	return b.String()
}

func relative(dir, posn string) string {
	return filepath.ToSlash(strings.TrimPrefix(posn, dir+string(filepath.Separator)))
}

// vet runs the command under go vet and returns its findings.
func vet(t *testing.T, dir string, patterns ...string) []finding {
	t.Helper()
	return vetUnder(t, dir, filepath.Join(dir, policy.FileName), patterns...)
}

// vetUnder is vet under the policy in a file, if there is one.
func vetUnder(t *testing.T, dir, file string, patterns ...string) []finding {
	t.Helper()
	var env []string
	if fileExists(file) {
		env = append(env, "PIIVET_CONFIG="+file)
	}
	stdout, stderr, code := run(t, dir, env, "go", append([]string{"vet", "-vettool=" + tool, "-json"}, patterns...)...)
	if code != 0 {
		t.Fatalf("go vet in %s: exit code %d\n%s", dir, code, stderr)
	}
	fs, err := decode(stdout)
	if err != nil {
		t.Fatalf("%v in %s", err, stdout)
	}
	return fs
}

func fileExists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// decode reads what go vet -json prints: an object per package, which has an
// object per analyzer, which is a list of findings or an error.
func decode(stdout string) ([]finding, error) {
	var all []finding
	for dec := json.NewDecoder(strings.NewReader(stdout)); ; {
		var pkgs map[string]map[string]json.RawMessage
		if err := dec.Decode(&pkgs); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		for pkg, analyzers := range pkgs {
			for name, raw := range analyzers {
				var fs []finding
				if err := json.Unmarshal(raw, &fs); err != nil {
					return nil, fmt.Errorf("package %s: %s failed: %s", pkg, name, raw)
				}
				all = append(all, fs...)
			}
		}
	}
}

// texts gives findings as sorted lines.
func texts(dir string, fs []finding) []string {
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = f.text(dir)
	}
	slices.Sort(out)
	return out
}

// compare reports what only one of two sorted lists has.
func compare(t *testing.T, a string, as []string, b string, bs []string) {
	t.Helper()
	for _, s := range without(as, bs) {
		t.Errorf("only %s: %s", a, s)
	}
	for _, s := range without(bs, as) {
		t.Errorf("only %s: %s", b, s)
	}
}

// without returns what is in a more often than in b.
func without(a, b []string) []string {
	count := map[string]int{}
	for _, s := range b {
		count[s]++
	}
	var out []string
	for _, s := range a {
		if count[s]--; count[s] < 0 {
			out = append(out, s)
		}
	}
	return out
}
