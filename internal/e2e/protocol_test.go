package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// program writes a module with one package that logs an address and a number
// and returns its directory.
func program(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "go.mod", "module program\n\ngo 1.26\n")
	write(t, dir, "program.go", `package program

import (
	"fmt"
	"log"
)

type Customer struct {
	Email string `+"`pii:\"email\"`"+`
	IP    string `+"`pii:\"ip\"`"+`
	Phone string
}

func show(c Customer) error {
	log.Println(c.Email)
	log.Println(c.IP)
	log.Println(c.Phone)
	return fmt.Errorf("ip %s", c.IP)
}
`)
	return dir
}

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestVersion wants the answer to -V=full to be of the form that the go command
// asks for, and to change with the policy: it is the key under which the go
// command keeps findings.
func TestVersion(t *testing.T) {
	dir := t.TempDir()
	version := func(env ...string) string {
		stdout, stderr, code := run(t, dir, env, tool, "-V=full")
		if code != 0 || !regexp.MustCompile(`^\S+ version devel .*buildID=\S+\n$`).MatchString(stdout) {
			t.Errorf("exit code %d, output %q\n%s", code, stdout, stderr)
		}
		return stdout
	}
	none := version()
	strict := "PIIVET_CONFIG=" + write(t, dir, "strict.toml", "[policy]\nlog = \"redact\"\n")
	lax := "PIIVET_CONFIG=" + write(t, dir, "lax.toml", "[policy]\nlog = \"allow\"\n")
	if a, b := version(strict), version(lax); a == b || a == none || b == none {
		t.Errorf("versions without policy, with one, and with another:\n%s%s%s", none, a, b)
	}
	if again := version(lax); version() != none || again != version(lax) {
		t.Error("the version is another one each time")
	}
}

// TestFlags wants the analyzers to be flags in the answer to -flags, which
// tells the go command what it may pass on.
func TestFlags(t *testing.T) {
	stdout, stderr, code := run(t, t.TempDir(), nil, tool, "-flags")
	var flags []struct{ Name string }
	if err := json.Unmarshal([]byte(stdout), &flags); err != nil || code != 0 {
		t.Fatalf("exit code %d, %v\n%s%s", code, err, stdout, stderr)
	}
	has := map[string]bool{}
	for _, f := range flags {
		has[f.Name] = true
	}
	for _, name := range []string{"V", "flags", "json", "piilog", "piierror"} {
		if !has[name] {
			t.Errorf("no flag %s", name)
		}
	}
}

// TestAnalyzerFlag switches one analyzer off.
func TestAnalyzerFlag(t *testing.T) {
	_, stderr, code := run(t, program(t), nil, "go", "vet", "-vettool="+tool, "-piilog=false", "./...")
	if !strings.Contains(stderr, "fmt.Errorf") || strings.Contains(stderr, "log.Println") || code != 1 {
		t.Errorf("exit code %d\n%s", code, stderr)
	}
}

// TestPolicy wants go vet to obey the file that PIIVET_CONFIG names, and its
// cache to obey the file's content.
func TestPolicy(t *testing.T) {
	dir := program(t)
	for _, step := range []struct {
		policy    string
		reported  []string
		forgotten []string
	}{
		{"[policy]\nlog = { low = \"allow\" }\n", []string{"email from Customer.Email", "reaches fmt.Errorf"}, []string{"ip from Customer.IP reaches log"}},
		{"[policy]\nlog = \"allow\"\nerror = \"allow\"\n", nil, []string{"reaches"}},
		{"[[field]]\ntype = \"program.Customer\"\nfield = \"Phone\"\nclass = \"phone\"\n", []string{"phone from Customer.Phone", "email from Customer.Email", "ip from Customer.IP"}, nil},
	} {
		env := "PIIVET_CONFIG=" + write(t, dir, "policy.toml", step.policy)
		_, stderr, _ := run(t, dir, []string{env}, "go", "vet", "-vettool="+tool, "./...")
		for _, s := range step.reported {
			if !strings.Contains(stderr, s) {
				t.Errorf("with\n%s%q is not in\n%s", step.policy, s, stderr)
			}
		}
		for _, s := range step.forgotten {
			if strings.Contains(stderr, s) {
				t.Errorf("with\n%s%q is in\n%s", step.policy, s, stderr)
			}
		}
	}
}

// TestCommand runs the command as a person does: it finds the policy file in
// the directory, and tells findings from failures by its exit code.
func TestCommand(t *testing.T) {
	dir := program(t)
	stdout, stderr, code := run(t, dir, nil, tool, "./...")
	if out := stdout + stderr; code != 3 || !strings.Contains(out, "program.go:15:14: email from Customer.Email reaches log.Println without redaction") {
		t.Errorf("with findings: exit code %d\n%s", code, out)
	}
	write(t, dir, ".piivet.toml", "[policy]\nlog = \"allow\"\nerror = \"allow\"\n")
	stdout, stderr, code = run(t, dir, nil, tool, "./...")
	if code != 0 || stdout+stderr != "" {
		t.Errorf("without findings: exit code %d\n%s%s", code, stdout, stderr)
	}
	write(t, dir, "broken.go", "package program\n\nvar x int = \"x\"\n")
	stdout, stderr, code = run(t, dir, nil, tool, "./...")
	if code != 1 || !strings.Contains(stderr, "broken.go:3:13: cannot use \"x\"") {
		t.Errorf("code that does not compile: exit code %d\n%s%s", code, stdout, stderr)
	}
}

// TestBrokenPolicy wants one clear error before anything is analysed.
func TestBrokenPolicy(t *testing.T) {
	dir := program(t)
	file := write(t, dir, ".piivet.toml", "[policy]\nlog = \"redcat\"\n")
	want := `.piivet.toml:2:8: unknown demand "redcat"`
	stdout, stderr, code := run(t, dir, nil, tool, "./...")
	if code != 2 || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, want) || stdout != "" {
		t.Errorf("piivet: exit code %d, output %q\n%s", code, stdout, stderr)
	}
	_, stderr, code = run(t, dir, []string{"PIIVET_CONFIG=" + file}, "go", "vet", "-vettool="+tool, "./...")
	if code == 0 || !strings.Contains(stderr, want) || strings.Contains(stderr, "reaches") {
		t.Errorf("go vet: exit code %d\n%s", code, stderr)
	}
	_, stderr, code = run(t, dir, []string{"PIIVET_CONFIG=" + file + "x"}, "go", "vet", "-vettool="+tool, "./...")
	if code == 0 || !strings.Contains(stderr, ".piivet.tomlx") {
		t.Errorf("go vet, no such file: exit code %d\n%s", code, stderr)
	}
}

// TestUnnamedPolicy wants go vet not to pass over a policy file that lies there
// and was not named: its processes run elsewhere and would not see it.
func TestUnnamedPolicy(t *testing.T) {
	dir := program(t)
	file := write(t, dir, ".piivet.toml", "[policy]\nlog = \"allow\"\n")
	_, stderr, code := run(t, dir, nil, "go", "vet", "-vettool="+tool, "./...")
	if code == 0 || !strings.Contains(stderr, "PIIVET_CONFIG="+file) {
		t.Errorf("exit code %d\n%s", code, stderr)
	}
}
