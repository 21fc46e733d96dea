package model

import (
	"maps"
	"strings"
)

// Table holds the models of some packages. It is not changed after it was read,
// so it may be used from several goroutines.
type Table struct {
	exact map[string]*Package // by import path as written in the file
	loose map[string]*Package // by import path without major versions
	next  *Table              // asked for packages that this one lacks
	lazy  *library            // asked instead of the maps
}

func newTable() *Table {
	return &Table{exact: map[string]*Package{}, loose: map[string]*Package{}}
}

// add enters a package. A second block for the same package adds to the first.
func (t *Table) add(path string, def Default) {
	p := t.exact[path]
	if p == nil {
		p = &Package{Path: path, Funcs: map[string]*Func{}, Globals: map[string]*Global{}, Types: map[string]*Type{}}
		t.exact[path] = p
	}
	p.Default = max(p.Default, def)
	if key := unversioned(path); t.loose[key] == nil {
		t.loose[key] = p
	}
}

func (p *Package) addFunc(f *Func) bool {
	if p.Funcs[f.Name] != nil {
		return false
	}
	p.Funcs[f.Name] = f
	p.routing = p.routing || f.Sink == SinkResponse || f.Routing != nil || len(f.Proves) > 0 && f.Held == nil
	p.routers = p.routers || f.Routing != nil && len(f.Routing.Routes)+len(f.Routing.Uses) > 0
	return true
}

func (p *Package) addGlobal(g *Global) { p.Globals[g.Name] = g }

func (p *Package) addType(t *Type) {
	p.Types[t.Name] = t
	p.routing = p.routing || t.Writes == SinkResponse || len(t.Proves) > 0
}

// own returns the package from this table without asking the next one.
func (t *Table) own(pkgPath string) *Package {
	if t.lazy != nil {
		return t.lazy.lookup(pkgPath)
	}
	if p := t.exact[pkgPath]; p != nil {
		return p
	}
	return t.loose[unversioned(pkgPath)]
}

// Describes reports whether [Table.Package] knows a package, without parsing what
// it says of it.
func (t *Table) Describes(pkgPath string) bool {
	for ; t != nil; t = t.next {
		if t.lazy != nil {
			if t.lazy.file(pkgPath) != "" {
				return true
			}
		} else if t.own(pkgPath) != nil {
			return true
		}
	}
	return false
}

// Package returns what is known of a package, nil if it is not described. Where
// tables are merged it is the first that describes the package, and its Funcs
// are those of that table alone; use Func to find an entry.
func (t *Table) Package(pkgPath string) *Package {
	for ; t != nil; t = t.next {
		if p := t.own(pkgPath); p != nil {
			return p
		}
	}
	return nil
}

// Func returns the entry of a function ("Func") or method ("Type.Method"), nil
// if there is none.
func (t *Table) Func(pkgPath, name string) *Func {
	for ; t != nil; t = t.next {
		if p := t.own(pkgPath); p != nil && p.Funcs[name] != nil {
			return p.Funcs[name]
		}
	}
	return nil
}

// Global returns the entry of a package-level variable, nil if there is none.
func (t *Table) Global(pkgPath, name string) *Global {
	for ; t != nil; t = t.next {
		if p := t.own(pkgPath); p != nil && p.Globals[name] != nil {
			return p.Globals[name]
		}
	}
	return nil
}

// Merge returns a table that knows what user and base know. An entry in user
// wins over the same function's entry in base.
func Merge(user, base *Table) *Table {
	if user == nil {
		return base
	}
	return &Table{exact: maps.Clone(user.exact), loose: maps.Clone(user.loose), lazy: user.lazy, next: Merge(user.next, base)}
}

// unversioned drops the major version elements of an import path: a/v2/b is a/b.
func unversioned(path string) string {
	if !strings.Contains(path, "/v") {
		return path
	}
	elems := strings.Split(path, "/")
	kept := elems[:0]
	for i, e := range elems {
		if i == 0 || !isMajor(e) {
			kept = append(kept, e)
		}
	}
	return strings.Join(kept, "/")
}

// isMajor reports whether a path element is v2, v3 ... v10 and so on.
func isMajor(e string) bool {
	return len(e) > 1 && e[0] == 'v' && strings.Trim(e[1:], "0123456789") == "" && e[1] != '0' && e != "v1"
}
