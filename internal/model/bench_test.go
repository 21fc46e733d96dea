package model

import "testing"

// A process starts for each analysed package, so the first look-ups count.
func BenchmarkIndex(b *testing.B) {
	for b.Loop() {
		index(stdFiles)
		index(libFiles)
	}
}

// What a package that uses the common libraries makes the reader parse.
func BenchmarkFirstLookups(b *testing.B) {
	for b.Loop() {
		l := newLibrary()
		for _, path := range []string{"fmt", "strings", "errors", "os", "context", "log/slog", "time", "sync", "net/http", "encoding/json"} {
			if l.lookup(path) == nil {
				b.Fatal(path)
			}
		}
	}
}
