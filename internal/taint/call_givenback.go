package taint

import (
	"go/types"
	"strconv"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// A method of which no implementation is in sight, and which is handed a function
// that gives what the method itself gives, hands that on, as a rule: a cache that
// loads what it does not have, a call that is tried again, a transaction. Who binds
// a type to the interface can't say so, as it can't see what the function captured.

// givenBack adds what functions among the arguments give to results of such a
// call. What they do is judged where they are made.
func (f *frame) givenBack(site *callSite, results []*value.Node, res []types.Type, args []argument) []*value.Node {
	for i, a := range args {
		sig, ok := typeOrNil(a.t).(*types.Signature)
		if !ok || a.n == nil || len(a.n.Funcs) == 0 {
			continue
		}
		given := shape.ResultTypes(sig)
		if !givesAny(given, res) {
			continue
		}
		inner := site.inner("/given" + strconv.Itoa(i))
		rs := f.aside(func() []*value.Node { return f.callValue(&inner, a.n, given, argumentsFor(sig, f.opaque)) })
		for j, t := range res {
			for k, g := range given {
				if k < len(rs) && holdsText(t) && types.Identical(t, g) {
					results[j] = f.u.Join(results[j], rs[k])
				}
			}
		}
	}
	return results
}

// givesAny reports whether a function gives something of a type that a call gives.
func givesAny(given, res []types.Type) bool {
	for _, t := range res {
		for _, g := range given {
			if holdsText(t) && types.Identical(t, g) {
				return true
			}
		}
	}
	return false
}

// aside makes a call for its results alone.
func (f *frame) aside(call func() []*value.Node) []*value.Node {
	heap, dead, tells, state := f.heap, f.dead, f.tells, f.state()
	f.quiet++
	rs := call()
	f.quiet--
	f.heap, f.dead, f.tells = heap, dead, tells
	if f.caller != nil {
		f.setState(state)
	}
	return rs
}
