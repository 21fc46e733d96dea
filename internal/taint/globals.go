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
	sum   *summary.Summary
	node  *value.Node
	print string
}

func (e *engine) globalOf(name string) *global {
	g := e.globals[name]
	if g == nil {
		g = &global{writers: map[*function]*globalWrite{}, readers: map[*function]bool{}}
		e.globals[name] = g
	}
	return g
}

// storeGlobals takes over what a function leaves in package variables. Data of
// its parameters are left out: they are its callers' affair.
func (e *engine) storeGlobals(s *function, sum *summary.Summary) {
	for _, c := range sum.Contents {
		if c.Obj.Global == "" {
			continue
		}
		g := e.globalOf(c.Obj.Global)
		node := e.u.Map(c.Node, e.concrete)
		w := &globalWrite{sum: sum, node: node, print: fingerprint(&summary.Summary{Results: []*value.Node{node}, Contents: sum.Contents})}
		if old := g.writers[s]; old != nil && old.print == w.print || old == nil && node == nil {
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
		out = f.u.Join(out, f.foreign("global "+name+itoa(s.index), w.node, w.sum.Contents))
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
