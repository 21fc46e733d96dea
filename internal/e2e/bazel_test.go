package e2e

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestBazel builds the set-up for Bazel in examples/bazel. Units have to run in
// sandboxes with what they declare, an edit has to reach no further than what it
// changes, and whoever asks a remote cache has to get everything from there.
func TestBazel(t *testing.T) {
	if testing.Short() {
		t.Skip("runs a build system")
	}
	debian(t, "bazel", "bazel-bootstrap")
	debian(t, "nginx", "nginx-light")
	w := newWorkspace(t, startCache(t))

	spawns := w.build("//...")
	var units []string
	for _, s := range spawns {
		if s.Runner != "linux-sandbox" && s.Runner != "processwrapper-sandbox" {
			t.Errorf("%s ran in %q, not in a sandbox", s.name(), s.Runner)
		}
		if s.Mnemonic == "Piivet" {
			units = append(units, s.output())
		}
	}
	equal(t, "units", units, []string{"cmd/desk/desk.facts", "notify/notify.facts", "person/person.facts"})
	equal(t, "what the unit of notify sees", inputs(spawns, "notify/notify.facts"), []string{
		".piivet.toml", "notify/notify.cfg", "notify/notify.go", "person/person.facts", "person/person.x", "piivet",
	})
	compare(t, "piivet", w.piivet(), "bazel", w.report())

	w.edit("person/person.go", `"Hello"`, `"Good day"`)
	equal(t, "run for an edit that does not concern importers", names(w.build("//...")),
		[]string{"GoCompile person/person.x", "Piivet person/person.facts"})

	w.edit("person/person.go", `"Dear"`, `"Dear" + p.Email`)
	equal(t, "run for an edit that lets more data out", names(w.build("//...")), []string{
		"GoCompile person/person.x", "Piivet cmd/desk/desk.facts", "Piivet notify/notify.facts", "Piivet person/person.facts",
	})
	if got := strings.Join(w.report(), "\n"); !strings.Contains(got, "name from Person.Name and email from Person.Email reach slog.Debug") {
		t.Errorf("the edit is not in the report:\n%s", got)
	}

	w.bazel("clean")
	for _, s := range w.build("//...") {
		if !s.RemoteCacheHit {
			t.Errorf("after clean: %s ran again", s.name())
		}
	}
	other := newWorkspace(t, w.cache)
	for _, s := range other.build("//...") {
		if !s.RemoteCacheHit {
			t.Errorf("on another machine: %s ran again", s.name())
		}
	}
	compare(t, "piivet", other.piivet(), "cached", other.report())
}

// debian wants a program of a Debian package. Where tests run for a change, it is
// installed; a developer's machine is left alone.
func debian(t *testing.T, program, pkg string) {
	t.Helper()
	// Servers are not on everybody's PATH.
	t.Setenv("PATH", os.Getenv("PATH")+string(os.PathListSeparator)+"/usr/sbin")
	if _, err := exec.LookPath(program); err == nil {
		return
	}
	if os.Getenv("CI") == "" {
		t.Skipf("there is no %s here; type: apt-get install %s", program, pkg)
	}
	for _, args := range [][]string{{"update"}, {"install", "-y", "--no-install-recommends", pkg}} {
		cmd := exec.Command("apt-get", args...)
		cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("apt-get %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
}

// workspace is a copy of examples/bazel on a machine of its own: nothing is
// shared with other copies but the cache.
type workspace struct {
	t                *testing.T
	dir, root, cache string
}

func newWorkspace(t *testing.T, cache string) *workspace {
	t.Helper()
	sources(t)
	w := &workspace{t: t, dir: filepath.Join(t.TempDir(), "desk"), root: t.TempDir(), cache: cache}
	from := inside(t, "examples/bazel")
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(from, path)
		if err != nil || d.IsDir() || strings.HasPrefix(rel, "bazel-") {
			return err
		}
		to := filepath.Join(w.dir, rel)
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			return err
		}
		place(t, path, to)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.remove)
	return w
}

