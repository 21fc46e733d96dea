package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestOutboundLibs runs the clients of third parties under go vet. They reach
// more than two thousand packages: one process could hardly hold them.
func TestOutboundLibs(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles and analyses the clients too")
	}
	dir := inside(t, "testdata/outboundlibs")
	wanted := marks(t, dir)
	for _, f := range vet(t, dir, "./...") {
		line := f.Posn[:strings.LastIndex(f.Posn, ":")]
		if !take(wanted, line, f.Message) {
			t.Errorf("%s: unexpected: %s", relative(dir, line), f.Message)
		}
	}
	for line, patterns := range wanted {
		for _, p := range patterns {
			t.Errorf("%s: no finding matches %q", relative(dir, line), p)
		}
	}
}

// take removes the mark of a line that a message fits.
func take(wanted map[string][]*regexp.Regexp, line, message string) bool {
	for i, p := range wanted[line] {
		if p.MatchString(message) {
			wanted[line] = append(wanted[line][:i:i], wanted[line][i+1:]...)
			return true
		}
	}
	return false
}

var (
	mark    = regexp.MustCompile(`// want ("[^"]*"(?: "[^"]*")*)`)
	pattern = regexp.MustCompile(`"([^"]*)"`)
)

// marks reads what the files below dir expect, by file and line.
func marks(t *testing.T, dir string) map[string][]*regexp.Regexp {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in %s: %v", dir, err)
	}
	wanted := map[string][]*regexp.Regexp{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			m := mark.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			for _, p := range pattern.FindAllStringSubmatch(m[1], -1) {
				at := fmt.Sprintf("%s:%d", file, i+1)
				wanted[at] = append(wanted[at], regexp.MustCompile(p[1]))
			}
		}
	}
	return wanted
}
