package value

import (
	"go/types"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
)

// Project says what l says about the part of its value at s. It returns nil
// where the part is declared not personal.
func (u *Universe) Project(l *Label, s access.Sel) *Label {
	if l.Fixed() || l.Via != nil {
		return l
	}
	p := u.projected(l, s).label
	if p == nil || p.Steps == l.Steps {
		return p
	}
	return p.WithSteps(l.Steps)
}

// part is Project as a value.
func (u *Universe) part(l *Label, s access.Sel) *Node {
	if l.Fixed() || l.Via != nil {
		return &Node{Labels: []*Label{l}}
	}
	p := u.projected(l, s)
	if p.label == nil || p.label.Steps == l.Steps {
		return p.node
	}
	return &Node{Labels: []*Label{p.label.WithSteps(l.Steps)}}
}

func (u *Universe) projected(l *Label, s access.Sel) *projected {
	if p := u.keptPart(l, s); p != nil {
		return p
	}
	p := projected{t: l.Type, s: s}
	if p.label = u.project(l, s); p.label != nil {
		p.node = Of(p.label)
	}
	return u.addPart(l, p)
}

// projected is a part of a label, which is kept. Labels of two functions may have
// one number but different types.
type projected struct {
	t     types.Type
	s     access.Sel
	label *Label
	node  *Node // with the label alone
}

// keptPart returns what was kept of a label.
func (u *Universe) keptPart(l *Label, s access.Sel) *projected {
	if l.id >= len(u.parts) {
		return nil
	}
	for _, p := range u.parts[l.id] {
		if p.s == s && p.t == l.Type {
			return p
		}
	}
	return nil
}

func (u *Universe) addPart(l *Label, p projected) *projected {
	if l.id >= len(u.parts) {
		u.parts = append(u.parts, make([][]*projected, max(l.id+1-len(u.parts), len(u.parts)))...)
	}
	u.parts[l.id] = append(u.parts[l.id], &p)
	return &p
}

func (u *Universe) project(l *Label, s access.Sel) *Label {
	n := *l
	if n.Not != "" {
		if s.Kind == access.Dyn && slices.Contains(n.Excluded(), s.S) {
			return nil
		}
		n.Not = ""
	}
	n.Type = u.stepType(l.Type, s)
	if src, ok := u.sourceAt(l.Type, n.Type, s); !ok {
		return nil
	} else if src != nil {
		n.Src = src
	}
	if n.Root.Kind == Global && n.Src == nil {
		if b, ok := types.Unalias(n.Type).(*types.Basic); ok && b.Info()&types.IsString == 0 {
			return nil // what is left in variables is known without it
		}
		if len(l.Path) >= MaxGlobalPath {
			u.reached(BoundGlobalPath)
			n.Trunc = true
			return u.Label(n)
		}
	}
	if (n.Root.Kind == Opaque || n.Root.Kind == Open) && n.Src != nil {
		return u.Sourced(&n, n.Src)
	}
	if n.Root.Kind == Opaque {
		return u.Label(n)
	}
	if last := len(l.Path) - 1; s.Kind == access.Slot && last >= 0 && l.Path[last] == s {
		return l // whoever reads the slot of a caller's value looks into slots of slots
	}
	if path, ok := unrolled(l.Path.Join(s), n.Type); ok {
		n.Path = path
	} else if len(l.Path) >= MaxPath {
		u.reached(BoundPath)
		n.Trunc = true
	} else {
		n.Path = path
	}
	return u.Label(n)
}

// unrolled takes a round out of a path that goes round a recursive type three times,
// so that what is far down in a tree has the path of what is near its top. The
// selectors of the last round are those of the two before, and lead from the type
// at its end, t, back to it.
func unrolled(p access.Path, t types.Type) (access.Path, bool) {
	for n := 1; 3*n <= len(p); n++ {
		rest, last := p[:len(p)-n], p[len(p)-n:]
		if endsTwice(rest, last) && leadsBack(t, last) {
			return rest, true
		}
	}
	return p, false
}

func endsTwice(p, round access.Path) bool {
	n := len(round)
	return slices.Equal(p[len(p)-n:], round) && slices.Equal(p[len(p)-2*n:len(p)-n], round)
}

func leadsBack(t types.Type, round access.Path) bool {
	at := t
	for _, s := range round {
		at = StepType(at, s)
	}
	return at != nil && types.Identical(at, t)
}

// Sourced is a label that has become personal data. Of a root that no caller knows
// more about, only that is left.
func (u *Universe) Sourced(l *Label, src *Source) *Label {
	n := *l
	n.Src = src
	n.Given = nil
	if k := n.Root.Kind; k == Opaque || k == Open || k == Mark {
		n.Root, n.Path = Root{}, nil
	}
	return u.Label(n)
}

func (u *Universe) sourceAt(owner, part types.Type, s access.Sel) (*Source, bool) {
	if s.Kind == access.Field && owner != nil && u.FieldSource != nil {
		if src, ok := u.FieldSource(owner, s.N); src != nil || !ok {
			return src, ok
		}
	}
	if s.Kind == access.Key && owner != nil && u.Entries != nil {
		for _, e := range u.Entries(owner) {
			if strings.EqualFold(e.Sel.S, s.S) {
				return e.Src, true
			}
		}
	}
	if part != nil && u.TypeSource != nil {
		return u.TypeSource(part), true
	}
	return nil, true
}

// entries adds to the element of a map, out, what the types of n's labels say of
// entries that n does not know by itself.
func (u *Universe) entries(n, out *Node) *Node {
	for _, l := range n.Labels {
		if l.Type == nil || l.Fixed() {
			continue
		}
		for _, e := range u.Entries(l.Type) {
			if !n.Has(e.Sel) {
				out = u.Join(out, u.part(l, e.Sel))
			}
		}
	}
	return out
}

func (u *Universe) stepType(t types.Type, s access.Sel) types.Type {
	if s.Kind == access.Dyn {
		if t := u.types[s.S]; t != nil || u.TypeNamed == nil {
			return t
		}
		return u.TypeNamed(s.S)
	}
	return StepType(t, s)
}
