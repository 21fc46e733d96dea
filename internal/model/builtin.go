package model

import (
	"bytes"
	"embed"
	"fmt"
	"slices"
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
	return &Table{lazy: newLibrary()}
})

// library finds packages in the embedded files. A process starts for each package of
// the standard library, and asks for no other: its files have an index of their own.
type library struct {
	std, others func() map[string]string // import path, exact and without versions -> file
	mu          sync.Mutex
	parsed      map[string]*Table // by file
}

func newLibrary() *library {
	return &library{
		std:    sync.OnceValue(func() map[string]string { return index(stdFiles) }),
		others: sync.OnceValue(func() map[string]string { return index(libFiles) }),
		parsed: map[string]*Table{},
	}
}

// What the names of files begin with, by where their packages come from.
const (
	stdFiles = "std_"
	libFiles = "lib_"
)

// file is the one that describes a package, or empty.
func (l *library) file(pkgPath string) string {
	index := l.std
	if host, _, _ := strings.Cut(pkgPath, "/"); strings.Contains(host, ".") {
		index = l.others
	}
	if file := index()[pkgPath]; file != "" {
		return file
	}
	return index()[unversioned(pkgPath)]
}

// lookup returns the package, parsing its file if that has not happened yet.
func (l *library) lookup(pkgPath string) *Package {
	file := l.file(pkgPath)
	if file == "" {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.table(file).own(pkgPath)
}

// table parses a file if that has not happened yet.
func (l *library) table(file string) *Table {
	t := l.parsed[file]
	if t == nil {
		t = mustParse(file)
		l.parsed[file] = t
	}
	return t
}

// routing is [Table.Routing]. Files that have none of its words are not parsed: an
// import is asked for that before anything of it is met.
func (l *library) routing(pkgPath string) bool {
	file := l.file(pkgPath)
	if file == "" {
		return false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.parsed[file] == nil {
		data, err := files.ReadFile(file)
		if err == nil && !mayRoute(data) {
			return false
		}
	}
	p := l.table(file).own(pkgPath)
	return p != nil && p.routing
}

// mayRoute reports whether a line of a file begins with a key that speaks of
// routes, or a value is the kind of sink that does.
func mayRoute(data []byte) bool {
	if bytes.Contains(data, []byte(`"`+SinkResponse+`"`)) {
		return true
	}
	for line := range bytes.Lines(data) {
		key, _, is := bytes.Cut(line, []byte("="))
		if key = bytes.TrimSpace(key); is && (string(key) == "handlers" || slices.Contains(routingKeys, string(key))) {
			return true
		}
	}
	return false
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

// index reads the path lines of the embedded files whose names begin with a prefix,
// without parsing them.
func index(prefix string) map[string]string {
	idx := map[string]string{}
	entries, err := files.ReadDir("tables")
	if err != nil {
		panic(fmt.Sprintf("embedded tables: %v", err))
	}
	var buf bytes.Buffer // one for all files: each process does this
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), prefix) {
			continue
		}
		name := "tables/" + e.Name()
		buf.Reset()
		if err := readInto(&buf, name); err != nil {
			panic(fmt.Sprintf("embedded tables: %v", err))
		}
		for _, path := range scanPaths(buf.Bytes()) {
			idx[path] = name
			if key := unversioned(path); idx[key] == "" {
				idx[key] = name
			}
		}
	}
	return idx
}

func readInto(buf *bytes.Buffer, name string) error {
	f, err := files.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = buf.ReadFrom(f)
	return err
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
