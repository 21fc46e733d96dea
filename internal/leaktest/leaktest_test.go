package leaktest

import (
	"flag"
	"path/filepath"
	"testing"
)

var (
	programs = flag.Int("programs", 1500, "how many programs are generated")
	seed     = flag.Uint64("seed", 1, "what they are generated from")
)

// TestPrograms runs generated programs and compares what comes out of them
// with what is found.
func TestPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs programs")
	}
	lab, err := NewLab(t.TempDir(), filepath.Join("..", "..", "testdata", "leakprograms"))
	if err != nil {
		t.Fatal(err)
	}
	run := Run{Lab: lab, Options: Options{Libs: true}, Seed: *seed, Programs: *programs, Batch: 500, Show: 10, Log: t.Logf}
	stats, shrunk, err := run.Do()
	if err != nil {
		t.Fatal(err)
	}
	if stats.Misses > 0 || stats.Doubles > 0 || stats.False*100 > stats.Findings {
		for _, v := range shrunk {
			t.Log(v)
		}
		t.Error(stats)
	}
	if stats.Leaks < *programs || stats.Broken*20 > stats.Programs {
		t.Errorf("the programs do not show much: %v", stats)
	}
}
