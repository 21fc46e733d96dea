// Package command tests the command as people use it: scripts run the built
// binary and compare what it prints.
package command

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// bin is a directory with the command under test.
var bin string

func TestMain(m *testing.M) { os.Exit(buildAndRun(m)) }

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "piivet-command")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	bin = dir
	cmd := exec.Command("go", "build", "-buildvcs=false", "-o", filepath.Join(dir, "piivet"), "./cmd/piivet")
	cmd.Dir = root()
	if out, err := cmd.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building the command: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// root is the directory of the repository.
func root() string {
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		panic(err) // there is no working directory
	}
	return dir
}

// TestScripts runs the scripts, each in a directory with the files that it
// holds. They share the caches of the go command with everything else.
func TestScripts(t *testing.T) {
	env := goEnv(t)
	testscript.Run(t, testscript.Params{
		Dir: "script",
		Setup: func(e *testscript.Env) error {
			e.Vars = append(e.Vars, env...)
			e.Setenv("PATH", bin+string(filepath.ListSeparator)+e.Getenv("PATH"))
			e.Setenv("ROOT", root())
			e.Setenv("TOOL", filepath.Join(bin, "piivet"))
			e.Setenv("PIIVET_CONFIG", "")
			e.Setenv("GIT_CONFIG_NOSYSTEM", "1")
			for _, who := range []string{"AUTHOR", "COMMITTER"} {
				e.Setenv("GIT_"+who+"_NAME", "test")
				e.Setenv("GIT_"+who+"_EMAIL", "test@example.com")
			}
			e.Values[varsKey{}] = e.Vars
			return nil
		},
		Cmds:      commands,
		Condition: condition,
		// UPDATE=1 go test writes what is printed into the scripts; read the diff.
		UpdateScripts: os.Getenv("UPDATE") != "",
	})
}

// goEnv is what the go command needs, since scripts have no home directory.
func goEnv(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPROXY", "GONOSUMDB", "GOFLAGS", "GOSUMDB", "GOTOOLCHAIN"} {
		value, err := exec.Command("go", "env", name).Output()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, name+"="+string(value[:len(value)-1]))
	}
	return out
}
