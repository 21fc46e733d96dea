// Package protos holds generated code of several generators, and code that uses
// it. The command in gen writes the generated code.
package protos
