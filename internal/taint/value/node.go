package value

import (
	"go/types"
	"sort"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
)

// Node is an abstract value. It is never changed once it is built.
type Node struct {
	Labels  []*Label // sorted by number
	Kids    []Kid    // sorted by selector
	Refs    []Ref    // sorted by object and path
	Funcs   []*Fn
	Errored bool // boxed into an error whose data were reported there
	depth   int
}

// Kid is a part of a value.
type Kid struct {
	Sel  access.Sel
	Node *Node
}

// Ref points into an object. Off is the index that element 0 of a slice has in
// its backing object, or Unknown.
type Ref struct {
	Obj  *Obj
	Path access.Path
	Off  int
}

// Unknown is the offset of a slice whose low bound is not constant.
const Unknown = -1

// Obj is a piece of memory: an allocation site, what a symbolic pointer points
// to, or a package variable.
type Obj struct {
	ID     int
	Type   types.Type // of the content
	Key    string     // the type's key, where the object was read from a fact
	Init   *Node      // content before the function wrote to it
	Sym    *Label     // set for the pointee of a symbolic pointer
	Global string     // set for a package variable: import path and name
	Many   bool       // stands for several pieces of memory
	// Copied says that the content was taken over from behind a slice, a map or a
	// channel: labels of the whole content name that, and speak of what is behind.
	Copied bool
	Drain  string    // what is written here goes to that kind of sink, or nowhere ("none")
	Site   ssa.Value // the allocation, if it is one in this function
	From   *Origin   // the calls that it came through; nil where the function made it itself
}

// Origin is a call of this package that an object came through, and the ones
// before it.
type Origin struct {
	Made   string // what the first of them calls, and the object there
	Fn     *ssa.Function
	Call   string // key of the call site
	Before *Origin
}

// Through reports whether an object came through a call.
func (o *Origin) Through(fn *ssa.Function, call string) bool {
	for ; o != nil; o = o.Before {
		if o.Fn == fn && o.Call == call {
			return true
		}
	}
	return false
}

// Fn is a function value.
type Fn struct {
	Func   *ssa.Function // nil where only the name is known
	Name   string        // qualified name, as in summaries
	Bind   []*Node       // captured variables, or the bound receiver
	Bound  bool          // Bind[0] is the receiver of a method value
	Yields []*Node       // an iterator of a library: what it yields
	Judged bool          // what it captured was judged where it was made
	Site   int           // where it was made, to tell two closures of one function apart
}

// MaxDepth bounds the nesting of a value, what interfaces hold not counted;
// deeper parts are folded together.
const MaxDepth = 9

// MaxKids bounds the parts of a value that are told apart.
const MaxKids = 128

// New completes a node: nil if it holds nothing.
func New(n Node) *Node {
	if len(n.Labels)+len(n.Kids)+len(n.Refs)+len(n.Funcs) == 0 {
		return nil
	}
	n.depth = 0
	for _, k := range n.Kids {
		if k.Node == nil {
			continue
		}
		n.depth = max(n.depth, k.Node.depth+k.levels())
	}
	return &n
}

// levels is what a part adds to the nesting of a value. What an interface holds
// adds none: it is never an interface itself.
func (k Kid) levels() int {
	if k.Sel.Kind == access.Dyn {
		return 0
	}
	return 1
}

// Of returns a value with these labels and no parts.
func Of(ls ...*Label) *Node {
	return New(Node{Labels: Union(nil, ls)})
}

// Get returns the part of n at s, as far as n itself knows it: pointers are
// not followed.
func (u *Universe) Get(n *Node, s access.Sel) *Node {
	if n == nil {
		return nil
	}
	out, ok := n.kid(s)
	if !ok {
		out = u.derive(n, s)
	}
	switch s.Kind {
	case access.Elem:
		if u.Entries != nil {
			out = u.entries(n, out)
		}
		for _, k := range n.Kids {
			if k.Sel.Kind == access.Index || k.Sel.Kind == access.Key {
				out = u.Join(out, k.Node)
			}
		}
	case access.Index, access.Key:
		if !ok {
			if e, has := n.kid(access.Sel{Kind: access.Elem}); has {
				out = u.Join(out, e)
			}
		}
	}
	return out
}

