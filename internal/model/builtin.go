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

// Builtin returns the tables that come with the program. What a file says of a package
// is parsed when that is first asked for: a process that analyses one package needs
// little of them.
func Builtin() *Table { return builtin() }

var builtin = sync.OnceValue(func() *Table {
	return &Table{lazy: newLibrary()}
})

// library finds packages in the embedded files. A process starts for each package of
// the standard library, and asks for no other: its files have an index of their own.
type library struct {
	std, others func() map[string]string // import path, exact and without versions -> file
	mu          sync.Mutex
	split       map[string][]section // by file
	parsed      map[string]*Table    // by text
	packages    map[string]*Package  // those that were asked for
	routes      map[string]bool      // of packages that were asked for: [Table.Routing]
}

// section is a part of a file: what it says of some packages.
type section struct {
	text  string
	paths []string
}

func newLibrary() *library {
	return &library{
		std:    sync.OnceValue(func() map[string]string { return index(stdFiles) }),
		others: sync.OnceValue(func() map[string]string { return index(libFiles) }),
		split:  map[string][]section{},
		parsed: map[string]*Table{}, packages: map[string]*Package{}, routes: map[string]bool{},
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

// lookup returns the package, parsing what is said of it if that has not happened yet.
func (l *library) lookup(pkgPath string) *Package {
	l.mu.Lock()
	defer l.mu.Unlock()
	p, ok := l.packages[pkgPath]
	if ok {
		return p
	}
	if file := l.file(pkgPath); file != "" {
		path, text := l.about(file, pkgPath)
		p = l.table(file, text).exact[path]
	}
	l.packages[pkgPath] = p
	return p
}

// about is what a file says of a package, and under which path: that of another major
// version where it has no other.
func (l *library) about(file, pkgPath string) (path, text string) {
	sections := l.sections(file)
	path = pkgPath
	if !slices.ContainsFunc(sections, func(s section) bool { return slices.Contains(s.paths, path) }) {
		path = alike(sections, pkgPath)
	}
	var b strings.Builder
	for _, s := range sections {
		if slices.Contains(s.paths, path) {
			b.WriteString(s.text)
			continue
		}
		for range strings.Count(s.text, "\n") { // entries know their lines
			b.WriteByte('\n')
		}
	}
	return path, b.String()
}

// alike is the first path that is pkgPath but for major versions, or empty.
func alike(sections []section, pkgPath string) string {
	key := unversioned(pkgPath)
	for _, s := range sections {
		for _, path := range s.paths {
			if unversioned(path) == key {
				return path
			}
		}
	}
	return ""
}

// sections takes a file apart. What stands before the first [[model]] is one, too.
func (l *library) sections(file string) []section {
	if out, ok := l.split[file]; ok {
		return out
	}
	data, err := files.ReadFile(file)
	if err != nil {
		panic(fmt.Sprintf("embedded table: %v", err))
	}
	var out []section
	for text, rest := "", string(data); rest != ""; {
		text, rest = cutSection(rest)
		out = append(out, section{text, scanPaths([]byte(text))})
	}
	l.split[file] = out
	return out
}

// cutSection cuts a text before the next line that begins a section.
func cutSection(text string) (before, rest string) {
	if i := strings.Index(text, "\n[[model]]"); i >= 0 {
		return text[:i+1], text[i+1:]
	}
	return text, ""
}

// table parses a part of a file if that has not happened yet.
func (l *library) table(file, text string) *Table {
	t := l.parsed[text]
	if t == nil {
		t = mustParse(file, text)
		l.parsed[text] = t
	}
	return t
}

// routing is [Table.Routing]. Each argument of a call asks, so the answer is kept.
func (l *library) routing(pkgPath string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	routes, ok := l.routes[pkgPath]
	if !ok {
		routes = l.hasRoutes(pkgPath)
		l.routes[pkgPath] = routes
	}
	return routes
}

// hasRoutes reads that. What has none of the words of routes is not parsed: an import is
// asked for that before anything of it is met.
func (l *library) hasRoutes(pkgPath string) bool {
	file := l.file(pkgPath)
	if file == "" {
		return false
	}
	path, text := l.about(file, pkgPath)
	if l.parsed[text] == nil && !mayRoute([]byte(text)) {
		return false
	}
	p := l.table(file, text).exact[path]
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
func mustParse(file, text string) *Table {
	t, err := Parse(file, []byte(text))
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
