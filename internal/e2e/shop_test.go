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

// TestSameBytes wants the same output from two runs, and of the command in the
// same order. A second build of it, which differs only in its symbol table,
// keeps the go command from answering the second run out of its cache.
func TestSameBytes(t *testing.T) {
	dir := inside(t, "examples/shop")
	other, err := build(filepath.Join(t.TempDir(), "piivet"), "-ldflags=-s")
	if err != nil {
		t.Fatal(err)
	}
	if a, b := perPackage(t, dir, tool), perPackage(t, dir, other); !slices.Equal(a, b) {
		t.Error("go vet -json printed something else in the second run")
		compare(t, "the first run", a, "the second", b)
	}
	first, _, _ := run(t, dir, nil, tool, "./...")
	second, _, _ := run(t, dir, nil, other, "./...")
	if first != second || first == "" {
		t.Errorf("the command printed\n%sand then\n%s", first, second)
	}
}

// perPackage runs go vet -json and sorts what it prints by package: they come
// in the order in which they get ready. Of a package without findings there may
// be an empty object or nothing, depending on the cache.
func perPackage(t *testing.T, dir, tool string) []string {
	t.Helper()
	stdout, _, _ := run(t, dir, nil, "go", "vet", "-vettool="+tool, "-json", "./...")
	parts := strings.Split(strings.ReplaceAll(stdout, "{}\n", ""), "\n}\n")
	slices.Sort(parts)
	return parts
}