func (n *Node) kid(s access.Sel) (*Node, bool) {
	i := sort.Search(len(n.Kids), func(i int) bool { return n.Kids[i].Sel.Compare(s) >= 0 })
	if i < len(n.Kids) && n.Kids[i].Sel == s {
		return n.Kids[i].Node, true
	}
	return nil, false
}

// Kid returns the part at s if n knows it by itself.
func (n *Node) Kid(s access.Sel) (*Node, bool) {
	if n == nil {
		return nil, false
	}
	return n.kid(s)
}

// Has reports whether n knows the part at s by itself.
func (n *Node) Has(s access.Sel) bool {
	if n == nil {
		return false
	}
	_, ok := n.kid(s)
	return ok
}

// derive asks the labels of the whole for the part at s.
func (u *Universe) derive(n *Node, s access.Sel) *Node {
	u.Work++
	if len(n.Labels) == 1 && s.Kind != access.Slot && s.Kind != access.Dyn {
		return u.part(n.Labels[0], s)
	}
	var ls []*Label
	for _, l := range n.Labels {
		// A slot stands beside what is known of the whole.
		if s.Kind == access.Slot && (!l.Symbolic() || l.Src != nil || l.Via != nil) {
			continue
		}
		// The text of an error is not a value of some concrete type.
		if s.Kind == access.Dyn && l.Reported {
			continue
		}
		if p := u.Project(l, s); p != nil {
			ls = append(ls, p)
		}
	}
	return Of(ls...)
}

// Set returns n with the part at s replaced.
func (u *Universe) Set(n *Node, s access.Sel, part *Node) *Node {
	u.Work++
	var c Node
	if n != nil {
		c = *n
	}
	if part != nil && part.depth >= MaxDepth {
		u.reached(BoundDepth)
		part = u.Shallow(part, MaxDepth-1)
	}
	if part == nil && !c.remembers(s) {
		return New(Node{Labels: c.Labels, Kids: without(c.Kids, s), Refs: c.Refs, Funcs: c.Funcs, Errored: c.Errored})
	}
	c.Kids = withKid(c.Kids, s, part)
	if len(c.Kids) > MaxKids && s.Kind != access.Slot {
		u.reached(BoundKids)
		return u.Fold(New(c))
	}
	return New(c)
}

// remembers reports whether a part that holds nothing has to be told from one
// that was never set: labels, or any element, would speak for it.
func (n *Node) remembers(s access.Sel) bool {
	if len(n.Labels) > 0 {
		return true
	}
	_, has := n.kid(access.Sel{Kind: access.Elem})
	return has && s.Kind == access.Key
}

// SetParts returns n with parts replaced that are sorted by selector, as Set
// does one by one.
func (u *Universe) SetParts(n *Node, parts []Kid) *Node {
	u.Work += len(parts)
	var c Node
	if n != nil {
		c = *n
	}
	kids := make([]Kid, 0, len(c.Kids)+len(parts))
	i := 0
	for _, p := range parts {
		for i < len(c.Kids) && c.Kids[i].Sel.Compare(p.Sel) < 0 {
			kids = append(kids, c.Kids[i])
			i++
		}
		if i < len(c.Kids) && c.Kids[i].Sel == p.Sel {
			i++
		}
		if p.Node != nil && p.Node.depth >= MaxDepth {
			u.reached(BoundDepth)
			p.Node = u.Shallow(p.Node, MaxDepth-1)
		}
		if p.Node != nil || c.remembers(p.Sel) {
			kids = append(kids, p)
		}
	}
	c.Kids = append(kids, c.Kids[i:]...)
	if len(c.Kids) > MaxKids {
		u.reached(BoundKids)
		return u.Fold(New(c))
	}
	return New(c)
}

func without(kids []Kid, s access.Sel) []Kid {
	out := make([]Kid, 0, len(kids))
	for _, k := range kids {
		if k.Sel != s {
			out = append(out, k)
		}
	}
	return out
}

func withKid(kids []Kid, s access.Sel, part *Node) []Kid {
	i := sort.Search(len(kids), func(i int) bool { return kids[i].Sel.Compare(s) >= 0 })
	out := make([]Kid, 0, len(kids)+1)
	out = append(out, kids[:i]...)
	out = append(out, Kid{s, part})
	if i < len(kids) && kids[i].Sel == s {
		i++
	}
	return append(out, kids[i:]...)
}
