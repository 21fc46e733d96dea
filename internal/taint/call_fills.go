package taint

import (
	"go/types"
	"strings"

	"github.com/piivet/piivet/internal/taint/value"
)

// A library that gets the address of a variable as an any, as object mappers and
// drivers do, fills it by reflection, mostly with what it read from a connection: none
// of that is seen in its code. So a variable with nothing but constants in it holds,
// behind such a call, what its type and the tags of its fields say. Functions with a
// model do what that says.

// toFill are the empty places that a function of another module may fill.
func (f *frame) toFill(obj *types.Func, sig *types.Signature, args []argument) []value.Ref {
	if !f.e.foreign(obj.Pkg()) {
		return nil
	}
	n := len(args) - sig.Params().Len() // the receiver
	var out []value.Ref
	for i := range sig.Params().Len() {
		if n < 0 || n > 1 || !takesAny(sig, i) {
			continue
		}
		for _, r := range f.handed(args[n+i].n) {
			if f.u.GetPath(f.content(r.Obj), r.Path) == nil && f.typeAt(r) != nil {
				out = append(out, r)
			}
		}
	}
	return out
}

// fill puts what nobody saw into places that were empty before a call.
func (f *frame) fill(refs []value.Ref) {
	for _, r := range refs {
		f.write(r, f.unknown(f.typeAt(r)), true)
	}
}

// takesAny reports whether a function takes values of any type at a place, one or many.
func takesAny(sig *types.Signature, i int) bool {
	t := sig.Params().At(i).Type()
	if l, ok := t.Underlying().(*types.Slice); ok && sig.Variadic() && i == sig.Params().Len()-1 {
		t = l.Elem()
	}
	iface, ok := t.Underlying().(*types.Interface)
	return ok && iface.NumMethods() == 0 && iface.IsMethodSet()
}

// foreign reports whether a package is neither of the module under analysis nor of the
// standard library.
func (e *engine) foreign(p *types.Package) bool {
	if p == nil || p == e.pass.Pkg || e.pass.Module == nil {
		return false
	}
	own := e.pass.Module.Path
	first, _, _ := strings.Cut(p.Path(), "/")
	return own != "" && strings.Contains(first, ".") && p.Path() != own && !strings.HasPrefix(p.Path(), own+"/")
}
