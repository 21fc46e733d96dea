package e2e

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestStats: each package of the run says what it took, with the command and
// under go vet, analysed now or answered from the go command's cache.
func TestStats(t *testing.T) {
	dir := program(t)
	line := regexp.MustCompile(`(?m)^# debug\.stats program: \d+ functions, \d+ runs, \d+ steps, \d+ bytes of facts; bounds reached: \S`)
	for _, run := range []string{"analysed", "from the cache"} {
		cmd := exec.Command(tool, "-debug.stats", ".")
		cmd.Dir = dir
		var errs strings.Builder
		cmd.Stderr = &errs
		out, _ := cmd.Output() // there are findings
		if !line.MatchString(errs.String()) {
			t.Errorf("%s: no statistics on standard error:\n%s", run, errs.String())
		}
		if strings.Contains(string(out), "debug.stats") || !strings.Contains(string(out), "log.Println") {
			t.Errorf("%s: standard output has\n%s", run, out)
		}
	}
	cmd := exec.Command("go", "vet", "-vettool="+tool, "-debug.stats", ".")
	cmd.Dir = dir
	if out, _ := cmd.CombinedOutput(); !line.Match(out) {
		t.Errorf("go vet: no statistics:\n%s", out)
	}
}
