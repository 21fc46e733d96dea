// Package protodesc reads what options the fields of protocol buffer messages
// have out of generated Go code.
//
// Generators write the descriptor of each .proto file into the Go file that they
// make of it: as bytes in a variable, as a string, as a constant, or compressed.
// It has the options of every field, those of a project's own too. This package
// takes the descriptor from the syntax, decodes it, and finds the Go struct field
// of each field that has options. Getters and setters need nothing of that: they
// are Go code like any other.
package protodesc
