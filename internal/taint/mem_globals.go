package taint

import (
	"maps"
	"slices"

	"github.com/piivet/piivet/internal/access"
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

// leaves reports whether some function leaves what has this shape.
func (g *global) leaves(shape string) bool {
	for _, w := range g.writers {
		if w.print == shape {
			return true
		}
	}
	return false
}

type globalWrite struct {
	memory []summary.Content // behind node
	node   *value.Node
	print  string
	given  bool // a caller's value may be in the variable
}

// globalRead is what a frame last saw of a variable.
type globalRead struct {
	version int
	node    *value.Node
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
	case o.Sym != nil && o.Sym.Root.Kind == value.Global && o.Drain == "" && leadsOn(o.Sym):
		return o.Sym.Root.Name + o.Sym.Path.String() + ".*"
	}
	return ""
}

// storeGlobals takes over what a function leaves in package variables. Data of
// its parameters are left out: they are its callers' affair. So is all that
// can tell a reader nothing.
func (e *engine) storeGlobals(s *function, left []summary.Content) {
	memory := fresh(left)
	own, foreign := newKeeper(e, memory, false), newKeeper(e, memory, true)
	for _, c := range left {
		key := globalKey(c.Obj)
		if key == "" {
			continue
		}
		g, k := e.globalOf(key), own
		if path := pathOf(key); path != e.pass.Pkg.Path() && !e.models.Describes(path) {
			k = foreign
		}
		node := k.keep(c.Node)
		given := slices.ContainsFunc(labelsOf(c.Node), e.madeElsewhere) || len(refsOf(node)) < len(refsOf(c.Node))
		if g.writers[s] == nil && node == nil && !given {
			continue
		}
		w := &globalWrite{memory: k.reach(node), node: node, given: given}
		w.print = summary.Shape(node, w.memory)
		if given {
			w.print += " given"
		}
		if old := g.writers[s]; old != nil && old.print == w.print {
			continue
		}
		known := g.leaves(w.print)
		if g.writers[s] = w; known {
			continue
		}
		g.version++
		for r := range g.readers {
			if r != s && r.sees(s) {
				e.enqueue(r)
			}
		}
	}
}

// sees reports whether a function reads what another one stored. What tests store, only
// tests read.
func (s *function) sees(writer *function) bool { return !writer.test || s.test }

// publish notes what package variables hold here, where a function is called
// that lets out what is in one. It is that function that judges it.
func (f *frame) publish() {
	if f.early == nil {
		f.early = map[*value.Obj]*value.Node{}
	}
	f.heap.Each(func(o *value.Obj, n *value.Node) {
		if globalKey(o) != "" {
			f.early[o] = f.u.Join(f.early[o], n)
		}
	})
}

// unpublished adds what publish noted to what the function leaves.
func (f *frame) unpublished() {
	objs := slices.Collect(maps.Keys(f.early))
	slices.SortFunc(objs, func(a, b *value.Obj) int { return a.ID - b.ID })
	for _, o := range objs {
		f.heap = f.heap.With(o, f.u.Join(f.content(o), f.early[o]))
	}
}

func refsOf(n *value.Node) []value.Ref {
	if n == nil {
		return nil
	}
	return n.Refs
}

// madeElsewhere reports whether a label is a value that was made out of sight: callers
// know more of it, or nobody here does.
func (e *engine) madeElsewhere(l *value.Label) bool {
	switch {
	case l.Root.Kind == value.Global:
		return pathOf(l.Root.Name) != e.pass.Pkg.Path()
	case l.Root.Kind == value.Opaque:
		return true
	}
	return l.Symbolic()
}

// given reports whether a variable may hold a value that was made out of sight.
func (e *engine) given(name string) bool {
	if g := e.globals[name]; g != nil {
		for _, w := range g.writers {
			if w.given {
				return true
			}
		}
	}
	_, data := e.facts.find(pathOf(name), summary.GivenKey+name)
	return data != nil
}

// unseen reports whether a label stands for a value that may have been made out
// of sight. A package variable is in sight where all that is stored in it is.
func (e *engine) unseen(l *value.Label) bool {
	return l.Root.Kind != value.Global || l.Src != nil || e.given(l.Root.Name)
}

// keeper reduces what is left in variables to what a reader can use: personal
// data, functions, dynamic types, and memory that leads to any of them.
type keeper struct {
	e      *engine
	memory map[*value.Obj]*value.Node
	useful map[*value.Obj]bool
	depth  int
	// foreign is for variables of other packages: there, memory that only leads
	// to dynamic types is of no use.
	foreign bool
	inside  int // nesting of memory
}

func newKeeper(e *engine, memory []summary.Content, foreign bool) *keeper {
	k := &keeper{e: e, memory: map[*value.Obj]*value.Node{}, useful: map[*value.Obj]bool{}, foreign: foreign}
	for _, c := range memory {
		k.memory[c.Obj] = c.Node
	}
	return k
}

func (k *keeper) keep(n *value.Node) *value.Node {
	if n == nil || k.e.u.TooDeep(k.depth) {
		return nil
	}
	k.depth++
	defer func() { k.depth-- }()
	c := value.Node{Labels: value.MapLabels(n.Labels, k.label), Funcs: n.Funcs, Errored: n.Errored}
	for _, r := range n.Refs {
		if k.holds(r.Obj) {
			c.Refs = append(c.Refs, r)
		}
	}
	for _, kid := range n.Kids {
		part := k.keep(kid.Node)
		if part != nil || kid.Sel.Kind == access.Dyn && (!k.foreign || k.inside == 0) {
			c.Kids = append(c.Kids, value.Kid{Sel: kid.Sel, Node: part})
		}
	}
	return value.New(c)
}

// label keeps personal data, what constants say, and writers that drop what is written.
func (k *keeper) label(l *value.Label) *value.Label {
	if constantMark(l) {
		return l
	}
	if l.Root.Kind == value.Global && len(l.Path) == 0 && k.e.drain(l.Root.Name) == drainNone {
		return l
	}
	return k.e.concrete(l)
}

// holds reports whether an object leads to anything of use.
func (k *keeper) holds(o *value.Obj) bool {
	if u, ok := k.useful[o]; ok {
		return u
	}
	k.useful[o] = true // a cycle by itself is of no use, but may have it later
	k.inside++
	n := k.keep(k.memory[o])
	k.inside--
	k.useful[o] = n != nil
	k.memory[o] = n
	return n != nil
}

// reach is the memory behind a value.
func (k *keeper) reach(n *value.Node) []summary.Content {
	var out []summary.Content
	seen := map[*value.Obj]bool{}
	queue := objects(n)
	for len(queue) > 0 {
		o := queue[0]
		queue = queue[1:]
		if seen[o] {
			continue
		}
		if len(out) >= maxGlobalMemory {
			k.e.bounded(boundGlobalMemory)
			break
		}
		seen[o] = true
		out = append(out, summary.Content{Obj: o, Node: k.memory[o]})
		queue = append(queue, objects(k.memory[o])...)
	}
	return out
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