// remove ends the server, and makes what it wrote removable.
func (w *workspace) remove() {
	cmd := exec.Command("bazel", "--nohome_rc", "--output_user_root="+w.root, "shutdown")
	cmd.Dir = w.dir // the test's context has ended, so run is of no use
	if out, err := cmd.CombinedOutput(); err != nil {
		w.t.Errorf("bazel shutdown: %v\n%s", err, out)
	}
	_ = filepath.WalkDir(w.root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			err = os.Chmod(path, 0o777)
		}
		return err
	})
}

// bazel runs a command of Bazel, without the settings of this machine.
func (w *workspace) bazel(args ...string) {
	w.t.Helper()
	args = append([]string{"--nohome_rc", "--output_user_root=" + w.root}, args...)
	stdout, stderr, code := run(w.t, w.dir, []string{"PIIVET=" + tool}, "bazel", args...)
	if code != 0 {
		w.t.Fatalf("bazel %s: exit code %d\n%s%s", strings.Join(args, " "), code, stdout, stderr)
	}
}

// spawn is an action that ran, or was found in the cache, as Bazel logs it.
type spawn struct {
	Mnemonic, Runner string
	RemoteCacheHit   bool
	ListedOutputs    []string
	Inputs           []struct{ Path string }
}

// build builds targets and tells what had to be done.
func (w *workspace) build(targets ...string) []spawn {
	w.t.Helper()
	log := filepath.Join(w.t.TempDir(), "spawns.json")
	w.bazel(append([]string{"build", "--remote_cache=" + w.cache, "--execution_log_json_file=" + log}, targets...)...)
	f, err := os.Open(log)
	if err != nil {
		w.t.Fatal(err)
	}
	defer f.Close()
	var out []spawn
	for dec := json.NewDecoder(f); ; {
		var s spawn
		if err := dec.Decode(&s); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			w.t.Fatal(err)
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b spawn) int { return strings.Compare(a.name(), b.name()) })
	return out
}

func (s spawn) output() string {
	_, rest, _ := strings.Cut(s.ListedOutputs[0], "/bin/")
	return rest
}

func (s spawn) name() string { return s.Mnemonic + " " + s.output() }

func names(spawns []spawn) []string {
	var out []string
	for _, s := range spawns {
		out = append(out, s.name())
	}
	return out
}

// inputs are what an action was given, but for the standard library.
func inputs(spawns []spawn, output string) []string {
	var out []string
	for _, s := range spawns {
		if s.output() != output {
			continue
		}
		for _, in := range s.Inputs {
			path := in.Path
			if _, rest, ok := strings.Cut(path, "/bin/"); ok {
				path = rest
			}
			if !strings.HasPrefix(path, "build/std/") {
				out = append(out, strings.TrimPrefix(path, "external/piivet/"))
			}
		}
	}
	slices.Sort(out)
	return out
}

func (w *workspace) edit(file, old, new string) {
	w.t.Helper()
	path := filepath.Join(w.dir, file)
	data, err := os.ReadFile(path)
	if err != nil {
		w.t.Fatal(err)
	}
	text := strings.Replace(string(data), old, new, 1)
	if text == string(data) {
		w.t.Fatalf("%s has no %s", file, old)
	}
	write(w.t, filepath.Dir(path), filepath.Base(path), text)
}

// report is what the units found, one line each.
func (w *workspace) report() []string {
	w.t.Helper()
	var files []string
	for _, f := range []string{"person/person", "notify/notify", "cmd/desk/desk"} {
		files = append(files, filepath.Join("bazel-bin", f+".findings.json"))
	}
	return w.lines(append([]string{"report", "-q"}, files...)...)
}

// piivet is what the command finds in the same copy.
func (w *workspace) piivet() []string { return w.lines("-q", "./...") }

func (w *workspace) lines(args ...string) []string {
	w.t.Helper()
	stdout, stderr, code := run(w.t, w.dir, nil, tool, args...)
	if code != 3 {
		w.t.Fatalf("piivet %v: exit code %d\n%s", args, code, stderr)
	}
	return strings.Split(strings.TrimSpace(stdout), "\n")
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n%s\nwant:\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
