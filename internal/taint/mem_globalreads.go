package taint

import (
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// What a function finds in a package variable: what any function of the package left there.

// concrete keeps what is known to be personal data, whoever calls.
func (e *engine) concrete(l *value.Label) *value.Label {
	switch {
	case l.Root.Kind == value.Known, l.Root.Kind == value.Caller, l.Outside():
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
	g := e.globalOf(name)
	if f.self != nil {
		g.readers[f.self] = true
	}
	if c, ok := f.globals[name]; ok && c.version == g.version {
		return c.node
	}
	f.globals[name] = globalRead{g.version, nil} // for variables that lead to themselves
	out := e.facts.global(f, name)
	ws := make([]*function, 0, len(g.writers))
	for s := range g.writers {
		if f.self == nil || f.self.sees(s) {
			ws = append(ws, s)
		}
	}
	slices.SortFunc(ws, func(a, b *function) int { return a.index - b.index })
	read := map[string]bool{}
	for _, s := range ws {
		w := g.writers[s]
		if read[w.print] {
			continue
		}
		read[w.print] = true
		if s == f.self {
			w = w.unrouted()
		}
		out = f.u.Join(out, f.foreign("global "+name+itoa(s.index), name, w.node, w.memory))
	}
	f.globals[name] = globalRead{g.version, out}
	return out
}

// unrouted is what a function left in a variable without what it did to routers:
// that was not there when the function began, and is done anew.
func (w *globalWrite) unrouted() *globalWrite {
	c := &globalWrite{node: withoutRoutes(w.node), print: w.print, given: w.given}
	for _, m := range w.memory {
		c.memory = append(c.memory, summary.Content{Obj: m.Obj, Node: withoutRoutes(m.Node)})
	}
	return c
}

func withoutRoutes(n *value.Node) *value.Node {
	if n == nil {
		return nil
	}
	c := *n
	c.Kids = slices.DeleteFunc(slices.Clone(n.Kids), func(k value.Kid) bool {
		return k.Sel.Kind == access.Slot && strings.HasPrefix(k.Sel.S, slotRouter)
	})
	return value.New(c)
}

// foreign brings what a package variable holds and the memory behind it into f's
// memory.
func (f *frame) foreign(key, name string, n *value.Node, cs []summary.Content) *value.Node {
	if n == nil {
		return nil
	}
	in := &instance{
		f: f, site: &callSite{key: key}, objs: map[*value.Obj]*value.Obj{},
		results: map[int][]*value.Node{}, passed: map[int][]argument{},
	}
	for _, c := range cs {
		if c.Obj.Sym != nil || c.Obj.Global != "" {
			continue
		}
		if o := in.obj(c.Obj); o.Init == nil {
			o.Init = in.held(c, o.Type)
			o.Many = true
			if f.caller != nil {
				f.foreigners[o] = variableName(name)
			}
		}
	}
	return in.node(n, nil)
}
