package taint

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
)

// A library that wraps errors, or joins them, gives nil for nil: what errors.Wrap or
// errors.Join makes is nil only if the errors are that went into it.

// wrappedArgs are the arguments of a function whose errors go into the one that it gives.
func wrappedArgs(m *model.Func) (args []int) {
	for _, fl := range m.Flows {
		dst := fl.Dst.Place
		if fl.Dst.Write || dst.Root != model.Result || dst.Index != 0 || len(dst.Path) > 1 || len(dst.Path) == 1 && dst.Path[0].Kind != access.Slot {
			continue
		}
		for _, p := range fl.Src.Places {
			if p.Root == model.Arg && (len(p.Path) == 0 || len(p.Path) == 1 && p.Path[0].Kind == access.Elem) {
				args = append(args, p.Index)
			}
		}
	}
	return args
}

// neverNil reports whether what builds an error always gives one: it wraps none, or has a
// text of its own and lists the texts of others.
func neverNil(m *model.Func, sig *types.Signature) bool {
	if m.Sink != model.SinkError || !buildsError(m, sig) {
		return false
	}
	for _, i := range wrappedArgs(m) {
		if i < sig.Params().Len() && holdsErrors(sig.Params().At(i).Type()) && !besideText(m, sig, i) {
			return false
		}
	}
	return true
}

// buildsError reports whether an error is what comes out of a function, and not one that says
// that something else could not be made of an error.
func buildsError(m *model.Func, sig *types.Signature) bool {
	res := sig.Results()
	return len(m.Flows) == 0 || slices.ContainsFunc(m.Flows, func(fl model.Flow) bool {
		d := fl.Dst.Place
		return d.Root == model.Result && d.Index < res.Len() && errorLike(res.At(d.Index).Type())
	})
}

// besideText reports whether an argument is a list of errors of which only the texts go
// along with a text.
func besideText(m *model.Func, sig *types.Signature, i int) bool {
	if _, list := sig.Params().At(i).Type().Underlying().(*types.Slice); !list {
		return false
	}
	text := false
	for _, fl := range m.Flows {
		for _, p := range fl.Src.Places {
			if p.Root == model.Arg && p.Index == i && len(fl.Dst.Place.Path) > 0 {
				return false // it is kept
			}
			text = text || p.Root == model.Arg && p.Index < sig.Params().Len() && shape.IsString(sig.Params().At(p.Index).Type())
		}
	}
	return text
}

func holdsErrors(t types.Type) bool {
	if l, ok := t.Underlying().(*types.Slice); ok {
		t = l.Elem()
	}
	return shape.IsError(t)
}

// joined are the errors that are nil if what a call makes of them is.
func (f *frame) joined(c *ssa.Call, o model.Outcome) (out []ssa.Value) {
	obj := calleeObject(&c.Call)
	if obj == nil || o != model.IsNil || obj.Signature().Recv() != nil {
		return nil
	}
	m := f.e.modelOf(obj)
	if m == nil {
		return nil
	}
	for _, i := range wrappedArgs(m) {
		switch {
		case i >= len(c.Call.Args) || !holdsErrors(c.Call.Args[i].Type()):
		case shape.IsError(c.Call.Args[i].Type()):
			out = append(out, c.Call.Args[i])
		default:
			out = append(out, shape.Written(c.Call.Args[i])...)
		}
	}
	return out
}
