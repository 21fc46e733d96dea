package command

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"
)

// terminal runs the command at a terminal of its own and returns the picture:
// all that it wrote there.
func terminal(t *testing.T, dir string, env []string, args ...string) string {
	t.Helper()
	cmd := exec.Command(filepath.Join(bin, "piivet"), args...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "PIIVET_CONFIG=", "TERM=xterm", "NO_COLOR="), env...)
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 120})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, err := io.ReadAll(f)
	// The end of a terminal reads as an error on Linux.
	if err != nil && !errors.Is(err, syscall.EIO) {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	return strings.ReplaceAll(string(out), "\r\n", "\n")
}

// TestTerminal looks at the colours, and at what is the same without them.
func TestTerminal(t *testing.T) {
	dir := leaky(t)
	want := "\x1b[1ma.go:9:28\x1b[22m: email from C.Email reaches log.Print without redaction (piilog)\n" +
		"    \x1b[2m 7 │\x1b[22m }\n" +
		"    \x1b[2m 8 │\x1b[22m \n" +
		"    \x1b[2m 9 │\x1b[22m func show(c C) { log.Print(c.Email) }\n" +
		"    \x1b[2m   │\x1b[22m                            \x1b[31;1m^^^^^^^\x1b[0;22m\n" +
		"    \x1b[2ma.go:9:30\x1b[22m   read from C.Email\n" +
		"    \x1b[2ma.go:9:27\x1b[22m   logged by log.Print\n" +
		"    \x1b[32mhelp:\x1b[0m redact it first, or allow it with //pii:allow log REASON\n" +
		"\n1 finding in 1 package: piilog 1\nby class: email 1\n"
	colored := terminal(t, dir, nil, ".")
	if colored != want {
		t.Errorf("got\n%q\nwant\n%q", colored, want)
	}
	plain := terminal(t, dir, []string{"NO_COLOR=1"}, ".")
	if strings.Contains(plain, "\x1b") || !strings.HasPrefix(plain, leak) {
		t.Errorf("with NO_COLOR: %q", plain)
	}
	if dumb := terminal(t, dir, []string{"TERM=dumb"}, "."); dumb != plain {
		t.Errorf("at a dumb terminal: %q", dumb)
	}
	if piped, _ := shell(t, dir, "piivet ."); piped != plain {
		t.Errorf("not at a terminal: %q", piped)
	}
}

// TestProgress wants a line that tells how far a long run is, and that it is
// gone at the end.
func TestProgress(t *testing.T) {
	dir, slow := leaky(t), t.TempDir()
	real, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	script := "#!/bin/sh\nif [ \"$1\" = vet ]; then sleep 3; fi\nexec '" + real + "' \"$@\"\n"
	if err := os.WriteFile(filepath.Join(slow, "go"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	path := "PATH=" + slow + string(filepath.ListSeparator) + os.Getenv("PATH")
	out := terminal(t, dir, []string{path}, ".")
	line := strings.Index(out, "piivet: 2s, packages with findings: 0, findings: 0")
	found := strings.Index(out, leak[:len("a.go:9:28")])
	if line < 0 || found < line || !strings.Contains(out[line:found], "\r\x1b[K\x1b[1m") {
		t.Errorf("no progress: %q", out)
	}
	if out := terminal(t, dir, []string{path}, "-q", "."); strings.Contains(out, "piivet:") {
		t.Errorf("progress in spite of -q: %q", out)
	}
}
