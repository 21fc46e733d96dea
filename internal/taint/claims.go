package taint

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// Claim is a function of this package that is said to redact or to verify, by a
// directive or by the policy, and does not do it.
type Claim struct {
	Func     *types.Func
	Verb     directive.Verb // Redact or Verify
	Pos, End token.Pos      // of a redactor what it returns, of a verifier its name
	Param    string         // what comes out of a redactor unchanged
	Field    string         // a field of that alone, or nothing
	Left     bool           // it is not returned, but left in the memory that the redactor was given
}

// claims looks for functions that do not do what is said of them. It reads their
// code, since to everybody else the directive counts.
func (e *engine) claims() []Claim {
	var out []Claim
	for _, fn := range e.sourceFuncs() {
		obj, ok := fn.Object().(*types.Func)
		if !ok || fn.Parent() != nil || len(fn.Blocks) == 0 {
			continue
		}
		d := e.directives(obj)
		if d.Redact {
			c := &redactor{e: e, fn: fn, obj: obj, classes: d.Classes}
			out = append(out, c.unchanged()...)
			out = append(out, c.leftAlone()...)
		}
		if (d.Verify || e.pol.Verifier(policyName(obj))) && e.cannotFail(fn, map[*ssa.Function]bool{}) {
			pos := obj.Pos()
			out = append(out, Claim{Func: obj, Verb: directive.Verify, Pos: pos, End: pos + token.Pos(len(obj.Name()))})
		}
	}
	return out
}

// saidToRedact reports whether a function of this package is said to redact.
func (e *engine) saidToRedact(fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	return ok && fn.Parent() == nil && e.directives(obj).Redact
}

// redactor is a function whose results are said to be clean.
type redactor struct {
	e       *engine
	fn      *ssa.Function
	obj     *types.Func
	classes []string
	in      *ssa.Parameter // the data
	depth   int            // of calls that are looked into
}

// unchanged lists the returns that give back what came in.
func (c *redactor) unchanged() []Claim {
	if c.in = c.data(); c.in == nil {
		return nil
	}
	var out []Claim
	for _, b := range c.fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for i, r := range ret.Results {
			pos, end := c.e.resultSpan(c.fn, ret, i)
			claim := Claim{Func: c.obj, Verb: directive.Redact, Pos: pos, End: end, Param: c.in.Name()}
			if !isPointer(c.in.Type()) && c.trace(r, b, map[ssa.Value]bool{}) {
				out = append(out, claim)
				break
			}
			kept := c.fieldsKept(ret, i)
			if len(kept) == 0 {
				out = append(out, c.givesBehind(ret, r, claim)...)
			}
			for _, claim.Field = range kept {
				out = append(out, claim)
			}
		}
	}
	return out
}

// fieldsKept are the personal fields of a struct that a return gives back
// without the function having touched them.
func (c *redactor) fieldsKept(ret *ssa.Return, i int) []string {
	s := c.e.funcs[c.fn]
	if s == nil || i >= len(s.returns[ret]) || c.in.Type() != ret.Results[i].Type() {
		return nil
	}
	n, t := s.returns[ret][i], c.in.Type()
	st, ok := t.Underlying().(*types.Struct)
	if !ok || n == nil || !slices.ContainsFunc(n.Labels, c.isInput) {
		return nil
	}
	var out []string
	for i := range st.NumFields() {
		src, _ := c.e.fieldSource(t, i)
		if src == nil || len(c.classes) > 0 && !slices.Contains(c.classes, src.Class) {
			continue
		}
		if _, written := n.Kid(access.Sel{Kind: access.Field, N: i}); !written {
			out = append(out, st.Field(i).Name())
		}
	}
	return out
}

// isInput reports whether a label is that of the parameter as a whole.
func (c *redactor) isInput(l *value.Label) bool {
	return l.Root.Kind == value.Param && len(l.Path) == 0 && l.Root.N == slices.Index(c.fn.Params, c.in)
}

// data is the first parameter that can hold what is to be redacted.
func (c *redactor) data() *ssa.Parameter {
	results := c.fn.Signature.Results()
	for _, p := range c.fn.Params {
		for i := range results.Len() {
			if c.redactable(p.Type()) && c.redactable(results.At(i).Type()) {
				return p
			}
		}
	}
	return nil
}

