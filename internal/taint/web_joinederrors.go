package taint

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
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
	b := builtByModel(m, sig)
	return b.ok && len(b.params) == 0
}

// builtByModel is what a table says of the error that a function builds: what wraps others
// is nil if they are.
func builtByModel(m *model.Func, sig *types.Signature) built {
	b := built{ok: m.Sink == model.SinkError && buildsError(m, sig)}
	for _, i := range wrappedArgs(m) {
		if i < sig.Params().Len() && holdsErrors(sig.Params().At(i).Type()) && !besideText(m, sig, i) {
			b.params = append(b.params, i)
			b.ok = b.ok && sig.Recv() == nil && shape.IsError(sig.Params().At(i).Type())
		}
	}
	return b
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

// joined are the errors, and lists of errors, that are nil if what a call makes of them is.
func (f *frame) joined(c *ssa.Call) (errs, lists []ssa.Value) {
	obj := calleeObject(&c.Call)
	if obj == nil || obj.Signature().Recv() != nil {
		return nil, nil
	}
	m := f.e.modelOf(obj)
	if m == nil {
		return nil, nil
	}
	for _, i := range wrappedArgs(m) {
		if i >= len(c.Call.Args) || !holdsErrors(c.Call.Args[i].Type()) {
			continue
		}
		e := c.Call.Args[i]
		switch written := shape.Written(e); {
		case shape.IsError(e.Type()):
			errs = append(errs, e)
		case len(written) > 0:
			errs = append(errs, written...)
		default:
			lists = append(lists, e)
		}
	}
	return errs, lists
}

// joined is the state st, given that what a call makes of errors is nil; nil where one of
// them is not.
func (r *refiner) joined(c *ssa.Call, st *value.Node) *value.Node {
	errs, lists := r.f.joined(c)
	for _, e := range errs {
		if r.f.excluded(e, model.IsNil, c.Block()) {
			return nil
		}
		if st = r.value(e, model.IsNil, st); st == nil {
			return nil
		}
	}
	for _, l := range lists {
		if st = r.allNil(l, st); st == nil {
			return nil
		}
	}
	return st
}
