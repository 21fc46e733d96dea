package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/internal/policy"
)

// Exit codes.
const (
	exitClean    = 0
	exitFailed   = 1
	exitUsage    = 2
	exitFindings = 3
)

// options are the command's flags.
type options struct {
	dir      string
	json     bool
	tags     string
	packages []string
}

// runCommand runs go vet with this program as its tool and prints what it
// found. It returns the exit code.
func runCommand(args []string) int {
	o, err := parseFlags(args)
	if errors.Is(err, flag.ErrHelp) {
		return exitClean
	}
	if err != nil {
		return exitUsage
	}
	config, err := checkPolicy(o.dir)
	if err != nil {
		fmt.Fprintln(os.Stderr, "piivet:", err)
		return exitUsage
	}
	code, err := vet(o, config)
	if err != nil {
		fmt.Fprintln(os.Stderr, "piivet:", err)
		return exitFailed
	}
	return code
}

func parseFlags(args []string) (options, error) {
	var o options
	fs := flag.NewFlagSet("piivet", flag.ContinueOnError)
	fs.StringVar(&o.dir, "C", ".", "run in this `dir`ectory")
	fs.BoolVar(&o.json, "json", false, "print the findings as JSON, as go vet -json does")
	fs.StringVar(&o.tags, "tags", "", "build `tags`, separated by commas")
	fs.Usage = func() {
		fmt.Fprint(fs.Output(), "piivet reports personal data that reaches logs and errors.\n\nusage: piivet [flags] [packages]\n\n")
		fs.PrintDefaults()
		fmt.Fprint(fs.Output(), "\nunder go vet: go vet -vettool=$(which piivet) ./...\nexit codes: 0 clean, 1 failed, 2 usage or policy, 3 findings\n")
	}
	if err := fs.Parse(args); err != nil {
		return o, err
	}
	if o.packages = fs.Args(); len(o.packages) == 0 {
		o.packages = []string{"."}
	}
	return o, nil
}

// checkPolicy finds and reads the policy before anything is analysed. It
// returns the file's absolute path, or nothing.
func checkPolicy(dir string) (string, error) {
	path := os.Getenv(configVar)
	if path == "" {
		found, err := findPolicy(dir)
		if err != nil {
			return "", err
		}
		path = found
	}
	p := policy.Default()
	if path != "" {
		var err error
		if p, err = policy.Load(path); err != nil {
			return "", err
		}
		if path, err = filepath.Abs(path); err != nil {
			return "", err
		}
	}
	_, err := analyzers.All(p)
	return path, err
}

// vet executes the go command and prints the findings as they come.
func vet(o options, config string) (int, error) {
	exe, err := os.Executable()
	if err != nil {
		return exitFailed, err
	}
	args := []string{"vet", "-json", "-vettool=" + exe}
	if o.tags != "" {
		args = append(args, "-tags="+o.tags)
	}
	cmd := exec.Command("go", append(args, o.packages...)...)
	cmd.Dir = o.dir
	cmd.Env = append(os.Environ(), configVar+"="+config)
	cmd.Stderr = os.Stderr
	if config == "" {
		cmd.Env = os.Environ()
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return exitFailed, err
	}
	if err := cmd.Start(); err != nil {
		return exitFailed, err
	}
	base, err := filepath.Abs(o.dir)
	if err != nil {
		return exitFailed, err
	}
	pr := &printer{out: os.Stdout, base: base, raw: o.json}
	readErr := pr.read(out)
	_, _ = io.Copy(io.Discard, out)
	if err := cmd.Wait(); err != nil {
		// What went wrong stands on stderr, in the go command's own words.
		return exitFailed, nil
	}
	if readErr != nil {
		return exitFailed, readErr
	}
	if pr.findings > 0 {
		return exitFindings, nil
	}
	return exitClean, nil
}
