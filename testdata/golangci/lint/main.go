// Lint is golangci-lint with piivet in it, as "golangci-lint custom" builds it.
package main

import (
	"fmt"
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/piivet/piivet/plugin"
)

func main() {
	if err := commands.Execute(commands.BuildInfo{Version: "test"}); err != nil {
		fmt.Fprintln(os.Stderr, "failed executing command:", err)
		os.Exit(exitcodes.Failure)
	}
}
