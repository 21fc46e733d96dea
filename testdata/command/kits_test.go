package command

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// leaky writes a module with one finding and returns its directory.
func leaky(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module program\n\ngo 1.26\n",
		"a.go":   "package program\n\nimport \"log\"\n\ntype C struct {\n\tEmail string `pii:\"email\"`\n}\n\nfunc show(c C) { log.Print(c.Email) }\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const leak = "a.go:9:28: email from C.Email reaches log.Print without redaction"

// shell runs a script with the command in its path.
func shell(t *testing.T, dir, script string, env ...string) (output string, code int) {
	t.Helper()
	cmd := exec.Command("bash", "-eo", "pipefail", "-c", script)
	cmd.Dir = dir
	path := "PATH=" + bin + string(filepath.ListSeparator) + os.Getenv("PATH")
	cmd.Env = append(append(os.Environ(), path, "PIIVET_CONFIG="), env...)
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

func parse(t *testing.T, text []byte, into any) {
	t.Helper()
	dec := yaml.NewDecoder(strings.NewReader(string(text)))
	dec.KnownFields(true)
	if err := dec.Decode(into); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root(), filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// action is the form of action.yml; a key that is not here is a mistake in it.
type action struct {
	Name, Description, Author string
	Branding                  struct{ Icon, Color string }
	Inputs                    map[string]struct {
		Description string
		Default     string
	}
	Runs struct {
		Using string
		Steps []struct {
			Name, Shell, Run string
			WorkingDirectory string `yaml:"working-directory"`
			Env              map[string]string
		}
	}
}

// TestAction runs the steps of action.yml as GitHub would.
func TestAction(t *testing.T) {
	var a action
	parse(t, read(t, "action.yml"), &a)
	if a.Runs.Using != "composite" {
		t.Fatalf("it uses %q", a.Runs.Using)
	}
	input := regexp.MustCompile(`\$\{\{ inputs\.([a-z-]+) \}\}`)
	dir, temp := leaky(t), t.TempDir()
	given := map[string]string{"sarif": "found.sarif", "flags": "-fail-level=low"}
	fill := func(s string) string {
		return input.ReplaceAllStringFunc(s, func(m string) string {
			name := input.FindStringSubmatch(m)[1]
			in, ok := a.Inputs[name]
			if !ok {
				t.Fatalf("there is no input %s", name)
			}
			if v, ok := given[name]; ok {
				return v
			}
			return in.Default
		})
	}
	var out string
	var code int
	for _, s := range a.Runs.Steps {
		if s.Shell != "bash" {
			t.Errorf("step %s has the shell %q", s.Name, s.Shell)
		}
		env := []string{"GITHUB_ACTION_PATH=" + root(), "RUNNER_TEMP=" + temp, "GOFLAGS=-buildvcs=false"}
		for k, v := range s.Env {
			env = append(env, k+"="+fill(v))
		}
		out, code = shell(t, filepath.Join(dir, fill(s.WorkingDirectory)), s.Run, env...)
	}
	for _, want := range []string{leak + " (piilog)", "::warning file=a.go,line=9,endLine=9,col=28,endColumn=34,title=piilog::email"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "found.sarif")); err != nil || code != 3 {
		t.Errorf("exit code %d, %v", code, err)
	}
}

// TestPreCommit runs the hook as pre-commit would.
func TestPreCommit(t *testing.T) {
	var hooks []struct {
		ID, Name, Description, Entry, Language string
		Args, Types                            []string
		PassFilenames                          bool `yaml:"pass_filenames"`
		RequireSerial                          bool `yaml:"require_serial"`
	}
	parse(t, read(t, ".pre-commit-hooks.yaml"), &hooks)
	h := hooks[0]
	if len(hooks) != 1 || h.Language != "golang" || h.PassFilenames {
		t.Errorf("hooks %+v", hooks)
	}
	out, code := shell(t, leaky(t), h.Entry+" "+strings.Join(h.Args, " "))
	if code != 3 || !strings.Contains(out, leak) {
		t.Errorf("exit code %d\n%s", code, out)
	}
}

// block is the code block of docs/ci.md that has a text in it.
func block(t *testing.T, lang, with string) []byte {
	t.Helper()
	for _, m := range regexp.MustCompile("(?ms)^```"+lang+"\n(.*?)^```$").FindAllSubmatch(read(t, "docs/ci.md"), -1) {
		if strings.Contains(string(m[1]), with) {
			return m[1]
		}
	}
	t.Fatalf("docs/ci.md has no %s with %q", lang, with)
	return nil
}

// TestGitLab runs the script of the job that docs/ci.md shows, except what
// installs piivet.
func TestGitLab(t *testing.T) {
	var jobs map[string]struct {
		Image     string
		Variables map[string]string
		Script    []string
		Artifacts struct {
			When    string
			Reports map[string]string
		}
	}
	parse(t, block(t, "yaml", "codequality"), &jobs)
	job := jobs["piivet"]
	if len(job.Script) != 2 || !strings.HasPrefix(job.Script[0], "go install ") {
		t.Fatalf("script %q", job.Script)
	}
	dir := leaky(t)
	out, code := shell(t, dir, job.Script[1])
	if code != 3 || !strings.Contains(out, leak) {
		t.Errorf("exit code %d\n%s", code, out)
	}
	report, err := os.ReadFile(filepath.Join(dir, job.Artifacts.Reports["codequality"]))
	if err != nil || !json.Valid(report) {
		t.Errorf("%v in %s", err, report)
	}
}

// TestGitHubWorkflow wants the workflow of docs/ci.md to use inputs that the
// action has.
func TestGitHubWorkflow(t *testing.T) {
	var a action
	parse(t, read(t, "action.yml"), &a)
	var flow struct {
		Jobs map[string]struct {
			Steps []struct {
				Uses string
				With map[string]string
			}
		}
	}
	if err := yaml.Unmarshal(block(t, "yaml", "upload-sarif"), &flow); err != nil {
		t.Fatal(err)
	}
	used := false
	for _, s := range flow.Jobs["piivet"].Steps {
		if strings.HasPrefix(s.Uses, "piivet/piivet@") {
			used = true
			for name := range s.With {
				if _, ok := a.Inputs[name]; !ok {
					t.Errorf("there is no input %s", name)
				}
			}
		}
	}
	if !used {
		t.Error("the workflow does not use the action")
	}
}

// TestEditor runs go vet with the flags of the editor settings in docs/ci.md.
func TestEditor(t *testing.T) {
	var settings struct {
		Flags []string          `json:"go.vetFlags"`
		Env   map[string]string `json:"go.toolsEnvVars"`
	}
	if err := json.Unmarshal(block(t, "json", "go.vetFlags"), &settings); err != nil {
		t.Fatal(err)
	}
	dir := leaky(t)
	policy := filepath.Join(dir, ".piivet.toml")
	if err := os.WriteFile(policy, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	flags := strings.ReplaceAll(strings.Join(settings.Flags, " "), "/home/me/go/bin", bin)
	env := "PIIVET_CONFIG=" + strings.ReplaceAll(settings.Env["PIIVET_CONFIG"], "${workspaceFolder}", dir)
	out, code := shell(t, dir, "go vet "+flags+" ./...", env)
	if code != 1 || !strings.Contains(out, leak) {
		t.Errorf("exit code %d\n%s", code, out)
	}
}
