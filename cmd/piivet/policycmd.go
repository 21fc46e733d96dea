package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/piivet/piivet/internal/nearest"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/policy/scaffold"
)

const policyUsage = `Usage:

	piivet policy [-C dir]              print the policy in force, and where each value comes from
	piivet policy init [-C dir]         write a policy file with comments

What is printed is a policy file itself: the defaults, what the file says, and the presets written out.

Flags:

`

// policyCommand is piivet policy.
func policyCommand(args []string) (int, error) {
	o := &options{}
	set := flagSet("piivet policy", policyUsage)
	set.StringVar(&o.dir, "C", ".", "run in this `dir`ectory")
	init := len(args) > 0 && args[0] == "init"
	if init {
		args = args[1:]
	}
	if err := set.Parse(args); err != nil {
		return 0, usageOf(err, "piivet policy -h")
	}
	switch left := set.Args(); {
	case len(left) == 0:
	case left[0] == "init": // behind the flags
		init, left = true, left[1:]
		fallthrough
	default:
		if len(left) > 0 {
			return 0, usagef("unexpected argument %q%s; type: piivet policy -h", left[0], nearest.Hint(nearest.Of(left[0], []string{"init"})))
		}
	}
	if err := o.enter(); err != nil {
		return 0, err
	}
	if init {
		return exitClean, initPolicy(o)
	}
	return exitClean, printPolicy(o)
}

// printPolicy prints the policy in force for the directory.
func printPolicy(o *options) error {
	path, err := checkPolicy(o.dir)
	if err != nil {
		return err
	}
	if path == "" {
		return scaffold.Print(os.Stdout, policy.Default(), "")
	}
	p, err := policy.Load(path)
	if err != nil {
		return usageError{err}
	}
	return scaffold.Print(os.Stdout, p, shownFrom(o.base, path))
}

// shownFrom is a file's name as it is shortest from a directory.
func shownFrom(dir, path string) string {
	if rel, err := filepath.Rel(dir, path); err == nil && len(rel) < len(path) {
		return filepath.ToSlash(rel)
	}
	return path
}

// initPolicy writes a policy file into the directory.
func initPolicy(o *options) error {
	path, err := scaffold.Draft{}.Create(o.base)
	shown := shownFrom(o.base, path)
	switch {
	case errors.Is(err, fs.ErrExist):
		return usagef("there is a %s already; 'piivet policy' prints what it says", shown)
	case err != nil:
		return err
	}
	// A policy further up would no longer be read.
	if above, err := policy.Find(filepath.Dir(o.base)); err == nil && above != "" && repository(o.base) == repository(filepath.Dir(o.base)) {
		fmt.Fprintf(os.Stderr, "piivet: %s takes the place of %s here\n", shown, shownFrom(o.base, above))
	}
	_, err = fmt.Println("wrote " + strings.TrimPrefix(shown, "./"))
	return err
}
