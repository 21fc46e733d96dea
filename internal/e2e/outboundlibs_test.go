package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestOutboundLibs runs the real clients of third parties under go vet, where
// memory holds one package at a time: together they reach more than two thousand.
// Marks name the recipient, and lines without a mark are silent.
func TestOutboundLibs(t *testing.T) {
	if testing.Short() {
		t.Skip("analyses the libraries too")
	}
	dir := inside(t, "testdata/outboundlibs")
	wanted := marks(t, dir)
	for _, f := range vet(t, dir, "-piitag=false", "./...") {
		line := f.Posn[:strings.LastIndex(f.Posn, ":")]
		if !take(wanted, line, f.Message) {
			t.Errorf("%s: unexpected: %s", relative(dir, line), f.Message)
		}
	}
	for line, patterns := range wanted {
		for _, p := range patterns {
			t.Errorf("%s: no finding matches %s", relative(dir, line), p)
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
	mark    = regexp.MustCompile("// want (`[^`]*`(?: `[^`]*`)*)")
	pattern = regexp.MustCompile("`([^`]*)`")
)

// marks reads what the packages below dir expect, by file and line. A package
// that uses a library has a mark at least.
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
		before := len(wanted)
		for i, line := range strings.Split(string(data), "\n") {
			if ps := expected(line); ps != nil {
				wanted[fmt.Sprintf("%s:%d", file, i+1)] = ps
			}
		}
		if len(wanted) == before && filepath.Base(file) != "people.go" {
			t.Errorf("%s: nothing is expected", relative(dir, file))
		}
	}
	return wanted
}

// expected are the patterns of a line.
func expected(line string) []*regexp.Regexp {
	var out []*regexp.Regexp
	if m := mark.FindStringSubmatch(line); m != nil {
		for _, p := range pattern.FindAllStringSubmatch(m[1], -1) {
			out = append(out, regexp.MustCompile(p[1]))
		}
	}
	return out
}
