package routetest

import (
	"flag"
	"path/filepath"
	"testing"
)

var (
	services = flag.Int("services", 60, "how many services are generated")
	seed     = flag.Uint64("seed", 1, "what they are generated from")
	first    = flag.Uint64("first", 0, "the number of the first service")
	show     = flag.Int("show", 2, "how many disagreements are printed")
)

// TestServices requests generated services and compares what they tell
// strangers with what is found.
func TestServices(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs services")
	}
	lab, err := NewLab(t.TempDir(), filepath.Join("..", "..", "testdata", "handlers"))
	if err != nil {
		t.Fatal(err)
	}
	var list []*Service
	for n := range *services {
		list = append(list, Generate(*seed, *first+uint64(n)))
	}
	verdicts, err := lab.Judge(list)
	if err != nil {
		t.Fatal(err)
	}
	stats := Count(verdicts)
	t.Log(stats)
	for _, v := range verdicts {
		for _, name := range v.Misses {
			t.Logf("miss %s: %q", name, v.Service.describe(name))
		}
		for _, name := range v.False {
			t.Logf("false alarm %s: %q", name, v.Service.describe(name))
		}
	}
	for _, v := range verdicts {
		if len(v.Misses)+len(v.False) > 0 && *show > 0 {
			t.Log(v)
			*show--
		}
	}
	if stats.Misses > 0 || stats.False*50 > stats.Findings {
		t.Error(stats)
	}
	if stats.Broken*20 > stats.Services || stats.Leaking < *services {
		t.Errorf("the services do not show much: %v", stats)
	}
}

// TestCorpus requests the services that are written by hand.
func TestCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs services")
	}
	lab, err := NewLab(t.TempDir(), filepath.Join("..", "..", "testdata", "handlers"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := lab.JudgeCorpus()
	if err != nil {
		t.Fatal(err)
	}
	t.Log(c)
	for _, f := range c.False {
		t.Errorf("nobody is told without credentials: %v", f)
	}
	for _, look := range c.Misses {
		t.Errorf("strangers are told, and nothing is found: %v", look.Lines)
	}
	for _, f := range c.Silent {
		t.Logf("not requested: %v", f)
	}
}
