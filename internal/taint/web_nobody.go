package taint

import (
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// Programs let a package variable stand for nobody, as nil would: an empty user, which the
// request holds where nobody logged in, and a method of users that compares with it.
//
//	var Anonymous = &User{}
//	func (u *User) IsAnonymous() bool { return u == Anonymous }

// asksFor is what a function answers: whether a parameter is nil, or nobody, or if not is
// set, whether it is not.
type asksFor struct {
	param  int
	nobody bool
	not    bool
	ok     bool
}

// property is what the parameter is where the function answers so; false if that tells
// nothing.
func (a asksFor) property(answer bool) (model.Outcome, bool) {
	switch is := answer != a.not; {
	case a.nobody:
		return model.Somebody, !is
	case is:
		return model.IsNil, true
	}
	return model.NotNil, true
}

// nobody reports whether a value is what a package variable holds that stands for nobody.
func (e *engine) nobody(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	g, ok := load.X.(*ssa.Global)
	if !ok || g.Pkg == nil || recordOf(g) == nil {
		return false
	}
	if g.Pkg == e.ssa {
		return e.ownNobodies()[g]
	}
	t := e.facts.tables[g.Pkg.Pkg.Path()]
	if t == nil {
		return false
	}
	_, ok = t.Get(nobodyKey(g))
	return ok
}

func nobodyKey(g *ssa.Global) string { return summary.NobodyKey + "&" + g.String() }

// comparesNobody is what a comparison compares with nil, or with nobody; nil if it is none.
func (e *engine) comparesNobody(c *ssa.BinOp) (x ssa.Value, nobody bool) {
	if c.Op != token.EQL && c.Op != token.NEQ {
		return nil, false
	}
	for _, side := range [][2]ssa.Value{{c.X, c.Y}, {c.Y, c.X}} {
		if shape.IsNil(side[1]) || e.nobody(side[1]) {
			return side[0], !shape.IsNil(side[1])
		}
	}
	return nil, false
}

// asksWhether is what the form of a function tells of its answer.
func (e *engine) asksWhether(fn *ssa.Function) asksFor {
	res := fn.Signature.Results()
	if len(fn.Blocks) != 1 || res.Len() != 1 || !shape.IsBool(res.At(0).Type()) {
		return asksFor{}
	}
	r, ok := fn.Blocks[0].Instrs[len(fn.Blocks[0].Instrs)-1].(*ssa.Return)
	if !ok {
		return asksFor{}
	}
	v, not := r.Results[0], false
	if u, ok := v.(*ssa.UnOp); ok && u.Op == token.NOT {
		v, not = u.X, true
	}
	switch x := v.(type) {
	case *ssa.BinOp:
		arg, nobody := e.comparesNobody(x)
		i := shape.ParameterOf(fn, arg)
		return asksFor{i, nobody, not != (x.Op == token.NEQ), i >= 0}
	case *ssa.Call:
		a := e.askedBy(&x.Call)
		if !a.ok || fn == x.Call.StaticCallee() {
			return asksFor{}
		}
		i := shape.ParameterOf(fn, x.Call.Args[a.param])
		return asksFor{i, a.nobody, not != a.not, i >= 0}
	}
	return asksFor{}
}

// askedBy is asksWhether of what a call calls.
func (e *engine) askedBy(c *ssa.CallCommon) asksFor {
	fn := c.StaticCallee()
	obj := calleeObject(c)
	if fn == nil || obj == nil || obj.Pkg() == nil {
		return asksFor{}
	}
	if obj.Pkg() == e.pass.Pkg {
		return e.asksWhether(fn).of(c)
	}
	t := e.facts.tables[obj.Pkg().Path()]
	if t == nil {
		return asksFor{}
	}
	data, ok := t.Get(summary.NobodyKey + shape.FuncName(fn))
	text, not := strings.CutPrefix(string(data), "!")
	text, nobody := strings.CutPrefix(text, "*")
	i, err := strconv.Atoi(text)
	return asksFor{i, nobody, not, ok && err == nil}.of(c)
}

// of is what a call asks: nothing, where it has no such argument.
func (a asksFor) of(c *ssa.CallCommon) asksFor {
	a.ok = a.ok && a.param < len(c.Args)
	return a
}

// hasNobody reports whether some variable stands for nobody among values of a type, in the
// type's package.
func (e *engine) hasNobody(t types.Type) bool {
	if t == nil || !shape.IsPointer(t) {
		return false
	}
	n, ok := types.Unalias(shape.Pointed(t)).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	has, ok := e.nobodyTypes[n.Obj()]
	if !ok {
		has = e.declaresNobody(n)
		e.nobodyTypes[n.Obj()] = has
	}
	return has
}

func (e *engine) declaresNobody(n *types.Named) bool {
	if n.Obj().Pkg() == e.pass.Pkg {
		for g := range e.ownNobodies() {
			if recordOf(g).Obj() == n.Obj() {
				return true
			}
		}
		return false
	}
	table := e.facts.tables[n.Obj().Pkg().Path()]
	if table == nil {
		return false
	}
	_, ok := table.Get(summary.NobodyKey + "*" + value.TypeString(n))
	return ok
}

// ownNobodies are the variables of this package that stand for nobody.
func (e *engine) ownNobodies() map[*ssa.Global]bool {
	if e.nobodies == nil {
		e.nobodies = map[*ssa.Global]bool{}
		for _, m := range e.ssa.Members {
			if g, ok := m.(*ssa.Global); ok && recordOf(g) != nil && e.constants().Empty(g) {
				e.nobodies[g] = true
			}
		}
	}
	return e.nobodies
}

// recordOf is the type of struct that a variable points to; nil for other variables.
func recordOf(g *ssa.Global) *types.Named {
	t := shape.Pointed(g.Type())
	if !shape.IsPointer(t) {
		return nil
	}
	n, ok := types.Unalias(shape.Pointed(t)).(*types.Named)
	if !ok || !shape.IsStruct(n) {
		return nil
	}
	return n
}

// nobodies adds what importers may know of variables that stand for nobody, and of their
// types.
func (x *exporter) nobodies() {
	for g := range x.e.ownNobodies() {
		x.entries[nobodyKey(g)] = nil
		if n := recordOf(g); n.Obj().Pkg() == x.e.pass.Pkg {
			x.entries[summary.NobodyKey+"*"+value.TypeString(n)] = nil
		}
	}
}

// asks adds what importers may know of a function's answer.
func (x *exporter) asks(fn *ssa.Function) {
	if a := x.e.asksWhether(fn); a.ok {
		marks := ""
		if a.not {
			marks = "!"
		}
		if a.nobody {
			marks += "*"
		}
		x.entries[summary.NobodyKey+shape.FuncName(fn)] = []byte(marks + strconv.Itoa(a.param))
	}
}

// comparedNobody is the state where a comparison with a variable that stands for nobody has
// an outcome.
func (r *refiner) comparedNobody(v *ssa.BinOp, o model.Outcome, st *value.Node) *value.Node {
	if x, _ := r.f.e.comparesNobody(v); x != nil && (v.Op == token.EQL) == (o == model.IsFalse) {
		return r.value(x, model.Somebody, st)
	}
	return st
}

// somebody asks whether the argument of such a call is somebody; false if it is none.
func (r *refiner) somebody(v *ssa.Call, o model.Outcome, st *value.Node) (*value.Node, bool) {
	if o != model.IsTrue && o != model.IsFalse {
		return nil, false
	}
	a := r.f.e.askedBy(&v.Call)
	if !a.ok {
		return nil, false
	}
	p, known := a.property(o == model.IsTrue)
	if !known {
		return nil, false
	}
	return r.value(v.Call.Args[a.param], p, st), true
}
