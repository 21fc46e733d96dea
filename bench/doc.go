// Command bench compares what piivet costs with what plain go vet costs, on
// one tree and in one run.
//
//	go run ./bench -dir DIR [-n 3] [-units 0] [-tool PIIVET] [-cache CACHE] [packages]
//
// It prints medians and, what counts, ratios to plain go vet. Numbers of
// different runs or machines do not compare, ratios of one run do.
//
// # What is measured
//
// Cold: all compiled packages are there, and no unit has been vetted. For this
// a base cache is filled once by go vet with a tool that does nothing, so that
// the go command compiles everything that vetting these packages takes, test
// variants included. Every cold run starts with a copy of the base cache. CPU
// time is user and system time of the go command and of all processes below
// it. The tool that does nothing is measured as well: its row is the floor, what
// the go command takes to load the packages and to start one process a unit.
//
// Warm: the same again, with nothing changed, in the cache that the cold run
// left.
//
// Peak memory: the largest resident set of a single unit process. The kernel's
// maximum over the tree would often be that of the go command itself. And what
// the go command starts directly is charged with the go command's own size,
// because until exec it runs in its memory. So in a run of their own,
// whose times don't count, units are started through this program, which
// is small and takes down what each of them took.
//
// A policy file in DIR or above it holds, as for the command, unless PIIVET_CONFIG names
// another one.
//
// The order of the tools turns round from one round to the next.
package main
