package taint

import (
	"go/types"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// paramOf is the type of a parameter of a function type, or nil.
func paramOf(t types.Type, i int) types.Type {
	if t == nil {
		return nil
	}
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || i >= sig.Params().Len() {
		return nil
	}
	return sig.Params().At(i).Type()
}

// inFields is what a callback gets for an argument. Where it takes a pointer to a
// struct of its library instead, as the Rewrite function of a proxy does, that has
// the argument in the fields of its type.
func (c *modelCall) inFields(a argument, want types.Type) argument {
	if a.t == nil || want == nil || !shape.IsPointer(want) || types.AssignableTo(a.t, want) {
		return a
	}
	st, ok := shape.Pointed(want).Underlying().(*types.Struct)
	if !ok {
		return a
	}
	var content *value.Node
	for i := range st.NumFields() {
		if types.AssignableTo(a.t, st.Field(i).Type()) {
			content = c.f.u.Set(content, access.Sel{Kind: access.Field, N: i}, a.n)
		}
	}
	if content == nil {
		return a
	}
	o := c.f.object("in"+c.site.key+value.TypeString(want), value.Obj{Type: shape.Pointed(want)})
	c.f.heap = c.f.heap.With(o, content)
	return argument{value.New(value.Node{Refs: []value.Ref{{Obj: o}}}), want}
}

// callback calls a function or method that the call was given.
func (c *modelCall) callback(call model.Call) {
	fn := c.place(call.Fn)
	if fn.n == nil {
		return
	}
	if call.Method == "" {
		for _, k := range dynamic(fn.n) { // a function in an interface
			fn.n = c.f.u.Join(fn.n, k.Node)
		}
	}
	if call.Spread {
		c.spread(call, fn.n)
		return
	}
	if c.each(call, func(args []argument) { c.callOne(call, fn, args) }) {
		return
	}
	args := make([]argument, len(call.Args))
	for i, a := range call.Args {
		args[i] = c.inFields(c.argOf(a), paramOf(fn.t, i))
	}
	c.callOne(call, fn, args)
}

func (c *modelCall) callOne(call model.Call, fn at, args []argument) {
	site := c.site.inner("/" + c.m.Name + call.String())
	if c.m.Routing != nil && c.f.caller != nil {
		defer c.f.setState(c.f.state())
		c.f.setState(c.f.e.elsewhere) // who is served how is judged apart
		c.f.handing++
		defer func() { c.f.handing-- }()
	}
	var rs []*value.Node
	if call.Method != "" {
		rs = c.f.methodByName(&site, fn, call.Method, args)
	} else {
		rs = c.f.callValue(&site, fn.n, funcResults(fn.t, c.f, fn.n), args)
	}
	if call.Dst != nil && len(rs) > 0 && rs[0] != nil {
		if call.Dst.Write {
			c.f.writeTo(c.site, c.place(call.Dst.Place), rs[0])
			return
		}
		c.store(call.Dst.Place, rs[0], false)
	}
}

func (c *modelCall) argOf(src model.Source) argument {
	if src.Form == model.Plain {
		v := c.place(src.Places[0])
		if c.inner != nil && src.Places[0].Root == model.Recv && len(src.Places[0].Path) == 0 {
			v.n = c.inner
		}
		return v
	}
	return argument{n: c.source(src, nil, false)}
}

// funcResults are the result types of a function value, by its static type or
// by the functions it may be.
func funcResults(t types.Type, f *frame, n *value.Node) []types.Type {
	if t != nil {
		if sig, ok := t.Underlying().(*types.Signature); ok {
			return shape.ResultTypes(sig)
		}
	}
	for _, g := range n.Funcs {
		if g.Func != nil {
			return shape.ResultTypes(g.Func.Signature)
		}
	}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Dyn {
			return funcResults(f.dynType(k.Sel.S), f, k.Node)
		}
	}
	return []types.Type{nil}
}

// yields makes the first result an iterator.
func (c *modelCall) yields() {
	if each := c.yieldsEach(); each != nil {
		c.results[0] = c.f.u.Join(c.results[0], each)
		return
	}
	fn := &value.Fn{Name: "iterator", Yields: []*value.Node{}, Site: int(c.site.pos)}
	for _, y := range c.m.Yields {
		fn.Yields = append(fn.Yields, c.source(y, nil, false))
	}
	c.results[0] = c.f.u.Join(c.results[0], value.New(value.Node{Funcs: []*value.Fn{fn}}))
}
