package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestShop compares what is found in the example service with the list that
// lies beside it.
func TestShop(t *testing.T) {
	dir := inside(t, "examples/shop")
	want, err := os.ReadFile(filepath.Join(dir, "EXPECTED.txt"))
	if err != nil {
		t.Fatal(err)
	}
	column := regexp.MustCompile(`:\d+$`)
	var got []string
	for _, f := range vet(t, dir, "./...") {
		got = append(got, column.ReplaceAllString(relative(dir, f.Posn), "")+" "+f.Message)
	}
	compare(t, "found", got, "expected", strings.Split(strings.TrimSpace(string(want)), "\n"))
}

// TestSelf runs piivet on its own code, which handles nobody's data.
func TestSelf(t *testing.T) {
	for _, line := range texts(root(), vet(t, root(), "./...")) {
		t.Error(line)
	}
}

// TestSameBytes wants the same output from two runs. A second build of the
// command, which differs only in its symbol table, keeps the go command from
// answering the second run out of its cache.
func TestSameBytes(t *testing.T) {
	dir := inside(t, "examples/shop")
	other, err := build(filepath.Join(t.TempDir(), "piivet"), "-ldflags=-s")
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := run(t, dir, nil, "go", "vet", "-vettool="+tool, "-json", "./...")
	second, _, _ := run(t, dir, nil, "go", "vet", "-vettool="+other, "-json", "./...")
	if a, b := perPackage(first), perPackage(second); !slices.Equal(a, b) {
		t.Error("the second run printed something else")
		compare(t, "the first run", strings.Split(first, "\n"), "the second", strings.Split(second, "\n"))
	}
}

// perPackage splits the output where a package begins and sorts the parts: go
// vet prints packages in the order in which they get ready.
func perPackage(stdout string) []string {
	parts := strings.Split(stdout, "\n{")
	for i, p := range parts {
		parts[i] = strings.TrimPrefix(strings.TrimSpace(p), "{")
	}
	// Whether a package without findings prints an empty object depends on the
	// go command's cache.
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" || p == "}" })
	slices.Sort(parts)
	return parts
}
