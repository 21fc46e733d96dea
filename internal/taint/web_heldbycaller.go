package taint

import (
	"github.com/piivet/piivet/internal/taint/value"
)

// heldByCaller is what a call written here shows of a parameter's data: the data of
// one type that a helper prints for many handlers, as a page's, is hardly ever all
// there. A part that this function never set, or of which it knows that only verified
// callers reach it, is not shown; of one that is its own callers', they are asked.
func (in *instance) heldByCaller(l *value.Label) []*value.Label {
	as := []*value.Label{l}
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
