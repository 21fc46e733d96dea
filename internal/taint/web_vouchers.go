package taint

import (
	"slices"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/value"
)

// behind is the state in which a server hands requests on: some verify callers
// by themselves.
func (c *modelCall) behind(r *model.Routing) *value.Node {
	for _, p := range r.Behind {
		if v := c.place(p); v.n != nil && vouches(v.n) {
			return c.f.e.closedState
		}
	}
	return c.f.e.anybodyState
}

// vouches reports whether a setting of a server makes it verify callers by itself.
func vouches(n *value.Node) bool { return closed(value.New(value.Node{Labels: n.Labels})) }

// vouchers are the settings that may make a server verify callers, of which only those know
// who made it: a closure that serves it, as it runs beside what stops it, gets it from them.
func (c *modelCall) vouchers(r *model.Routing) (list []argument) {
	for _, p := range r.Behind {
		if v := c.place(p); v.n != nil && slices.ContainsFunc(v.n.Labels, (*value.Label).Symbolic) {
			list = append(list, argument(v))
		}
	}
	return list
}

// vouching plays what a server hands requests to whose settings only callers know.
func (f *frame) vouching(list []argument, play func()) {
	was := f.vouchers
	f.vouchers = list
	play()
	f.vouchers = was
}
