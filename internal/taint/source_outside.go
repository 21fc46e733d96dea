package taint

import (
	"go/types"
	"slices"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// What a tagged field holds is personal data, whatever name it came under: a
// column of a file, an answer of another service, an argument. Only what is known
// to be something else takes that away, such as a constant or a masked text. So
// data from outside has a label, and becomes personal where it is stored in such
// a field.

// unknown is opaque for what was filled from outside: text is that, if its type
// says nothing.
func (f *frame) unknown(t types.Type) *value.Node {
	if n := f.opaque(t); n != nil || t == nil || f.e.downloaded() || !holdsData(t, 0) {
		return n
	}
	return value.Of(f.u.OutsideLabel())
}

// downloaded reports whether the package belongs to a module with a version. What
// such a package reads for itself is not followed: of what it is for, the tables
// say what it reads for others.
func (e *engine) downloaded() bool {
	return downloaded(e.pass.Module)
}

// made is the label of the text that a value has of which only the type is known,
// or nil. What has methods may be anything: a handler, say.
func (f *frame) made(t types.Type) *value.Label {
	if t == nil || f.e.downloaded() || !holdsData(t, 0) || shape.HasFields(t) {
		return nil
	}
	return f.u.OutsideLabel()
}

// fitting are the labels of data that a result of type t can have: nothing else is
// from outside.
func fitting(ls []*value.Label, t types.Type) []*value.Label {
	if !slices.ContainsFunc(ls, (*value.Label).Outside) || t != nil && holdsData(t, 0) && !shape.HasFields(t) {
		return ls
	}
	return value.MapLabels(ls, func(l *value.Label) *value.Label {
		if l.Outside() {
			return nil
		}
		return l
	})
}

// maxHeld bounds how deep inside of a type data are looked for.
const maxHeld = 3

// holdsData reports whether a value of type t can hold text or numbers from
// outside.
func holdsData(t types.Type, depth int) bool {
	if depth > maxHeld {
		return false
	}
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsString|types.IsNumeric) != 0
	case *types.Interface:
		return u.NumMethods() == 0
	case *types.Map:
		return holdsData(u.Elem(), depth+1)
	case *types.Struct:
		return u.NumFields() > 0
	case *types.Chan:
		return false
	case interface{ Elem() types.Type }:
		return holdsData(u.Elem(), depth+1)
	}
	return false
}

// claimed is a value on its way to memory. What goes into a tagged field, or into
// what such a field holds, is what the tag says, if it came from outside. What is
// known to be personal keeps its own name.
func (f *frame) claimed(r value.Ref, v *value.Node) *value.Node {
	if v == nil || len(r.Path) == 0 || r.Obj.Type == nil || namesSource(v) {
		return v
	}
	if src := f.claimedBy(r); src != nil && f.mayClaim(v, 0) {
		return f.claim(v, src, 0)
	}
	return v
}

// claimedBy is the first tagged field on the way to a piece of memory.
func (f *frame) claimedBy(r value.Ref) *value.Source {
	t := r.Obj.Type
	for _, s := range r.Path {
		if t == nil {
			return nil
		}
		if s.Kind == access.Field {
			if src, unsaid := f.e.fieldSource(t, s.N); src != nil || !unsaid {
				return src
			}
		}
		t = value.StepType(t, s)
	}
	return nil
}

// maxClaim bounds how many pointers behind a field its tag reaches.
const maxClaim = 2

// mayClaim reports whether there is anything in a value that may be from outside.
func (f *frame) mayClaim(v *value.Node, depth int) bool {
	if v == nil {
		return false
	}
	for _, l := range v.Labels {
		if l.Src == nil && l.Given == nil && (l.Outside() || fromCallers(l) || f.e.fromElsewhere(l)) {
			return true
		}
	}
	for _, k := range v.Kids {
		if k.Sel.Kind != access.Slot && f.mayClaim(k.Node, depth) {
			return true
		}
	}
	for _, r := range v.Refs {
		if depth < maxClaim && r.Obj.Global == "" && f.mayClaim(f.u.GetPath(f.content(r.Obj), r.Path), depth+1) {
			return true
		}
	}
	return false
}

// owned reports whether memory is that of this function, or of a call in it.
func owned(o *value.Obj) bool { return o.Sym == nil && o.Global == "" && o.Drain == "" }

