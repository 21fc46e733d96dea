package e2e

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDocs runs piivet on the Go code in the README and in the analyzers' pages. A page's
// blocks are the files of a package. A line that is reported says so in a
// comment, word by word; other lines must not be.
func TestDocs(t *testing.T) {
	dir := t.TempDir()
	module(t, dir)
	want := map[string][]string{}
	for _, page := range []string{"README.md", "docs/piilog.md", "docs/piierror.md", "docs/piihandler.md", "docs/piioutbound.md"} {
		text, err := os.ReadFile(filepath.Join(root(), filepath.FromSlash(page)))
		if err != nil {
			t.Fatal(err)
		}
		name := strings.ToLower(strings.TrimSuffix(filepath.Base(page), ".md"))
		want[name] = writePackage(t, filepath.Join(dir, name), string(text))
	}
	got := map[string][]string{}
	for _, f := range vet(t, dir, "./...") {
		posn := relative(dir, f.Posn)
		name, _, _ := strings.Cut(posn, "/")
		posn = posn[:strings.LastIndex(posn, ":")]
		got[name] = append(got[name], posn+" "+f.Message)
	}
	for name := range want {
		t.Run(name, func(t *testing.T) { compare(t, "found", got[name], "documented", want[name]) })
	}
}

// module makes a directory a module with package piitag.
func module(t *testing.T, dir string) {
	t.Helper()
	const path = "github.com/piivet/piivet"
	text := fmt.Sprintf("module docs\n\ngo 1.26.0\n\nrequire %s v0.0.0\n\nreplace %s => %q\n", path, path, root())
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

var (
	goBlock   = regexp.MustCompile("(?ms)^```go\n(.*?)^```$")
	announced = regexp.MustCompile(`// (\S+ from .* reach(?:es)? .* (?:without redaction[^/]*|before the caller is verified))$`)
	selector  = regexp.MustCompile(`\b([a-z]+)\.[A-Z]`)
)

// imports are the packages that the pages may use.
var imports = map[string]string{
	"errors": "errors", "fmt": "fmt", "http": "net/http", "json": "encoding/json", "log": "log", "os": "os", "slog": "log/slog",
	"strconv": "strconv", "strings": "strings", "url": "net/url", "piitag": "github.com/piivet/piivet/piitag",
}

// writePackage writes the Go code of a page as a package and returns the
// findings that it announces.
func writePackage(t *testing.T, dir, page string) (want []string) {
	t.Helper()
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	for i, block := range goBlock.FindAllStringSubmatch(page, -1) {
		src := "package " + filepath.Base(dir) + "\n" + importsOf(block[1]) + "\n" + block[1]
		name := fmt.Sprintf("block%d.go", i+1)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(src, "\n") {
			if m := announced.FindStringSubmatch(line); m != nil {
				want = append(want, fmt.Sprintf("%s/%s:%d %s", filepath.Base(dir), name, n+1, m[1]))
			}
		}
	}
	if len(want) == 0 {
		t.Errorf("page %s announces no finding", filepath.Base(dir))
	}
	return want
}

// importsOf imports what a piece of code uses.
func importsOf(code string) string {
	var b strings.Builder
	seen := map[string]bool{}
	for _, m := range selector.FindAllStringSubmatch(code, -1) {
		if path := imports[m[1]]; path != "" && !seen[path] {
			seen[path] = true
			fmt.Fprintf(&b, "import %q\n", path)
		}
	}
	return cmp.Or(b.String(), "\n")
}
