package taint

import (
	"slices"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/value"
)

// heldByCaller is what a call written here shows of a parameter's data: the data of
// one type that a helper prints for many handlers, as a page's, is hardly ever all
// there. A part that this function never set, or of which it knows that only verified
// callers reach it, is not shown; of one that is its own callers', they are asked.
func (in *instance) heldByCaller(l *value.Label) []*value.Label {
	as := []*value.Label{l}
	if in.leftOut(l) {
		return nil
	}
	if l.Root.Kind != value.Param || len(l.Path) == 0 || l.Src == nil || !in.site.direct || in.escape || in.f.serving > 0 {
		return as
	}
	n := in.label(l, nil)
	if in.f.spent() {
		return as
	}
	if n == nil {
		return nil
	}
	if len(n.Labels) == 0 {
		return as // what lies behind it was not asked for
	}
	var own []*value.Label
	for _, p := range n.Labels {
		switch {
		case p.Verified, p.Src == nil && !p.Symbolic():
		case p.Root.Kind == value.Param && p.Src != nil && p.Src.Name() == l.Src.Name():
			own = append(own, p)
		default:
			return as
		}
	}
	return own
}

// leftOut reports whether a label leads through a field that was never set, of a struct that
// this program made and handed over: of what a handler is given, say, for its requests.
func (in *instance) leftOut(l *value.Label) bool {
	if l.Root.Kind != value.Param || l.Src == nil || in.escape {
		return false
	}
	for i, s := range l.Path {
		if s.Kind != access.Field {
			continue
		}
		of := *l
		of.Path = l.Path[:i]
		n, _ := in.place(&of)
		if n == nil || len(n.Labels) > 0 || in.f.spent() {
			return false
		}
		if i > 0 && l.Path[i-1].Kind == access.Deref {
			of.Path = l.Path[:i-1]
			if p, _ := in.place(&of); !in.f.madeHere(p) {
				return false
			}
		}
		if in.f.u.Get(n, s) == nil {
			return true
		}
	}
	return false
}

// madeHere reports whether a pointer leads to memory of this program's making alone.
func (f *frame) madeHere(p *value.Node) bool {
	return p != nil && len(p.Refs) > 0 && len(p.Labels) == 0 &&
		!slices.ContainsFunc(p.Refs, func(r value.Ref) bool { return r.Obj.Sym != nil || r.Obj.Global != "" })
}
