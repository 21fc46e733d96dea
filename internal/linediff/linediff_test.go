package linediff_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/linediff"
)

func TestUnified(t *testing.T) {
	for _, test := range []struct{ before, after, want string }{
		{"a\nb\n", "a\nb\n", ""},
		{"a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"},
		{"", "a\n", "@@ -0,0 +1 @@\n+a\n"},
		{"a\n", "", "@@ -1 +0,0 @@\n-a\n"},
		{"a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"},
		{"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n", "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n"},
	} {
		want := test.want
		if want != "" {
			want = "--- old\n+++ new\n" + want
		}
		if got := linediff.Unified("old", "new", test.before, test.after); got != want {
			t.Errorf("%q, %q: got\n%swant\n%s", test.before, test.after, got, want)
		}
	}
}

// TestApply has git apply diffs of texts that differ in many ways.
func TestApply(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("no git")
	}
	letters := strings.Split("abcabbacdefabcabcdeffedcbaabcdefghijklmnopqrstuvwxyz", "")
	for n := range 40 {
		before := strings.Join(letters, "\n") + "\n"
		changed := append([]string{}, letters...)
		for i := n % 7; i < len(changed); i += 5 + n%11 {
			switch (i + n) % 3 {
			case 0:
				changed[i] = "changed"
			case 1:
				changed[i] += "\nadded"
			default:
				changed = append(changed[:i], changed[i+1:]...)
			}
		}
		after := strings.Join(changed, "\n") + "\n"
		dir := t.TempDir()
		file := filepath.Join(dir, "f")
		if err := os.WriteFile(file, []byte(before), 0o666); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(git, "apply", "-")
		cmd.Dir, cmd.Stdin = dir, strings.NewReader(linediff.Unified("a/f", "b/f", before, after))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%d: %v\n%s", n, err, out)
		}
		if got, _ := os.ReadFile(file); string(got) != after {
			t.Errorf("%d: got\n%s", n, got)
		}
	}
}
