package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/policy"
)

func main() {
	if asTool() {
		return
	}
	dir := flag.String("dir", ".", "module to vet")
	n := flag.Int("n", 3, "rounds")
	tool := flag.String("tool", "", "piivet to measure; without it the one of this tree is built")
	base := flag.String("cache", "", "keep compiled packages in this directory, for further runs")
	most := flag.Int("units", 0, "list this `number` of units that took most")
	flag.Parse()
	patterns := flag.Args()
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	if err := bench(os.Stdout, *n, *most, *tool, &tree{dir: *dir, base: *base, patterns: patterns}); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// bench measures all contenders on a tree and prints the table.
func bench(w io.Writer, rounds, most int, tool string, tree *tree) error {
	tmp, err := os.MkdirTemp("", "piivet-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	if tool, err = ready(tmp, tool); err != nil {
		return err
	}
	if tree.tmp = tmp; tree.base == "" {
		tree.base = filepath.Join(tmp, "base")
	} else if tree.base, err = filepath.Abs(tree.base); err != nil {
		return err
	}
	if tree.env, err = policyOf(tree.dir); err != nil {
		return err
	}
	cs, err := contenders(tool)
	if err != nil {
		return err
	}
	if _, err := tree.vet(cs[len(cs)-1], tree.base, []string{envFill + "=1"}); err != nil {
		return fmt.Errorf("filling the cache: %w", err)
	}
	for round := range rounds {
		for _, c := range turned(cs, round) {
			if err := tree.measure(c); err != nil {
				return fmt.Errorf("%s: %w", c.name, err)
			}
			fmt.Fprintf(os.Stderr, "round %d of %d: %s\n", round+1, rounds, c.name)
		}
	}
	for _, c := range cs {
		if err := tree.memory(c); err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
	}
	report(w, cs)
	for _, c := range cs[:2] {
		list(w, c, most)
	}
	return nil
}

// policyOf is what go vet's tool has to find in its environment where the tree has
// a policy: it does not search for one, and refuses to run without.
func policyOf(dir string) ([]string, error) {
	const name = "PIIVET_CONFIG"
	if os.Getenv(name) != "" {
		return nil, nil
	}
	file, err := policy.Find(dir)
	if file == "" || err != nil {
		return nil, err
	}
	return []string{name + "=" + file}, nil
}

// ready returns the absolute path of the tool, and builds it if none is given.
func ready(tmp, tool string) (string, error) {
	if tool != "" {
		return filepath.Abs(tool)
	}
	tool = filepath.Join(tmp, "piivet")
	out, err := exec.Command("go", "build", "-o", tool, "github.com/piivet/piivet/cmd/piivet").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("building piivet: %w\n%s", err, out)
	}
	return tool, nil
}

// contender is a vet tool with what was measured of it.
type contender struct {
	name       string
	tool       string // empty: go vet's own
	cold, warm []cost
	units      []unit
}

// contenders are plain go vet, piivet, and at the end the tool that does
// nothing.
func contenders(tool string) ([]*contender, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return []*contender{{name: "go vet"}, {name: "piivet", tool: tool}, {name: "(nothing)", tool: self}}, nil
}

// turned returns the contenders, backwards in every second round, so that a
// machine that gets slower or faster treats them alike.
func turned(cs []*contender, round int) []*contender {
	cs = slices.Clone(cs)
	if round%2 == 1 {
		slices.Reverse(cs)
	}
	return cs
}

// vetTool is what go vet without -vettool runs.
func vetTool(dir string) (string, error) {
	cmd := exec.Command("go", "tool", "-n", "vet")
	cmd.Dir = dir
	out, err := cmd.Output()
	return strings.TrimSpace(string(out)), err
}
