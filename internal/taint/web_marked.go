package taint

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// What it means that a piece of middleware, or what makes one, is declared to verify: its
// inside does not count, and whoever runs behind it was verified.

// aborted are the ways of a state behind which no later handler runs; nil if there are
// none.
func (f *frame) aborted(st *value.Node) *value.Node {
	var out *value.Node
	for _, l := range st.Labels {
		if l.Root.Kind == value.Caller && strings.Contains(ways.Marks(l.Root.Name), "a") {
			out = f.u.Join(out, value.Of(l))
		}
	}
	return out
}

// verifiedPass is what a function that is declared to verify means for later handlers
// that it lets run: was is what was known of them before the call.
func (f *frame) verifiedPass(d *directives, was *value.Node) {
	if f.caller != nil && d.Verify && f.pass != was {
		f.pass = f.u.Join(was, f.e.closedState)
	}
}

// verifiedMiddleware are the results of a function that is declared to verify: where
// they are middleware, or the handler behind it, that verifies.
func (f *frame) verifiedMiddleware(site *callSite, d *directives, sig *types.Signature, args []argument, results []*value.Node) {
	if f.caller == nil || !d.Verify {
		return
	}
	for i := range results {
		t := sig.Results().At(i).Type()
		fn := value.Fn{Name: verifyName, Site: int(site.pos)}
		if next := f.handedNext(t, args); next != nil {
			fn.Name, fn.Bind = verifiedName, []*value.Node{next}
		} else if !f.e.isMiddleware(t) {
			continue
		}
		results[i] = value.New(value.Node{Funcs: []*value.Fn{&fn}})
	}
}

// handedNext is the handler that a function got, where it returns one of the same kind.
func (f *frame) handedNext(t types.Type, args []argument) *value.Node {
	if !wraps(t) || f.e.wrapsOthers(t) {
		return nil
	}
	for _, a := range args {
		if a.n != nil && a.t != nil && wraps(a.t) && !f.e.wrapsOthers(a.t) {
			return a.n
		}
	}
	return nil
}

// wrapsOthers reports whether values of a type take a handler and give one.
func (e *engine) wrapsOthers(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	return ok && sig.Params().Len() == 1 && sig.Results().Len() == 1 && wraps(sig.Params().At(0).Type()) && wraps(sig.Results().At(0).Type())
}

// isMiddleware reports whether values of a type are functions that stand before others:
// they take a handler and give one, get the next one among their arguments, or what a
// framework calls with its context.
func (e *engine) isMiddleware(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() == 0 {
		return false
	}
	last := sig.Params().At(sig.Params().Len() - 1).Type()
	if e.wrapsOthers(t) || sig.Params().Len() > 1 && wraps(last) {
		return true
	}
	p := shape.PackageOf(last)
	return sig.Params().Len() == 1 && p != nil && p.Path() != "net/http" && e.models.Routing(p.Path())
}

// askedAborted is the state st where gin's context was asked whether the chain was
// aborted, and said so or not.
func (f *frame) askedAborted(c *ssa.Call, o model.Outcome, st *value.Node) *value.Node {
	obj := shape.Called(c)
	if obj == nil || obj.FullName() != "(*github.com/gin-gonic/gin.Context).IsAborted" {
		return st
	}
	gone := f.aborted(st)
	if o == model.IsTrue {
		steps := f.ofSteps(st)
		if steps == nil && gone == nil {
			steps = st
		}
		if steps != nil {
			gone = f.u.Join(gone, f.marked(steps, "a"))
		}
		return gone
	}
	if o != model.IsFalse || gone == nil {
		return st
	}
	var out *value.Node
	for _, l := range st.Labels {
		if !strings.Contains(ways.Marks(l.Root.Name), "a") {
			out = f.u.Join(out, value.Of(l))
		}
	}
	if out == nil {
		return f.e.neverState
	}
	return out
}
