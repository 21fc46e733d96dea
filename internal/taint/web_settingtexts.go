package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// Settings are texts, numbers and lists, too: role("admin"), role(""), roles(). What
// a closure compares with a constant, and whether a list is empty, is part of the way
// as what it asks of a bool is. A constant has its mark only where it is handed to
// what may make middleware, or register it; a value without a mark may be anything.
const (
	constMark = "const:" // begins the name of the mark of a constant text, number or list
	is        = "="      // begins the part of a way on which a setting is the constant behind it
	isNot     = "!"
	noneList  = "[]"  // stands for a list that is empty
	someList  = "[.]" // and for one that is not
)

// settingArguments are the arguments of a call, with the marks of those that may be
// settings.
func (f *frame) settingArguments(c *ssa.CallCommon, args []argument) {
	if f.caller == nil || !f.makesMiddleware(c) {
		return
	}
	for i, a := range c.Args {
		v := given(a, 0)
		if v == nil {
			v = a
		}
		if text := settingText(v); text != "" {
			args[i].n = f.u.AddLabels(args[i].n, []*value.Label{f.u.Label(value.Label{Root: value.Root{Kind: value.Mark, Name: constMark + text}})})
		}
		if c := shape.ConstOf(v); c != nil && c.Value == nil {
			args[i].n = f.u.Join(args[i].n, f.unsetFunctions(c.Type()))
		}
	}
}

// unsetFunctions is what nil, or a struct of zeros, says of functions that middleware may
// call: there are none. Of a struct it says what its settings are, too.
func (f *frame) unsetFunctions(t types.Type) *value.Node {
	if shape.IsFunc(t) {
		return value.Of(f.markNamed(nilMark))
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	out := f.falseSettings(t)
	for i := range st.NumFields() {
		if shape.IsFunc(st.Field(i).Type()) {
			out = f.u.SetPath(out, access.Path{{Kind: access.Field, N: i}}, value.Of(f.markNamed(nilMark)), false)
		}
	}
	return out
}

// makesMiddleware reports whether a call may make middleware of what it gets, or
// register some: it gives a function or an interface, or nothing and gets a router.
// Libraries with a table are known.
func (f *frame) makesMiddleware(c *ssa.CallCommon) bool {
	res := c.Signature().Results()
	if obj := calleeObject(c); obj == nil || f.e.modelOf(obj) != nil || obj.Pkg() != nil && f.e.models.Describes(obj.Pkg().Path()) {
		return false
	}
	for i := range res.Len() {
		switch res.At(i).Type().Underlying().(type) {
		case *types.Signature:
			return true
		case *types.Interface:
			if !shape.IsError(res.At(i).Type()) {
				return true
			}
		}
	}
	return res.Len() == 0 && slices.ContainsFunc(c.Args, func(a ssa.Value) bool {
		p := shape.PackageOf(a.Type())
		return p != nil && f.e.models.Routing(p.Path())
	})
}

// settingText writes a constant that may be a setting; empty for what is none.
func settingText(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value == nil {
			if listOfTexts(v.Type()) {
				return noneList
			}
			return ""
		}
		if k := v.Value.Kind(); k == constant.String || k == constant.Int {
			return writtenSetting(v.Value.ExactString())
		}
	case *ssa.Slice: // of arguments that are written one by one
		if a, ok := v.X.(*ssa.Alloc); ok && v.Low == nil && v.High == nil && listOfTexts(v.Type()) {
			if l, ok := shape.Pointed(a.Type()).Underlying().(*types.Array); ok && l.Len() > 0 {
				return someList
			}
		}
	}
	return ""
}

// listOfTexts reports whether t is a list of texts or numbers.
func listOfTexts(t types.Type) bool {
	l, ok := t.Underlying().(*types.Slice)
	return ok && shape.IsBasic(l.Elem())
}

// writtenSetting is a text as names of ways can hold it.
func writtenSetting(s string) string {
	if strings.ContainsAny(s, "\x01\x02\x03\x06") {
		return ""
	}
	return s
}

// settingEquals is the state st where a comparison of a setting with a constant has
// this outcome.
func (f *frame) settingEquals(x ssa.Value, c *ssa.Const, op token.Token, o model.Outcome, st *value.Node) *value.Node {
	if !f.tellsSetting(o, st) {
		return st
	}
	what, text := comparedSetting(x, c, op)
	if what == nil || text == "" {
		return st
	}
	n := f.val(what)
	if _, ok := given(what, 0).(*ssa.Parameter); !ok || n == nil || slices.ContainsFunc(st.Labels, fullOfSettings) {
		return st
	}
	want := is + text
	if (op == token.NEQ || op == token.GTR) == (o == model.IsTrue) {
		want = isNot + text
	}
	if part := settingPart(shape.FuncName(f.top), symbolicLabels(n.Labels), want); part != "" {
		return f.marked(st, ways.Sep+f.askedPart(what, part))
	}
	return st
}

// comparedSetting is what may be a setting in a comparison, and what it is compared
// with: a text or a number that it is or is not, or that a list is empty.
func comparedSetting(x ssa.Value, c *ssa.Const, op token.Token) (ssa.Value, string) {
	if call, ok := x.(*ssa.Call); ok {
		b, ok := call.Call.Value.(*ssa.Builtin)
		if !ok || b.Name() != "len" || c.Value == nil || c.Int64() != 0 || op != token.EQL && op != token.NEQ && op != token.GTR {
			return nil, ""
		}
		x = call.Call.Args[0]
		switch {
		case listOfTexts(x.Type()):
			return x, noneList
		case shape.IsBasic(x.Type()):
			return x, `""`
		}
		return nil, ""
	}
	if op != token.EQL && op != token.NEQ {
		return nil, ""
	}
	return x, settingText(c)
}

// symbolicLabels are those that only callers know more about.
func symbolicLabels(ls []*value.Label) []*value.Label {
	return slices.DeleteFunc(slices.Clone(ls), func(l *value.Label) bool { return l.Root.Kind == value.Mark })
}

// mayBeConst reports whether labels allow what a part of a way wants, and whether they
// tell.
func mayBeConst(ls []*value.Label, want string) (can, known bool) {
	text := want[1:]
	for _, l := range ls {
		have, ok := strings.CutPrefix(l.Root.Name, constMark)
		if !ok || l.Root.Kind != value.Mark {
			return true, false
		}
		can = can || have == unknownConst || (have == text) == (want[:1] == is)
	}
	return can, len(ls) > 0
}

// aboutConst reports whether a part of a way wants something of a text, a number or a
// list.
func aboutConst(want string) bool {
	return strings.HasPrefix(want, is) || strings.HasPrefix(want, isNot)
}

// typeOfSetting is the type of the place that a part of a way speaks of.
func typeOfSetting(want string) types.Type {
	switch {
	case !aboutConst(want):
		return types.Typ[types.Bool]
	case want[1:] == noneList:
		return types.NewSlice(types.Typ[types.String])
	case strings.HasPrefix(want[1:], `"`):
		return types.Typ[types.String]
	}
	return types.Typ[types.Int]
}
