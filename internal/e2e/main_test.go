package e2e

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// tool is the command under test, built once for all tests.
var tool string

func TestMain(m *testing.M) {
	os.Exit(buildAndRun(m))
}

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "piivet-e2e")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	tool, err = build(filepath.Join(dir, "piivet"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// build builds the command into a file.
func build(file string, flags ...string) (string, error) {
	if filepath.Separator == '\\' {
		file += ".exe"
	}
	cmd := exec.Command("go", append(append([]string{"build", "-o", file}, flags...), "./cmd/piivet")...)
	cmd.Dir = root()
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building the command: %v\n%s", err, out)
	}
	return file, nil
}

// root is the directory of the repository.
func root() string {
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		panic(err) // there is no working directory
	}
	return dir
}

// inside is a directory of the repository, by its slash-separated path.
//
// What processes of ours read is not seen by the go command, which would then
// answer from its test cache although a file there has changed. So everything
// below the directory is looked at here.
func inside(t *testing.T, path string) string {
	t.Helper()
	dir := filepath.Join(root(), filepath.FromSlash(path))
	look(t, dir)
	return dir
}

// sources looks at what the command is built from.
func sources(t *testing.T) {
	t.Helper()
	for _, dir := range []string{"analyzers", "cmd", "internal", "piitag"} {
		look(t, filepath.Join(root(), dir))
	}
}

func look(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			_, err = os.Stat(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// run runs a command in a directory and returns its output and exit code. If
// the test's time runs out, it ends the command and all that it started.
func run(t *testing.T, dir string, env []string, name string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	sources(t)
	ctx := t.Context()
	if end, ok := t.Deadline(); ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithDeadline(ctx, end.Add(-10*time.Second))
		defer cancel()
	}
	var out, errs strings.Builder
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	together(cmd)
	if err := cmd.Run(); cmd.ProcessState == nil || ctx.Err() != nil {
		t.Fatalf("%v: %v, %v\n%s", cmd.Args, err, ctx.Err(), errs.String())
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}
