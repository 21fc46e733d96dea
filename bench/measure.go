package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

// tree is a module to vet.
type tree struct {
	dir      string
	tmp      string // for copies of the base cache
	patterns []string
	base     string // cache with all compiled packages, and nothing vetted
	env      []string
}

// cost is what one run took.
type cost struct {
	cpu  time.Duration // user and system time of all processes
	wall time.Duration
}

// warmRuns is how often a warm run is repeated in a round: it is short, so a
// single one says little.
const warmRuns = 3

// measure runs a contender on a fresh copy of the base cache and then again.
func (t *tree) measure(c *contender) error {
	return t.withCache(func(cache string) error {
		cold, err := t.vet(c, cache, nil)
		if err != nil {
			return err
		}
		c.cold = append(c.cold, cold)
		for range warmRuns {
			warm, err := t.vet(c, cache, nil)
			if err != nil {
				return err
			}
			c.warm = append(c.warm, warm)
		}
		return nil
	})
}

// memory runs a contender with its units started through this program, which
// takes down what each took.
func (t *tree) memory(c *contender) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	behind := c.tool
	if behind == "" {
		if behind, err = vetTool(t.dir); err != nil {
			return err
		}
	}
	log := filepath.Join(t.tmp, "units")
	defer os.Remove(log)
	wrapped := &contender{name: c.name, tool: self}
	env := []string{envBehind + "=" + behind, envLog + "=" + log}
	err = t.withCache(func(cache string) error {
		_, err := t.vet(wrapped, cache, env)
		return err
	})
	if err != nil {
		return err
	}
	c.units, err = readUnits(log)
	return err
}

// vet runs go vet once. Findings are asked for as JSON because then they do
// not count as a failure, neither here nor for the go command's cache.
func (t *tree) vet(c *contender, cache string, env []string) (cost, error) {
	args := []string{"vet", "-json"}
	if c.tool != "" {
		args = append(args, "-vettool="+c.tool)
	}
	cmd := exec.Command("go", append(args, t.patterns...)...)
	cmd.Dir, cmd.Env = t.dir, slices.Concat(os.Environ(), []string{"GOCACHE=" + cache}, t.env, env)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return cost{}, fmt.Errorf("%v: %w\n%s", cmd.Args, err, stderr.Bytes())
	}
	wall := time.Since(start)
	return cost{cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), wall: wall}, nil
}

// withCache calls f with a copy of the base cache.
func (t *tree) withCache(f func(cache string) error) error {
	cache, err := os.MkdirTemp(t.tmp, "cache")
	if err != nil {
		return err
	}
	defer os.RemoveAll(cache)
	if err := clone(t.base, cache); err != nil {
		return err
	}
	return f(cache)
}

// clone copies a cache: by hard links where it can, because the go command names
// entries by their content or by what they answer, and never writes other
// content to one.
func clone(from, to string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(to, rel), 0o777)
		}
		if os.Link(path, filepath.Join(to, rel)) == nil {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rel), data, 0o666)
	})
}
