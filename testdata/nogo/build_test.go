package nogo

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	// The module that nogo comes with.
	_ "github.com/bazelbuild/rules_go/go/runfiles"
	// What is tested: the go command's test cache has to see it change.
	_ "github.com/piivet/piivet/analyzers"
)

// sources are the files of nogo, as the BUILD file of rules_go lists them.
var sources = []string{
	"constants.go", "env.go", "flags.go", "nogo_fix.go", "nogo_goversions_go118.go", "nogo_goversions_go121.go",
	"nogo_goversions_go122.go", "nogo_main.go", "nogo_version.go", "nolint.go",
}

// build builds nogo with analyzers and the settings of some of them, by
// analyzer and flag.
//
// Bazel compiles nogo with what is internal to golang.org/x/tools. The go command
// allows that only inside of that module, so nogo is put into a copy of it.
func build(t *testing.T, analyzers []string, flags map[string]map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	tools := filepath.Join(dir, "tools")
	if err := os.CopyFS(tools, os.DirFS(module(t, root(), "golang.org/x/tools"))); err != nil {
		t.Fatal(err)
	}
	nogo := filepath.Join(tools, "nogo")
	if err := os.Mkdir(nogo, 0o777); err != nil {
		t.Fatal(err)
	}
	from := filepath.Join(module(t, ".", "github.com/bazelbuild/rules_go"), "go", "tools", "builders")
	for _, name := range sources {
		write(t, filepath.Join(nogo, name), read(t, filepath.Join(from, name)))
	}
	write(t, filepath.Join(nogo, "analyzers.go"), generated(analyzers, flags))
	sums := filepath.Join(tools, "go.sum")
	write(t, sums, read(t, sums)+read(t, filepath.Join(root(), "go.sum")))
	command(t, tools, "go", "mod", "edit", "-require=github.com/piivet/piivet@v0.0.0", "-replace=github.com/piivet/piivet="+root())
	program := filepath.Join(dir, "nogo")
	command(t, tools, "go", "build", "-mod=mod", "-o", program, "./nogo")
	return program
}

// generated is the file that rules_go generates: it names one variable of each
// package.
func generated(analyzers []string, flags map[string]map[string]string) string {
	var b strings.Builder
	b.WriteString("package main\n\nimport (\n\t\"golang.org/x/tools/go/analysis\"\n")
	for i, path := range analyzers {
		fmt.Fprintf(&b, "\tanalyzer%d %q\n", i, path)
	}
	b.WriteString(")\n\nconst debugMode = false\n\nvar analyzers = []*analysis.Analyzer{\n")
	for i := range analyzers {
		fmt.Fprintf(&b, "\tanalyzer%d.Analyzer,\n", i)
	}
	b.WriteString("}\n\nvar configs = map[string]config{\n")
	for name, values := range flags {
		fmt.Fprintf(&b, "\t%q: {analyzerFlags: %#v},\n", name, values)
	}
	b.WriteString("}\n")
	return b.String()
}

// module is the directory of a module that another one needs.
func module(t *testing.T, dir, path string) string {
	t.Helper()
	command(t, dir, "go", "mod", "download", path)
	return strings.TrimSpace(command(t, dir, "go", "list", "-m", "-f", "{{.Dir}}", path))
}

func root() string {
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		panic(err) // there is no working directory
	}
	return dir
}

// command runs a command and returns what it prints on standard output.
func command(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, said.String())
	}
	return string(out)
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	// Files copied from the module cache are read-only.
	_ = os.Chmod(path, 0o666)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
