// Package api has what reads files.
package api

// Files reads files.
type Files interface{ Read(name string) string }
