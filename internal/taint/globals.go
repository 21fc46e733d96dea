package taint

import (
	"slices"

	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// global is what the functions of the package leave in a package variable,
// whichever runs first.
type global struct {
	writers map[*function]*globalWrite
	readers map[*function]bool
	version int
}

type globalWrite struct {
	memory []summary.Content // behind node
	node   *value.Node
	print  string
}

func (e *engine) globalOf(name string) *global {
	g := e.globals[name]
	if g == nil {
		g = &global{writers: map[*function]*globalWrite{}, readers: map[*function]bool{}}
		e.globals[name] = g
	}
	return g
}

// globalKey names memory that belongs to a package variable: the variable, or
// what lies behind a pointer, map, slice or channel in it.
func globalKey(o *value.Obj) string {
	switch {
	case o.Global != "":
		return o.Global
	case o.Sym != nil && o.Sym.Root.Kind == value.Global && o.Drain == "":
		return o.Sym.Root.Name + o.Sym.Path.String() + ".*"
	}
	return ""
}

// storeGlobals takes over what a function leaves in package variables. Data of
// its parameters are left out: they are its callers' affair.
func (e *engine) storeGlobals(s *function, left []summary.Content) {
	contents := ""
	for _, c := range left {
		key := globalKey(c.Obj)
		if key == "" {
			continue
		}
		g := e.globalOf(key)
		node := e.u.Map(c.Node, e.concrete)
		if g.writers[s] == nil && node == nil {
			continue
		}
		if contents == "" {
			contents = fingerprint(&summary.Summary{Contents: fresh(left)})
		}
		w := &globalWrite{memory: fresh(left), node: node, print: fingerprint(&summary.Summary{Results: []*value.Node{node}}) + contents}
		if old := g.writers[s]; old != nil && old.print == w.print {
			continue
		}
		g.writers[s] = w
		g.version++
		for r := range g.readers {
			if r != s {
				e.enqueue(r)
			}
		}
	}
}

// fresh is the memory that a function made itself.
func fresh(cs []summary.Content) []summary.Content {
	var out []summary.Content
	for _, c := range cs {
		if c.Obj.Sym == nil && c.Obj.Global == "" {
			out = append(out, c)
		}
	}
	return out
}

// concrete keeps what is known to be personal data, whoever calls.
func (e *engine) concrete(l *value.Label) *value.Label {
	switch {
	case l.Root.Kind == value.Known:
		return l
	case l.Root.Kind == value.Global || l.Src == nil:
		return nil
	}
	c := *l
	c.Root, c.Path, c.Via = value.Root{}, nil, nil
	return e.u.Label(c)
}

// globalContent is what any function may have left in a package variable, in
// terms of f's memory.
func (e *engine) globalContent(f *frame, name string) *value.Node {
	out := e.facts.global(f, name)
	g := e.globalOf(name)
	if f.self != nil {
		g.readers[f.self] = true
	}
	ws := make([]*function, 0, len(g.writers))
	for s := range g.writers {
		ws = append(ws, s)
	}
	slices.SortFunc(ws, func(a, b *function) int { return a.index - b.index })
	for _, s := range ws {
		w := g.writers[s]
		out = f.u.Join(out, f.foreign("global "+name+itoa(s.index), w.node, w.memory))
	}
	return out
}

// foreign brings a value and the memory behind it into f's memory.
func (f *frame) foreign(key string, n *value.Node, cs []summary.Content) *value.Node {
	if n == nil {
		return nil
	}
	in := &instance{
		f: f, site: &callSite{key: key}, objs: map[*value.Obj]*value.Obj{}, memo: map[int]*value.Node{},
		results: map[int][]*value.Node{}, passed: map[int][]argument{},
	}
	for _, c := range cs {
		if c.Obj.Sym != nil || c.Obj.Global != "" {
			continue
		}
		if o := in.obj(c.Obj); o.Init == nil {
			o.Init = in.node(f.u.Map(c.Node, f.e.concrete), c.Obj.Type)
			o.Many = true
		}
	}
	return in.node(n, nil)
}
