package taint

import (
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// Data that somebody finds in a request under a key is there only on ways on which
// the request holds something under it: middleware that lets everybody pass leaves a
// user there for verified callers alone, and a page names the user if there is one.

// requestSlots are the places in which tables keep what a request holds: a
// context.Context, the contexts of gin and echo, those of fiber.
var requestSlots = []access.Sel{slotSel("values"), slotSel("keys"), slotSel("locals")}

// whereHeld are the ways of a state on which a request holds what a label leads
// through.
func (f *frame) whereHeld(st *value.Node, l *value.Label) *value.Node {
	if l.Root.Kind != value.Param && l.Root.Kind != value.CallArg {
		return st
	}
	for i, s := range l.Path {
		for _, slot := range requestSlots {
			if s == slot {
				st = f.marked(st, heldTests(l.Path[i+1:]))
			}
		}
	}
	return st
}

// heldTests are the tests that a request passes which holds something at a path: its
// key, and there the type of what is held.
func heldTests(p access.Path) string {
	if len(p) < 2 || p[0].Kind != access.Key || p[1].Kind != access.Dyn {
		return ""
	}
	key := p[0].S
	if strings.HasPrefix(key, `"`) {
		key = "string:" + key
	}
	tests := ways.TestPart(key, ways.TestIs+p[1].S)
	if len(p) > 2 && p[2].Kind == access.Deref {
		tests += ways.TestPart(key, ways.TestPresent)
	}
	return tests
}
