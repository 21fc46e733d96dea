package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExclude wants no findings in files and packages that the policy leaves
// out, and all others as before.
func TestExclude(t *testing.T) {
	dir := inside(t, "examples/shop")
	want, err := os.ReadFile(filepath.Join(dir, "EXPECTED.txt"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), ".piivet.toml")
	text := "[exclude]\nfiles = [\"orders/*.go\"]\npackages = [\"example.com/shop/httpapi\"]\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	stdout, stderr, code := run(t, dir, []string{"PIIVET_CONFIG=" + file}, tool, "./...")
	if code != 3 {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	for line := range strings.Lines(string(want)) {
		line = strings.TrimSpace(line)
		place, msg, _ := strings.Cut(line, " ")
		excluded := strings.HasPrefix(line, "orders/") || strings.HasPrefix(line, "httpapi/")
		if found := printed(stdout, place, msg); found == excluded {
			t.Errorf("%s: found is %t, excluded is %t", line, found, excluded)
		}
	}
}

// printed looks for a finding at a file and line, in whatever column.
func printed(stdout, place, msg string) bool {
	for line := range strings.Lines(stdout) {
		if strings.HasPrefix(line, place+":") && strings.Contains(line, ": "+msg+" (pii") {
			return true
		}
	}
	return false
}
