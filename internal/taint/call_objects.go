package taint

import (
	"go/types"
	"strconv"

	"github.com/piivet/piivet/internal/taint/value"
)

// ref translates a pointer into the callee's memory.
func (in *instance) ref(r value.Ref) *value.Node {
	f := in.f
	if r.Obj.Sym == nil {
		r.Obj = in.obj(r.Obj)
		return value.New(value.Node{Refs: []value.Ref{r}})
	}
	var refs []value.Ref
	for _, t := range f.targets(in.label(r.Obj.Sym, nil)) {
		t.Path = t.Path.Join(r.Path...)
		if r.Off != 0 {
			t.Off = value.Unknown
		}
		refs = append(refs, t)
	}
	return value.New(value.Node{Refs: f.u.Refs(refs)})
}

// obj is the caller's object for one that the callee made.
func (in *instance) obj(o *value.Obj) *value.Obj {
	if o.Global != "" {
		return in.f.globalObj(o.Global, o.Type)
	}
	if m, ok := in.objs[o]; ok {
		return m
	}
	key := objKey{"in" + in.site.key, in.name, o.ID}
	fresh := value.Obj{Type: in.typeOf(o), Many: o.Many, Copied: o.Copied, Drain: o.Drain}
	fresh.From = in.cameFrom(o)
	if fresh.From == o.From {
		key, fresh.Many = objKey{what: "again" + in.site.outer(), of: o.From.Made}, true
	}
	m := in.f.objectOf(key, fresh)
	in.objs[o] = m
	return m
}

// cameFrom adds this call to those that an object came through. In a recursion it
// is among them: the objects that all rounds made are one then.
func (in *instance) cameFrom(o *value.Obj) *value.Origin {
	if o.From.Through(in.f.top, in.site.outer()) {
		return o.From
	}
	from := &value.Origin{Made: in.name + "#" + strconv.Itoa(o.ID), Fn: in.f.top, Call: in.site.outer(), Before: o.From}
	if o.From != nil {
		from.Made = o.From.Made
	}
	return from
}

// typeOf is the type of an object that the callee made.
func (in *instance) typeOf(o *value.Obj) types.Type {
	if o.Type == nil && o.Key != "" {
		return in.f.dynType(in.substKey(o.Key))
	}
	return in.subst(o.Type)
}
