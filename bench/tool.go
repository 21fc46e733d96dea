package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// What go vet's children find in their environment when they are to run
// another tool.
const (
	envBehind = "PIIVET_BENCH_TOOL" // the tool
	envLog    = "PIIVET_BENCH_LOG"  // where to note what it took
	envFill   = "PIIVET_BENCH_FILL" // set while the base cache is filled
)

// asTool does what go vet wants of a tool, if this process was started by go
// vet, and says whether it was.
func asTool() bool {
	args := os.Args[1:]
	if len(args) == 0 {
		return false
	}
	last := args[len(args)-1]
	if last != "-V=full" && last != "-flags" && !strings.HasSuffix(last, ".cfg") {
		return false
	}
	if tool := os.Getenv(envBehind); tool != "" {
		os.Exit(runBehind(tool, args, os.Getenv(envLog)))
	}
	if err := nothing(last); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return true
}

// nothing is a vet tool that finds nothing and knows nothing.
func nothing(arg string) error {
	switch arg {
	case "-V=full":
		// What follows buildID is the tool's identity in the go command's
		// cache: what it did there while filling it must not count later.
		fmt.Println("bench version devel comments-go-here buildID=nothing" + os.Getenv(envFill))
		return nil
	case "-flags":
		fmt.Println(`[{"Name": "json", "Bool": true, "Usage": "no effect"}]`)
		return nil
	}
	c, err := readConfig(arg)
	if err != nil {
		return err
	}
	return os.WriteFile(c.VetxOutput, nil, 0o666)
}

// config is what is wanted here of the description of a unit that the go
// command writes for its vet tool.
type config struct{ ImportPath, VetxOutput string }

func readConfig(file string) (c config, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return c, err
	}
	return c, json.Unmarshal(data, &c)
}

// runBehind runs a tool, notes its peak memory and returns its exit code.
func runBehind(tool string, args []string, log string) int {
	os.Unsetenv(envBehind) // the tool may be this program
	cmd := exec.Command(tool, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := cmd.Run(); cmd.ProcessState == nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if !strings.HasSuffix(args[len(args)-1], ".cfg") {
		return cmd.ProcessState.ExitCode()
	}
	if err := note(log, args[len(args)-1], cmd.ProcessState); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return cmd.ProcessState.ExitCode()
}

// note adds a line about a unit to a log. It is one short write to a file open
// for appending, since units run side by side.
func note(log, cfg string, p *os.ProcessState) error {
	c, err := readConfig(cfg)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(log, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	defer f.Close()
	u := unit{path: c.ImportPath, rss: maxRSS(p), cpu: p.UserTime() + p.SystemTime()}
	_, err = fmt.Fprintf(f, "%d %d %s\n", u.rss, u.cpu, u.path)
	return err
}

// unit is what one process of a vet tool took.
type unit struct {
	path string // of the package
	rss  int64  // bytes, at the peak
	cpu  time.Duration
}

func readUnits(file string) ([]unit, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return parseUnits(f)
}

func parseUnits(r io.Reader) (us []unit, err error) {
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		var u unit
		if _, err := fmt.Sscan(lines.Text(), &u.rss, &u.cpu, &u.path); err != nil {
			return nil, fmt.Errorf("%q: %w", lines.Text(), err)
		}
		us = append(us, u)
	}
	return us, lines.Err()
}
