// Package golangci runs a real golangci-lint with piivet in it.
package golangci

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"go.yaml.in/yaml/v3"
)

// bin has lint, which is golangci-lint, and piivet.
var bin string

func TestMain(m *testing.M) { os.Exit(buildAndRun(m)) }

func buildAndRun(m *testing.M) int {
	dir, err := os.MkdirTemp("", "piivet-golangci")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	bin = dir
	for _, b := range []struct{ dir, pkg string }{{".", "./lint"}, {root(), "./cmd/piivet"}} {
		cmd := exec.Command("go", "build", "-o", dir+string(filepath.Separator), b.pkg)
		cmd.Dir = b.dir
		if out, err := cmd.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "building %s: %v\n%s", b.pkg, err, out)
			return 1
		}
	}
	return m.Run()
}

func root() string {
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		panic(err) // there is no working directory
	}
	return dir
}

// lint runs golangci-lint with a configuration on a module and returns what it
// found as "file:line message", sorted.
func lint(t *testing.T, dir, config string, args ...string) (found []string, stderr string) {
	t.Helper()
	all := append([]string{"run", "--config", config, "--output.json.path=stdout", "--show-stats=false", "--default=none"}, args...)
	cmd := exec.Command(filepath.Join(bin, "lint"), append(all, "./...")...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOLANGCI_LINT_CACHE="+filepath.Join(bin, "cache"))
	var said strings.Builder
	cmd.Stderr = &said
	out, _ := cmd.Output() // findings are no success
	var doc struct {
		Issues []struct {
			FromLinter, Text string
			Pos              struct {
				Filename string
				Line     int
			}
		}
	}
	if err := json.Unmarshal(out, &doc); err != nil {
		return nil, said.String()
	}
	for _, i := range doc.Issues {
		if i.FromLinter != "piivet" {
			t.Errorf("%s: %s", i.FromLinter, i.Text)
		}
		_, text, _ := strings.Cut(i.Text, ": ") // the analyzer's name
		found = append(found, fmt.Sprintf("%s:%d %s", inShop(i.Pos.Filename), i.Pos.Line, text))
	}
	slices.Sort(found)
	return found, said.String()
}

// inShop is a path from the root of the repository or from examples/shop.
func inShop(path string) string {
	return strings.TrimPrefix(filepath.ToSlash(path), "examples/shop/")
}

// piivet runs the command under a policy.
func piivet(t *testing.T, dir, policy string) []string {
	t.Helper()
	cmd := exec.Command(filepath.Join(bin, "piivet"), "-o", "json", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PIIVET_CONFIG="+policy)
	out, _ := cmd.Output() // findings are no success
	var doc struct {
		Findings []struct {
			Message  string
			Location struct {
				File string
				Line int
			}
		}
	}
	if err := json.Unmarshal(out, &doc); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	var found []string
	for _, f := range doc.Findings {
		found = append(found, fmt.Sprintf("%s:%d %s", inShop(f.Location.File), f.Location.Line, f.Message))
	}
	slices.Sort(found)
	return found
}

// example is .golangci.example.yml, and where the settings of piivet are in it.
func example(t *testing.T) (config string, settings map[string]any) {
	t.Helper()
	config = filepath.Join(root(), ".golangci.example.yml")
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Linters struct {
			Settings struct {
				Custom map[string]struct{ Settings map[string]any }
			}
		}
	}
	if err := yaml.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	return config, doc.Linters.Settings.Custom["piivet"].Settings
}

// TestSameFindings compares golangci-lint with the command, the inline settings
// of the example being a policy file for the latter.
func TestSameFindings(t *testing.T) {
	config, settings := example(t)
	policy := filepath.Join(t.TempDir(), ".piivet.toml")
	var b strings.Builder
	if err := toml.NewEncoder(&b).Encode(settings); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(policy, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	shop := filepath.Join(root(), "examples", "shop")
	want := piivet(t, shop, policy)
	got, stderr := lint(t, shop, config)
	if !slices.Equal(got, want) || len(want) == 0 {
		t.Errorf("golangci-lint found\n%s\npiivet found\n%s\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"), stderr)
	}
	// A second run answers from its cache.
	if again, _ := lint(t, shop, config); !slices.Equal(again, want) {
		t.Errorf("the second time it found\n%s", strings.Join(again, "\n"))
	}
}

// TestStrictSettings wants a wrong setting to be an error.
func TestStrictSettings(t *testing.T) {
	config, _ := example(t)
	text, err := os.ReadFile(config)
	if err != nil {
		t.Fatal(err)
	}
	wrong := filepath.Join(t.TempDir(), ".golangci.yml")
	if err := os.WriteFile(wrong, []byte(strings.Replace(string(text), "exclude:", "exclud:", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, stderr := lint(t, filepath.Join(root(), "examples", "shop"), wrong)
	if !strings.Contains(stderr, "exclud") {
		t.Errorf("it said\n%s", stderr)
	}
}

// TestCustom wants .custom-gcl.yml to describe what is built here.
func TestCustom(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root(), ".custom-gcl.yml"))
	if err != nil {
		t.Fatal(err)
	}
	var custom struct {
		Version, Name string
		Plugins       []struct{ Module, Import, Path string }
	}
	dec := yaml.NewDecoder(strings.NewReader(string(text)))
	dec.KnownFields(true)
	if err := dec.Decode(&custom); err != nil {
		t.Fatal(err)
	}
	version, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}", "github.com/golangci/golangci-lint/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(string(version)) != custom.Version {
		t.Errorf("version %s, but %s is built here", custom.Version, version)
	}
	main, err := os.ReadFile(filepath.Join("lint", "main.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range custom.Plugins {
		if !strings.Contains(string(main), "_ \""+p.Import+"\"") || !strings.HasPrefix(p.Import, p.Module) {
			t.Errorf("plugin %+v", p)
		}
	}
}
