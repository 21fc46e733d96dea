package command

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// panicking is a file of the command that makes its unit for a package named
// bad panic, as a bug in an analyzer would.
const panicking = `package main

import (
	"os"
	"strings"
)

func init() {
	last := os.Args[len(os.Args)-1]
	data, err := os.ReadFile(last)
	if err == nil && strings.HasSuffix(last, ".cfg") && strings.Contains(string(data), "\"ImportPath\": \"program/bad\"") {
		panic("the analysis is wrong")
	}
}
`

// TestPanic builds a command that panics in one package. That has to be told,
// with what to report, and the findings of the others too.
func TestPanic(t *testing.T) {
	dir := t.TempDir()
	tool := buildPanicking(t, dir)
	program := func(name, body string) {
		put(t, filepath.Join(dir, name, name+".go"), "package "+name+"\n\n"+body)
	}
	put(t, filepath.Join(dir, "go.mod"), "module program\n\ngo 1.26\n")
	program("bad", "const C = 1\n")
	program("good", "import \"log\"\n\ntype T struct {\n\tA string `pii:\"email\"`\n}\n\nfunc F(t T) { log.Println(t.A) }\n")

	cmd := exec.Command(tool, "-q", "./...")
	cmd.Dir = dir
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	_ = cmd.Run() // the exit code is looked at
	if got := cmd.ProcessState.ExitCode(); got != 1 {
		t.Errorf("exit code %d, want 1", got)
	}
	if want := "good/good.go:9:27: email from T.A reaches log.Println without redaction (piilog)\n"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
	for _, want := range []string{
		"piivet: internal error in package program/bad: panic: the analysis is wrong\n", "/issues", "goroutine 1 [running]:",
	} {
		if !strings.Contains(errs.String(), want) {
			t.Errorf("%q is not in what it says:\n%s", want, errs.String())
		}
	}
}

// buildPanicking builds the command with one more file.
func buildPanicking(t *testing.T, dir string) string {
	t.Helper()
	file, overlay, tool := filepath.Join(dir, "panicking.txt"), filepath.Join(dir, "overlay.json"), filepath.Join(dir, "piivet")
	put(t, file, panicking)
	replace, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(root(), "cmd", "piivet", "panicking.go"): file}})
	if err != nil {
		t.Fatal(err)
	}
	put(t, overlay, string(replace))
	cmd := exec.Command("go", "build", "-buildvcs=false", "-overlay", overlay, "-o", tool, "./cmd/piivet")
	cmd.Dir = root()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatal(fmt.Errorf("%w\n%s", err, out))
	}
	return tool
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
