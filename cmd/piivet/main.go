package main

import (
	"os"
	"strings"
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
	return last == "-flags" || last == "--flags" || strings.HasSuffix(last, ".cfg") || args[0] == "help"
}
