package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/policy"
)

// TestReadmeOutput compares the output that the README shows with what its
// first command prints.
func TestReadmeOutput(t *testing.T) {
	inside(t, "examples/shop")
	_, shown, ok := strings.Cut(readme(t), "<!-- output")
	shown, _, ok2 := strings.Cut(shown, "<!-- /output -->")
	if !ok || !ok2 {
		t.Fatal("the README has no output")
	}
	stdout, stderr, code := run(t, root(), nil, tool, "-C", "examples/shop", "./...")
	if code != 3 {
		t.Errorf("exit code %d, want 3 because there are findings", code)
	}
	lines := strings.Split(stdout+stderr, "\n")
	for line := range strings.Lines(shown) {
		line, indented := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "    ")
		if indented && !slices.Contains(lines, line) {
			t.Errorf("not printed: %q", line)
		}
	}
	if t.Failed() {
		t.Logf("printed:\n%s%s", stdout, stderr)
	}
}

// TestReadmeCommand wants CI to run what the README says that runs all tests.
func TestReadmeCommand(t *testing.T) {
	command := regexp.MustCompile(`(?m)^    (go test .*)$`).FindStringSubmatch(readme(t))
	if command == nil {
		t.Fatal("the README has no test command")
	}
	script, err := os.ReadFile(filepath.Join(root(), ".ci", "run"))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(strings.Split(string(script), "\n"), command[1]) {
		t.Errorf(".ci/run does not run %q", command[1])
	}
}

// TestReadmePolicy reads the policy file that the README shows.
func TestReadmePolicy(t *testing.T) {
	blocks := regexp.MustCompile("(?ms)^```toml\n(.*?)^```$").FindAllStringSubmatch(readme(t), -1)
	if len(blocks) == 0 {
		t.Fatal("the README has no policy file")
	}
	for _, b := range blocks {
		if _, err := policy.Parse("README.md", []byte(b[1])); err != nil {
			t.Error(err)
		}
	}
}

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root(), "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
