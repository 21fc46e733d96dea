package command

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// commands are what scripts can do beyond the usual.
var commands = map[string]func(ts *testscript.TestScript, neg bool, args []string){
	"exits": exits,
	"crlf":  crlf,
}

// crlf writes files as editors on Windows do: crlf FILE...
func crlf(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: crlf FILE...")
	}
	for _, name := range args {
		text := strings.ReplaceAll(ts.ReadFile(name), "\n", "\r\n")
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte("\ufeff"+text), 0o644))
	}
}

// exits runs a command and wants an exit code: exits 3 piivet ./...
// It reads the file in, if there is one; its output goes to the files out and err.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARGS]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	cmd := exec.Command(args[1], args[2:]...)
	if args[1] == "piivet" {
		cmd = exec.Command(filepath.Join(bin, "piivet"), args[2:]...)
	}
	cmd.Dir = ts.MkAbs(".")
	cmd.Env = environment(ts)
	stdout, err := os.Create(ts.MkAbs("out"))
	ts.Check(err)
	defer stdout.Close()
	stderr, err := os.Create(ts.MkAbs("err"))
	ts.Check(err)
	defer stderr.Close()
	cmd.Stdout, cmd.Stderr = stdout, stderr
	if in, err := os.Open(ts.MkAbs("in")); err == nil {
		defer in.Close()
		cmd.Stdin = in
	}
	runErr := cmd.Run()
	if cmd.ProcessState == nil {
		ts.Fatalf("%v: %v", args[1:], runErr)
	}
	if got := cmd.ProcessState.ExitCode(); got != want {
		ts.Fatalf("%v: exit code %d, want %d\n%s%s", args[1:], got, want, ts.ReadFile("out"), ts.ReadFile("err"))
	}
}

// environment is what a script's commands see.
func environment(ts *testscript.TestScript) []string {
	var out []string
	for _, v := range append(ts.Value(varsKey{}).([]string), "NO_COLOR=", "TERM=") {
		name, _, _ := strings.Cut(v, "=")
		if value := ts.Getenv(name); value != "" {
			out = append(out, name+"="+value)
		}
	}
	return out
}

type varsKey struct{}

// condition answers [toolchain:go1.24.0]: whether that Go can be had.
func condition(cond string) (bool, error) {
	version, ok := strings.CutPrefix(cond, "toolchain:")
	if !ok {
		return false, fmt.Errorf("unknown condition %q", cond)
	}
	cmd := exec.Command("go", "version")
	cmd.Env = append(os.Environ(), "GOTOOLCHAIN="+version)
	return cmd.Run() == nil, nil
}
