package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test binary stand in for the command when go vet calls it.
func TestMain(m *testing.M) {
	if asTool() {
		return
	}
	os.Exit(m.Run())
}

func TestMedian(t *testing.T) {
	cpu := func(c cost) time.Duration { return c.cpu }
	for _, test := range []struct {
		cpu  []time.Duration
		want time.Duration
	}{{nil, 0}, {[]time.Duration{7}, 7}, {[]time.Duration{9, 1, 4}, 4}, {[]time.Duration{9, 1, 4, 6}, 5}} {
		var cs []cost
		for _, d := range test.cpu {
			cs = append(cs, cost{cpu: d})
		}
		if got := median(cs, cpu); got != test.want {
			t.Errorf("median of %v is %v, want %v", test.cpu, got, test.want)
		}
	}
}

func TestParseUnits(t *testing.T) {
	us, err := parseUnits(strings.NewReader("10 5 a\n300 7 b [b.test]\n20 6 c\n"))
	c := contender{units: us}
	if len(us) != 3 || us[1].path != "b" || us[1].cpu != 7 || c.peak() != 300 || err != nil {
		t.Errorf("got %v, %v", us, err)
	}
	if _, err := parseUnits(strings.NewReader("10 5 a\nx\n")); err == nil {
		t.Error("a line that is no unit was accepted")
	}
}

// TestBench measures a module of one package without imports. The tool that
// does nothing takes the place of piivet: how long either takes is not the
// point here.
func TestBench(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module m\n\ngo 1.26\n", "m.go": "package m\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := bench(&out, 2, 1, self, &tree{dir: dir, patterns: []string{"."}}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`(?m)^ *go vet +[\d.]+ s +[\d.]+ s +[\d.]+ s +[\d.]+ s +\d+ MB +[1-9]\d* *$`,
		`(?m)^ *piivet : go vet( +[\d.]+){5} *$`,
		`(?m)^piivet: units with .*\n +[\d.]+ s +\d+ MB  m$`,
	} {
		if !regexp.MustCompile(want).MatchString(out.String()) {
			t.Errorf("no line matches %s in\n%s", want, out.String())
		}
	}
}

// TestPolicyOf wants the tool to be told of the policy that lies in the tree or above
// it, as the command tells it, unless the caller names another one.
func TestPolicyOf(t *testing.T) {
	t.Setenv("PIIVET_CONFIG", "")
	dir := t.TempDir()
	below := filepath.Join(dir, "a", "b")
	if err := os.MkdirAll(below, 0o777); err != nil {
		t.Fatal(err)
	}
	if env, err := policyOf(below); len(env) != 0 || err != nil {
		t.Errorf("without a policy: %q, %v", env, err)
	}
	file := filepath.Join(dir, ".piivet.toml")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if env, err := policyOf(below); len(env) != 1 || env[0] != "PIIVET_CONFIG="+file || err != nil {
		t.Errorf("below a policy: %q, %v", env, err)
	}
	t.Setenv("PIIVET_CONFIG", filepath.Join(dir, "other.toml"))
	if env, err := policyOf(below); len(env) != 0 || err != nil {
		t.Errorf("beside a policy that is named: %q, %v", env, err)
	}
}
