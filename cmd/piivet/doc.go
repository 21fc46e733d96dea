// Piivet reports personal data that a Go program lets out.
//
// Usage:
//
//	piivet [flags] [packages]
//	piivet policy [init]
//	piivet help [analyzer]
//	go vet -vettool=$(which piivet) [packages]
//
// Called with packages (or with nothing, for the one in the current
// directory) it runs the go command's vet on them with itself as the tool.
// Called by go vet it analyses one package.
//
// # Policy
//
// The file .piivet.toml of the directory, or of the nearest one above it, says
// what is wanted. Under go vet the variable PIIVET_CONFIG names it by its
// absolute path.
//
// # Exit codes
//
//	0  nothing was found
//	1  the tool or the go command failed
//	2  the call or the policy file is wrong
//	3  there are findings
package main
