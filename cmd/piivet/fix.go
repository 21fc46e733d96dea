package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/piivet/piivet/internal/finding"
)

// maxFixRounds bounds how often fixes are applied: those that touch each other
// wait for the next round.
const maxFixRounds = 5

// fixAll applies the fixes of all findings. What is left is reported as usual.
func fixAll(o *options) error {
	for range maxFixRounds {
		n := 0
		err := findings(o, func(fs []*finding.Finding) error {
			for _, f := range fs {
				n += len(f.Fixes)
			}
			return nil
		})
		if err != nil || n == 0 {
			return err
		}
		// The go command says so if some could not be applied together.
		if err := govetFix(o); err != nil && !errors.Is(err, errSaid) {
			return err
		}
	}
	return nil
}

// showDiff prints what fixAll would change at first.
func showDiff(o *options) (int, error) {
	n := 0
	err := findings(o, func(fs []*finding.Finding) error {
		n += len(fs)
		return nil
	})
	if err != nil || n == 0 {
		return exitClean, err
	}
	if err := govetFix(o, "-diff"); err != nil && !errors.Is(err, errSaid) {
		return 0, err
	}
	return exitFindings, nil
}

// govetFix has the go command apply fixes, or show them.
func govetFix(o *options, more ...string) error {
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	args := append([]string{"vet", "-fix", "-vettool=" + exe}, more...)
	args = append(args, o.unitFlags()...)
	if o.tags != "" {
		args = append(args, "-tags="+o.tags)
	}
	cmd := exec.Command("go", append(append(args, o.analyzers...), o.packages...)...)
	cmd.Dir, cmd.Env = o.base, environment(o)
	cmd.Stdout = os.Stdout
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		if cmd.ProcessState == nil {
			return err
		}
		if len(more) == 0 || said.Len() > 0 {
			_, _ = said.WriteTo(os.Stderr)
		}
		return errSaid
	}
	return nil
}

// unitFlags are flags of units that do not depend on what is asked for.
func (o *options) unitFlags() []string {
	if masksInBuild(o.base) {
		return []string{"-" + piitagFlag}
	}
	return nil
}

// masksInBuild reports whether the module around a directory requires piivet's
// own, and with it package piitag, so that a fix may import that.
func masksInBuild(dir string) bool {
	for {
		data, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil {
			return bytes.Contains(data, []byte("github.com/piivet/piivet"))
		}
		if filepath.Dir(dir) == dir {
			return false
		}
		dir = filepath.Dir(dir)
	}
}
