package taint

import (
	"go/types"
	"strings"
)

// pathOf is the import path in a qualified name: path.F, (path.T).M, (*path.T).M.
func pathOf(name string) string {
	name = strings.TrimLeft(name, "(*")
	if i := strings.IndexAny(name, ")["); i >= 0 {
		name = name[:i]
	}
	slash := strings.LastIndexByte(name, '/')
	if dot := strings.IndexByte(name[slash+1:], '.'); dot >= 0 {
		return name[:slash+1+dot]
	}
	return name
}

// typeByName finds a type by its key: a named type or a pointer to one.
func (e *engine) typeByName(key string) types.Type {
	name := strings.TrimPrefix(key, "*")
	if strings.ContainsAny(name, "[]{} $") {
		return nil
	}
	path := pathOf(name)
	p := e.facts.pkg(path)
	if p == nil || len(name) <= len(path) {
		return nil
	}
	obj, ok := p.Scope().Lookup(name[len(path)+1:]).(*types.TypeName)
	if !ok {
		return nil
	}
	t := obj.Type()
	if strings.HasPrefix(key, "*") {
		t = types.NewPointer(t)
	}
	e.u.Register(key, t)
	return t
}

// objectByName finds a declared function or method by its qualified name.
func (e *engine) objectByName(name string) *types.Func {
	if recv, method, ok := strings.Cut(strings.TrimPrefix(name, "("), ")."); ok && strings.HasPrefix(name, "(") {
		t := e.dynTypeByName(recv)
		if t == nil {
			return nil
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, e.facts.pkg(pathOf(recv)), method)
		m, _ := obj.(*types.Func)
		return m
	}
	path := pathOf(name)
	p := e.facts.pkg(path)
	if p == nil || len(name) <= len(path) {
		return nil
	}
	obj, _ := p.Scope().Lookup(name[len(path)+1:]).(*types.Func)
	return obj
}

func (e *engine) dynTypeByName(key string) types.Type {
	if t := e.u.TypeOf(key); t != nil {
		return t
	}
	return e.typeByName(key)
}
