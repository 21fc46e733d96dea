package gate

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/finding"
)

// Changes are the lines that differ from a revision, committed or not.
type Changes struct {
	root  string // of the repository, without symbolic links
	files map[string]*changed
	links map[string]string // directories without symbolic links, by path
}

// changed is what is new in a file.
type changed struct {
	all     bool     // not tracked
	lines   [][2]int // first and last line of what was added or replaced
	removed []int    // lines behind which something was removed
}

// ChangesSince asks git what has changed since a revision, in the repository
// around a directory. What counts is the point where the two histories part, so
// that what others did to REV in the meantime is no change.
func ChangesSince(dir, rev string) (*Changes, error) {
	root, err := git(dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	c := &Changes{files: map[string]*changed{}, links: map[string]string{}}
	c.root = c.real(strings.TrimSuffix(root, "\n"))
	commit, err := git(c.root, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil {
		return nil, fmt.Errorf("git knows no revision %q", rev)
	}
	commit = strings.TrimSpace(commit)
	// A shallow clone may have no common ancestor: then the revision itself counts.
	if base, err := git(c.root, "merge-base", commit, "HEAD"); err == nil {
		commit = strings.TrimSpace(base)
	}
	diff, err := git(c.root, "-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff",
		"--find-renames", "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules", commit)
	if err != nil {
		return nil, err
	}
	if err := c.read(diff); err != nil {
		return nil, err
	}
	others, err := git(c.root, "ls-files", "--others", "--exclude-standard", "-z")
	if err != nil {
		return nil, err
	}
	for name := range strings.SplitSeq(others, "\x00") {
		c.files[name] = &changed{all: true}
	}
	return c, nil
}

func git(dir string, args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return "", fmt.Errorf("git %s: %s", args[0], bytes.TrimSpace(exit.Stderr))
	}
	return string(out), err
}

// read reads a diff without context.
func (c *Changes) read(diff string) error {
	var at *changed
	for line := range strings.Lines(diff) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "diff --git "):
			at = nil
		case at == nil && strings.HasPrefix(line, "+++ "):
			at = &changed{}
			if name, ok := strings.CutPrefix(unquote(strings.TrimSuffix(line[4:], "\t")), "b/"); ok {
				c.files[name] = at
			}
		case at != nil && strings.HasPrefix(line, "@@ "):
			if err := at.hunk(line); err != nil {
				return err
			}
		}
	}
	return nil
}

// unquote reads a name that git wrote with quotes, as it does for control
// characters and the like.
func unquote(name string) string {
	if s, err := strconv.Unquote(name); err == nil {
		return s
	}
	return name
}

// hunk reads the head of a hunk: @@ -3,2 +4,5 @@.
func (f *changed) hunk(head string) error {
	fields := strings.Fields(head)
	if len(fields) < 3 || !strings.HasPrefix(fields[2], "+") {
		return fmt.Errorf("git diff: no hunk: %q", head)
	}
	start, count, counted := strings.Cut(fields[2][1:], ",")
	line, err := strconv.Atoi(start)
	n := 1
	if err == nil && counted {
		n, err = strconv.Atoi(count)
	}
	if err != nil {
		return fmt.Errorf("git diff: no hunk: %q", head)
	}
	if n == 0 {
		f.removed = append(f.removed, line)
	} else {
		f.lines = append(f.lines, [2]int{line, line + n - 1})
	}
	return nil
}

// Touch reports whether a change has to do with a finding: it lies on the
// finding, on a step of the data or on the tag that declares them personal. A
// removed line counts where it stood above the finding in the same function: it
// may have been what made the data clean.
func (c *Changes) Touch(f *finding.Finding) bool {
	if at := c.at(f.Span.Start.Path); at != nil {
		end := max(f.Span.Start.Line, f.Span.EndLine)
		if at.overlaps(f.Span.Start.Line, end) || f.FuncLine > 0 && at.removedIn(f.FuncLine, end) {
			return true
		}
	}
	for _, fl := range f.Flows {
		if c.touches(fl.Tag) {
			return true
		}
		for _, s := range fl.Steps {
			if c.touches(s.At) {
				return true
			}
		}
	}
	return false
}

// TouchFile reports whether a file has changed at all.
func (c *Changes) TouchFile(path string) bool { return c.at(path) != nil }

func (c *Changes) touches(l finding.Location) bool {
	if l.Lost || !l.Known() {
		return false
	}
	at := c.at(l.Path)
	return at != nil && at.overlaps(l.Line, l.Line)
}

func (c *Changes) at(path string) *changed {
	rel, err := filepath.Rel(c.root, filepath.Join(c.real(filepath.Dir(path)), filepath.Base(path)))
	if err != nil {
		return nil
	}
	return c.files[filepath.ToSlash(rel)]
}

// real is a directory without symbolic links, as git names it.
func (c *Changes) real(dir string) string {
	if r, ok := c.links[dir]; ok {
		return r
	}
	r, err := filepath.EvalSymlinks(dir)
	if err != nil {
		r = dir
	}
	c.links[dir] = r
	return r
}

func (f *changed) overlaps(first, last int) bool {
	for _, l := range f.lines {
		if l[0] <= last && first <= l[1] {
			return true
		}
	}
	return f.all
}

func (f *changed) removedIn(first, last int) bool {
	for _, l := range f.removed {
		if first <= l && l < last {
			return true
		}
	}
	return false
}
