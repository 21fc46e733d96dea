package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
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
	data, err := os.ReadFile(arg)
	if err != nil {
		return err
	}
	var cfg struct{ VetxOutput string }
	if err := json.Unmarshal(data, &cfg); err != nil {
		return err
	}
	return os.WriteFile(cfg.VetxOutput, nil, 0o666)
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
	// One short write to a file open for appending: units run side by side.
	f, err := os.OpenFile(log, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err == nil {
		_, err = fmt.Fprintf(f, "%d\n", maxRSS(cmd.ProcessState))
		f.Close()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return cmd.ProcessState.ExitCode()
}

// usage is what the unit processes of a run took.
type usage struct {
	units int
	peak  int64 // bytes, of the largest
}

func readUsage(file string) (usage, error) {
	f, err := os.Open(file)
	if err != nil {
		return usage{}, err
	}
	defer f.Close()
	return parseUsage(f)
}

func parseUsage(r io.Reader) (u usage, err error) {
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		var rss int64
		if _, err := fmt.Sscan(lines.Text(), &rss); err != nil {
			return u, fmt.Errorf("%q: %w", lines.Text(), err)
		}
		u.units++
		u.peak = max(u.peak, rss)
	}
	return u, lines.Err()
}
