package taint

import (
	"go/types"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
)

// A framework may ask the input of a handler whether the request is to be let in: by a
// method that returns a list of errors, before the handler runs. Where the list is empty
// for verified callers alone, so are those of the handler.

// admitted is the state behind the methods of a handler's inputs by which the framework
// refuses requests.
func (f *frame) admitted(site *callSite, sig *types.Signature) {
	if f.reply == nil || sig == nil {
		return
	}
	for _, name := range f.reply.m.Routing.Admits {
		for i := range sig.Params().Len() {
			f.admittedBy(site, sig.Params().At(i).Type(), name)
		}
	}
}

func (f *frame) admittedBy(site *callSite, t types.Type, name string) {
	sel := types.NewMethodSet(t).Lookup(nil, name)
	if sel == nil || !shape.IsPointer(t) || closed(f.state()) {
		return
	}
	sig := sel.Obj().(*types.Func).Signature()
	if sig.Results().Len() != 1 {
		return
	}
	tells, cur := f.tells, f.state()
	f.tells = nil
	f.protect(func() {
		f.callSelected(site, at{f.unknown(t), t}, nil, name, shape.ResultTypes(sig), opaqueArgs(f, sig))
	})
	st := f.outcome(f.tells, stateKey(0, model.IsNil), cur)
	f.tells = tells
	f.setState(f.both(st, cur))
}
