package taint

import (
	"slices"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// A handler whose store is an interface may be verified by what the store answers, if
// that is told who calls: only whoever made the store knows. So a package that registers
// such a handler on a router that it gives away leaves the route to those who got both.

// routeKey names a registration of a router.
type routeKey struct {
	router *value.Obj
	slot   access.Sel
}

// leavingUndecided plays a route, and notes whether all that it discloses is for callers
// of this function to judge.
func (f *frame) leavingUndecided(router *value.Obj, slot access.Sel, play func()) {
	was, told := f.undecided, len(f.final)
	f.undecided = false
	play()
	if f.undecided && len(f.final) == told {
		if f.leftRoutes == nil {
			f.leftRoutes = map[routeKey]bool{}
		}
		f.leftRoutes[routeKey{router, slot}] = true
	}
	f.undecided = f.undecided || was
}

// mayBeDecided reports whether some way of a state comes from a request, and is a
// verified one if a callback says so. What others can register, too, they judge anyway.
func (f *frame) mayBeDecided(st *value.Node) bool {
	return slices.ContainsFunc(st.Labels, func(l *value.Label) bool {
		return isOutcome(l) && !f.offering ||
			l.Root.Kind == value.Caller && l.Root.N == anybody && len(ways.Conditions(l.Root.Name)) > 0
	})
}
