// Package nogo runs the analyzers inside of nogo, the checker of rules_go.
package nogo

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestFindings wants the findings of go vet from nogo, with facts carried from
// package to package, and other ones under settings that stand inline.
func TestFindings(t *testing.T) {
	shop := filepath.Join(root(), "examples", "shop")
	want := vet(t, shop)
	if len(want) == 0 {
		t.Fatal("go vet finds nothing")
	}
	found := run(t, build(t, all(t), nil), shop)
	equal(t, "with nogo", found, want)

	settings := map[string]map[string]string{"piitaint": {"policy": "[policy]\nlog = \"allow\"\n"}}
	found = run(t, build(t, all(t), settings), shop)
	want = slices.DeleteFunc(want, func(f string) bool { return strings.HasSuffix(f, "(piilog)") })
	equal(t, "with logging allowed", found, want)
}

// TestBadSettings wants one clear error for a policy that can't be read.
func TestBadSettings(t *testing.T) {
	program := build(t, all(t), map[string]map[string]string{"piitaint": {"policy": "[polcy]\n"}})
	order, exports := list(t, filepath.Join(root(), "examples", "shop"))
	_, err := unit(t, program, order[0], exports, nil)
	if err == nil || !strings.Contains(err.Error(), `did you mean "policy"?`) {
		t.Errorf("%v, want an error that names the section", err)
	}
}

// all are the packages of analyzers, each of which has to have its variable.
func all(t *testing.T) []string {
	t.Helper()
	out := command(t, root(), "go", "list", "-f", "{{if ne .Name \"analyzers\"}}{{.ImportPath}}{{end}}", "./analyzers/...")
	paths := slices.DeleteFunc(strings.Fields(out), func(p string) bool { return strings.Contains(p, "/internal/") })
	if len(paths) < 3 {
		t.Fatalf("only %d analyzers", len(paths))
	}
	return paths
}

// pkg is a package as go list describes it.
type pkg struct {
	ImportPath, Dir, Export string
	Standard                bool
	GoFiles, Imports        []string
	Module                  struct{ Main bool }
}

// list gives the packages of a module, dependencies first, and the export data of
// all that they import.
func list(t *testing.T, dir string) (order []*pkg, exports map[string]string) {
	t.Helper()
	out := command(t, dir, "go", "list", "-deps", "-export", "-json=ImportPath,Dir,Export,Standard,GoFiles,Imports,Module", "./...")
	exports = map[string]string{}
	for dec := json.NewDecoder(strings.NewReader(out)); dec.More(); {
		p := new(pkg)
		if err := dec.Decode(p); err != nil {
			t.Fatal(err)
		}
		exports[p.ImportPath] = p.Export
		if !p.Standard {
			order = append(order, p)
		}
	}
	return order, exports
}

// run runs nogo on all packages of a module, as Bazel does: the standard library
// is not analysed, of other modules the facts alone are wanted.
func run(t *testing.T, program, dir string) (found []string) {
	t.Helper()
	order, exports := list(t, dir)
	facts := map[string]string{}
	for _, p := range order {
		file := filepath.Join(t.TempDir(), "facts")
		_, err := unit(t, program, p, exports, facts, "-x", file)
		if err != nil {
			for line := range strings.Lines(err.Error()) {
				if rest, ok := strings.CutPrefix(line, dir+string(filepath.Separator)); ok {
					found = append(found, strings.TrimSpace(rest))
				} else if !strings.HasPrefix(line, "nogo: errors found by nogo") {
					t.Errorf("%s: %s", p.ImportPath, line)
				}
			}
		}
		facts[p.ImportPath] = file
	}
	slices.Sort(found)
	return found
}

// unit runs nogo on one package. The error is what it says.
func unit(t *testing.T, program string, p *pkg, exports, facts map[string]string, args ...string) (string, error) {
	t.Helper()
	var config strings.Builder
	for _, path := range p.Imports {
		if exports[path] != "" {
			fmt.Fprintf(&config, "packagefile %s=%s\n", path, exports[path])
		}
		if facts[path] != "" {
			args = append(args, "-fact", path+"="+facts[path])
		}
	}
	importcfg := filepath.Join(t.TempDir(), "importcfg")
	write(t, importcfg, config.String())
	if !p.Module.Main {
		args = append(args, "-facts_only")
	}
	args = append(args, "-p", p.ImportPath, "-go_version", "1.26", "-importcfg", importcfg)
	for _, name := range p.GoFiles {
		args = append(args, filepath.Join(p.Dir, name))
	}
	cmd := exec.Command(program, args...)
	cmd.Dir = p.Dir
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if _, failed := errors.AsType[*exec.ExitError](err); failed {
		err = errors.New(said.String())
	}
	return string(out), err
}

// vet is what go vet finds with piivet as its tool.
func vet(t *testing.T, dir string) []string {
	t.Helper()
	tool := filepath.Join(t.TempDir(), "piivet")
	command(t, root(), "go", "build", "-o", tool, "./cmd/piivet")
	cmd := exec.Command(tool, "-q", "-tests=false", "./...")
	plain := filepath.Join(t.TempDir(), "plain.toml") // nogo does not look for the shop's policy
	if err := os.WriteFile(plain, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "NO_COLOR=1", "PIIVET_CONFIG="+plain)
	out, _ := cmd.Output() // findings are no success
	found := strings.Split(strings.TrimSpace(string(out)), "\n")
	slices.Sort(found)
	return found
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n%s\nwant:\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