// claim says of all data from outside in a value, and behind it, that it is src.
func (f *frame) claim(v *value.Node, src *value.Source, depth int) *value.Node {
	out := f.u.Map(v, func(l *value.Label) *value.Label { return f.claimLabel(l, src) })
	for _, r := range refsIn(v) {
		if depth >= maxClaim || !owned(r.Obj) {
			out = f.u.AddLabels(out, f.claimBehind(r, src))
			continue
		}
		old := f.u.GetPath(f.content(r.Obj), r.Path)
		if f.mayClaim(old, depth+1) {
			f.heap = f.heap.With(r.Obj, f.u.SetPath(f.content(r.Obj), r.Path, f.claim(old, src, depth+1), false))
		}
	}
	return out
}

// claimBehind is what claim says of memory that callers own, such as a part of
// their list. The memory itself stays what it is.
func (f *frame) claimBehind(r value.Ref, src *value.Source) []*value.Label {
	if r.Obj.Sym == nil || r.Obj.Global != "" {
		return nil
	}
	return value.MapLabels(f.flat(f.u.GetPath(f.content(r.Obj), r.Path)), func(l *value.Label) *value.Label {
		if l = f.claimLabel(l, src); l.Given == nil && l.Src == nil {
			return nil
		}
		return l
	})
}

// refsIn lists the refs of a value and of its parts.
func refsIn(n *value.Node) []value.Ref {
	if n == nil {
		return nil
	}
	out := n.Refs
	for _, k := range n.Kids {
		if k.Sel.Kind != access.Slot {
			out = append(out[:len(out):len(out)], refsIn(k.Node)...)
		}
	}
	return out
}

func (f *frame) claimLabel(l *value.Label, src *value.Source) *value.Label {
	switch {
	case l.Src != nil || l.Given != nil || l.Reported:
	case l.Outside() || f.e.fromElsewhere(l):
		c := *l
		c.Via, c.Root, c.Path, c.Trunc = nil, value.Root{Kind: value.Mark}, nil, false
		return f.u.Sourced(&c, src)
	case fromCallers(l) && !f.looked(l):
		return f.u.IfOutside(l, src)
	}
	return l
}

// fromElsewhere reports whether a label stands for data that was made out of
// sight: a value of which only the type is known, or a variable that the table
// says is set by whoever starts the program.
func (e *engine) fromElsewhere(l *value.Label) bool {
	switch l.Root.Kind {
	case value.Opaque:
		return true
	case value.Global:
		path, name := shape.SplitName(l.Root.Name)
		g := e.models.Global(path, name)
		return g != nil && g.Outside
	}
	return false
}

// looked reports whether a label stands for an untagged field of a type that has
// tags: whoever set them has looked at the field, and found nothing personal.
func (f *frame) looked(l *value.Label) bool {
	t := f.rootType(l.Root)
	for i, s := range l.Path {
		if t == nil {
			return false
		}
		if s.Kind == access.Field && i == len(l.Path)-1 {
			return f.e.hasTags(t)
		}
		t = value.StepType(t, s)
	}
	return false
}

func (f *frame) rootType(r value.Root) types.Type {
	switch {
	case r.Kind == value.Param && r.N < len(f.top.Params):
		return f.top.Params[r.N].Type()
	case r.Kind == value.FreeVar && r.N < len(f.top.FreeVars):
		return f.top.FreeVars[r.N].Type()
	}
	return nil
}

// hasTags reports whether a struct type has a tagged field of its own.
func (e *engine) hasTags(t types.Type) bool {
	st, ok := types.Unalias(t).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range st.NumFields() {
		if src, unsaid := e.fieldSource(t, i); src != nil || !unsaid {
			return true
		}
	}
	return false
}

// given is what a label of the callee that may be from outside turns out to be
// here.
func (in *instance) given(n *value.Node, l *value.Label) *value.Node {
	if l.Given == nil || namesSource(n) || !in.f.mayClaim(n, 0) {
		return n
	}
	return in.f.claim(n, l.Given, 0)
}

// anybodys is a label that reaches a sink in a function that anybody may call: an
// argument that went into a tagged field is what the tag says.
func (f *frame) anybodys(l *value.Label) *value.Label {
	if l.Given == nil || l.Src != nil || l.Root.Kind != value.Param || f.e.closed(f.top) {
		return l
	}
	return f.u.Sourced(l, l.Given)
}
