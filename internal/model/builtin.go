package model

import (
	"bytes"
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed tables/*.toml
var files embed.FS

// Builtin returns the tables that come with the program. A file is parsed when
// one of its packages is first asked for: a process that analyses one package
// needs few of them.
func Builtin() *Table { return builtin() }

var builtin = sync.OnceValue(func() *Table {
	return &Table{lazy: &library{index: index(), parsed: map[string]*Table{}}}
})

// library finds packages in the embedded files.
type library struct {
	index  map[string]string // import path, exact and without versions -> file
	mu     sync.Mutex
	parsed map[string]*Table // by file
}

// lookup returns the package, parsing its file if that has not happened yet.
func (l *library) lookup(pkgPath string) *Package {
	file, ok := l.index[pkgPath]
	if !ok {
		file, ok = l.index[unversioned(pkgPath)]
	}
	if !ok {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	t := l.parsed[file]
	if t == nil {
		t = mustParse(file)
		l.parsed[file] = t
	}
	return t.own(pkgPath)
}

// mustParse panics on mistakes, which the tests of this package rule out.
func mustParse(file string) *Table {
	data, err := files.ReadFile(file)
	if err != nil {
		panic(fmt.Sprintf("embedded table: %v", err))
	}
	t, err := Parse(file, data)
	if err != nil {
		panic(fmt.Sprintf("embedded table: %v", err))
	}
	return t
}

// index reads the path lines of all embedded files, without parsing them.
func index() map[string]string {
	idx := map[string]string{}
	entries, err := files.ReadDir("tables")
	if err != nil {
		panic(fmt.Sprintf("embedded tables: %v", err))
	}
	for _, e := range entries {
		name := "tables/" + e.Name()
		data, err := files.ReadFile(name)
		if err != nil {
			panic(fmt.Sprintf("embedded tables: %v", err))
		}
		for _, path := range scanPaths(data) {
			idx[path] = name
			if key := unversioned(path); idx[key] == "" {
				idx[key] = name
			}
		}
	}
	return idx
}

// scanPaths returns the strings of all lists that a line with path = starts.
func scanPaths(data []byte) []string {
	var paths []string
	for at := 0; ; {
		i := indexPathLine(data[at:])
		if i < 0 {
			return paths
		}
		at += i
		list, _, _ := bytes.Cut(data[at:], []byte("]"))
		for j, part := range strings.Split(string(list), `"`) {
			if j%2 == 1 {
				paths = append(paths, part)
			}
		}
		at += len(list)
	}
}

// indexPathLine returns the offset behind "path" of the next line that starts
// with that key, or -1.
func indexPathLine(data []byte) int {
	const key = "path"
	if bytes.HasPrefix(data, []byte(key)) {
		return len(key)
	}
	if i := bytes.Index(data, []byte("\n"+key)); i >= 0 {
		return i + 1 + len(key)
	}
	return -1
}