// redactable reports whether a value of type t can be redacted: text, what has
// personal fields, or anything.
func (c *redactor) redactable(t types.Type) bool {
	if isErrorType(t) {
		return false
	}
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Interface:
		return u.NumMethods() == 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && (b.Info()&types.IsString != 0 || b.Kind() == types.Byte) || c.e.carries(t)
	case *types.Struct:
		return c.e.carries(t)
	case *types.Pointer:
		_, ok := u.Elem().Underlying().(*types.Struct)
		return ok && c.e.carries(u.Elem())
	}
	return isTypeParam(t)
}

// keeping lists functions whose result still says all that the argument said.
var keeping = map[string]bool{
	"strings.TrimSpace": true, "strings.ToLower": true, "strings.ToUpper": true, "strings.Clone": true, "strings.Trim": true,
	"bytes.TrimSpace": true, "bytes.Clone": true,
}

// copied is the argument that a call gives back as it is.
func (c *redactor) copied(call *ssa.Call) ssa.Value {
	fn := call.Call.StaticCallee()
	if fn == nil {
		return nil
	}
	if obj, ok := fn.Object().(*types.Func); ok && keeping[obj.FullName()] {
		return call.Call.Args[0]
	}
	if x := printed(call); x != nil {
		return x
	}
	if fn.Pkg != c.e.ssa || len(fn.Blocks) == 0 || c.depth >= maxSame {
		return nil
	}
	for i, p := range fn.Params {
		inner := &redactor{e: c.e, fn: fn, in: p, depth: c.depth + 1}
		if i < len(call.Call.Args) && inner.givesBack() {
			return call.Call.Args[i]
		}
	}
	return nil
}

// printed is the one value that a call prints as it is: fmt.Sprint(s),
// fmt.Sprintf("%s", s).
func printed(call *ssa.Call) ssa.Value {
	obj, _ := call.Call.StaticCallee().Object().(*types.Func)
	args := call.Call.Args
	if obj == nil || len(args) == 0 {
		return nil
	}
	switch obj.FullName() {
	case "fmt.Sprint":
	case "fmt.Sprintf":
		if k, ok := shape.ConstString(args[0]); !ok || k != "%s" && k != "%v" {
			return nil
		}
	default:
		return nil
	}
	list, ok := args[len(args)-1].(*ssa.Slice)
	if !ok {
		return nil
	}
	var out ssa.Value
	for _, r := range *list.X.Referrers() {
		if a, ok := r.(*ssa.IndexAddr); ok {
			for _, r := range *a.Referrers() {
				if s, ok := r.(*ssa.Store); !ok || out != nil {
					return nil
				} else if out = s.Val; !isInterfaceOfText(out) {
					return nil
				}
			}
		}
	}
	return out
}

// isInterfaceOfText reports whether a value is text in an interface.
func isInterfaceOfText(v ssa.Value) bool {
	m, ok := v.(*ssa.MakeInterface)
	return ok && types.Identical(m.X.Type(), types.Typ[types.String])
}

// givesBack reports whether some return of a function with one result gives the
// parameter back.
func (c *redactor) givesBack() bool {
	for _, b := range c.fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if ok && len(ret.Results) == 1 && c.trace(ret.Results[0], b, map[ssa.Value]bool{}) {
			return true
		}
	}
	return false
}

// resultSpan is where result i is written in a return statement.
func (e *engine) resultSpan(fn *ssa.Function, ret *ssa.Return, i int) (token.Pos, token.Pos) {
	pos, end := ret.Pos(), ret.Pos()+token.Pos(len("return"))
	if node, ok := fn.Syntax().(*ast.FuncDecl); ok {
		ast.Inspect(node, func(n ast.Node) bool {
			if s, ok := n.(*ast.ReturnStmt); ok && s.Pos() == ret.Pos() && i < len(s.Results) {
				pos, end = s.Results[i].Pos(), s.Results[i].End()
			}
			return true
		})
	}
	return pos, end
}
