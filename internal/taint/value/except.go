package value

import (
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
)

// notSep separates type keys in [Label.Not].
const notSep = "\x01"

// Excluded lists the keys of the types that an interface value does not have.
func (l *Label) Excluded() []string {
	if l.Not == "" {
		return nil
	}
	return strings.Split(l.Not, notSep)
}

// Whole is the label without what it excludes: memory behind both is one.
func (l *Label) Whole() *Label {
	if l.whole != nil {
		return l.whole
	}
	return l
}

// Except is n, an interface value, where its dynamic type is none of keys: on
// the way on which a type assertion failed. Labels that callers know more of
// remember it for them.
func (u *Universe) Except(n *Node, keys []string) *Node {
	if n == nil || len(keys) == 0 {
		return n
	}
	c := *n
	c.Labels = MapLabels(n.Labels, func(l *Label) *Label { return u.except(l, keys) })
	c.Kids = slices.DeleteFunc(slices.Clone(n.Kids), func(k Kid) bool {
		return k.Sel.Kind == access.Dyn && slices.Contains(keys, k.Sel.S)
	})
	return New(c)
}

func (u *Universe) except(l *Label, keys []string) *Label {
	if !l.Symbolic() || l.Via != nil || l.Trunc || l.Src != nil {
		return l
	}
	all := append(l.Excluded(), keys...)
	slices.Sort(all)
	c := *l
	c.Not = strings.Join(slices.Compact(all), notSep)
	return u.Label(c)
}
