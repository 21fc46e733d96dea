package main

import (
	"os"
	"os/signal"
	"strings"
	"syscall"
)

func main() {
	args := os.Args[1:]
	switch {
	case len(args) == 1 && args[0] == "-V=full":
		os.Exit(printVersion())
	case calledByVet(args):
		runUnit()
	default:
		os.Exit(runCommand(args))
	}
}

// calledByVet reports whether the go command calls: it asks for the flags, or
// names a unit's configuration.
func calledByVet(args []string) bool {
	if len(args) == 0 {
		return false
	}
	last := args[len(args)-1]
	return last == "-flags" || last == "--flags" || strings.HasSuffix(last, ".cfg")
}

// runCommand does what a person asked for and returns the exit code.
func runCommand(args []string) int {
	// Where nobody reads the output any more, writing fails, but what the go
	// command prints has to be read to its end: see analyse.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	if len(args) > 0 {
		if f := subcommands[args[0]]; f != nil {
			return exit(f(args[1:]))
		}
	}
	return exit(check(args))
}

// subcommands are what can be asked for by name. Packages with these names are
// written ./help and so on.
var subcommands = map[string]func(args []string) (int, error){
	"allows":   allows,
	"baseline": writeBaseline,
	"coverage": coverage,
	"explain":  explain,
	"help":     help,
	"init":     initModule,
	"policy":   policyCommand,
	"report":   reportUnits,
	"tag":      tagFields,
}
