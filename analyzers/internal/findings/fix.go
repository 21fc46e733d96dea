package findings

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/taint"
)

// piitagPath is the package that masks at run time.
const piitagPath = "github.com/piivet/piivet/piitag"

// fixer looks for the one clear mend of a finding. There is none where the sink
// is further down: what a helper does with its argument besides logging it is
// not known here, and a masked address is no address to write to.
type fixer struct {
	o    Options
	pass *analysis.Pass
	r    *taint.Result
	fl   *taint.Flow
	srcs []taint.FlowSource
	file *ast.File
	call *ast.CallExpr // the sink
	arg  ast.Expr      // what is handed to it
}

// fixes returns at most one fix.
func (o Options) fixes(pass *analysis.Pass, r *taint.Result, fl *taint.Flow, srcs []taint.FlowSource) []analysis.SuggestedFix {
	if fl.Kind != directive.KindLog && fl.Kind != directive.KindError {
		return nil
	}
	x := &fixer{o: o, pass: pass, r: r, fl: fl, srcs: srcs}
	if !x.locate() || ast.IsGenerated(x.file) {
		return nil
	}
	for _, try := range []func() *analysis.SuggestedFix{x.redactField, x.addLogValue, x.logID, x.maskCarrier} {
		if fix := try(); fix != nil {
			return []analysis.SuggestedFix{*fix}
		}
	}
	return nil
}

// locate finds the call of the sink and the argument that the finding is about.
func (x *fixer) locate() bool {
	sink := x.r.Position(x.fl.Place)
	if !sink.IsValid() {
		return false
	}
	for _, f := range x.pass.Files {
		if f.FileStart <= x.fl.Pos && x.fl.Pos < f.FileEnd {
			x.file = f
		}
	}
	if x.file == nil {
		return false
	}
	ast.Inspect(x.file, func(n ast.Node) bool {
		if n == nil || n.Pos() > x.fl.Pos || n.End() < x.fl.End {
			return false
		}
		if c, ok := n.(*ast.CallExpr); ok && c.Pos() <= sink && sink < c.End() {
			for _, a := range c.Args {
				if a.Pos() == x.fl.Pos && a.End() == x.fl.End && !c.Ellipsis.IsValid() {
					x.call, x.arg = c, ast.Unparen(a)
				}
			}
		}
		return true
	})
	return x.arg != nil
}

// redactField wraps a field in a redactor: c.Email becomes maskEmail(c.Email).
func (x *fixer) redactField() *analysis.SuggestedFix {
	sel, ok := x.arg.(*ast.SelectorExpr)
	if !ok || len(x.srcs) != 1 || x.srcs[0].Owner == "" || sel.Sel.Name != x.srcs[0].Field {
		return nil
	}
	if s := x.pass.TypesInfo.Selections[sel]; s == nil || s.Kind() != types.FieldVal {
		return nil
	}
	if !types.Identical(x.pass.TypesInfo.TypeOf(x.arg), types.Typ[types.String]) {
		return nil
	}
	if name, edits := x.redactor(x.srcs[0].Class); name != "" {
		return x.wrap(name, name+"(", edits)
	}
	if name, edits := x.imported(piitagPath, "piitag"); name != "" {
		return x.wrap(name+".MaskString", fmt.Sprintf("%s.MaskString(%q, ", name, x.srcs[0].Class), edits)
	}
	return nil
}

func (x *fixer) wrap(name, open string, edits []analysis.TextEdit) *analysis.SuggestedFix {
	return &analysis.SuggestedFix{
		Message: "Redact it with " + name,
		TextEdits: append(edits,
			analysis.TextEdit{Pos: x.fl.Pos, End: x.fl.Pos, NewText: []byte(open)},
			analysis.TextEdit{Pos: x.fl.End, End: x.fl.End, NewText: []byte(")")}),
	}
}

// redactor is what this package or the policy has for a class: a function from
// string to string. Of several none is the clear one, unless one alone names
// the class.
func (x *fixer) redactor(class string) (name string, edits []analysis.TextEdit) {
	var special, general []string
	for _, f := range x.pass.Files {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv != nil || fn.Doc == nil || !masks(x.pass.TypesInfo.Defs[fn.Name]) || x.inside(fn) || !x.sees(fn.Name.Name) {
				continue
			}
			for _, c := range fn.Doc.List {
				d, ok, err := x.r.Policy.Directive(c.Text)
				switch {
				case !ok || err != nil || d.Verb != directive.Redact:
				case len(d.Classes) == 0:
					general = append(general, fn.Name.Name)
				case slices.Contains(d.Classes, class):
					special = append(special, fn.Name.Name)
				}
			}
		}
	}
	for _, names := range [][]string{special, general} {
		if len(names) == 1 {
			return names[0], nil
		}
	}
	return x.policyRedactor(class)
}

// policyRedactor is one of the policy's [[redactor]] list that can be called here.
func (x *fixer) policyRedactor(class string) (name string, edits []analysis.TextEdit) {
	for _, r := range x.r.Policy.Redactors() {
		i := strings.LastIndexByte(r.Func, '.')
		if i < 0 || len(r.Classes) > 0 && !slices.Contains(r.Classes, class) {
			continue
		}
		pkg := reachable(x.pass.Pkg)[r.Func[:i]]
		if pkg == nil || !masks(pkg.Scope().Lookup(r.Func[i+1:])) {
			continue
		}
		if pkg == x.pass.Pkg {
			if x.sees(r.Func[i+1:]) {
				return r.Func[i+1:], nil
			}
			continue
		}
		if q, edits := x.imported(pkg.Path(), pkg.Name()); q != "" && token.IsExported(r.Func[i+1:]) {
			return q + "." + r.Func[i+1:], edits
		}
	}
	return "", nil
}

// masks reports whether an object is a func(string) string.
func masks(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	sig := fn.Signature()
	return !sig.Variadic() && sig.TypeParams() == nil && sig.Params().Len() == 1 && sig.Results().Len() == 1 &&
		types.Identical(sig.Params().At(0).Type(), types.Typ[types.String]) &&
		types.Identical(sig.Results().At(0).Type(), types.Typ[types.String])
}

// inside reports whether the finding stands in a function: a redactor that calls
// itself redacts nothing.
func (x *fixer) inside(fn *ast.FuncDecl) bool { return fn.Pos() <= x.fl.Pos && x.fl.Pos < fn.End() }

// sees reports whether a name of the package scope means that where the finding
// stands.
func (x *fixer) sees(name string) bool {
	_, obj := x.scope().LookupParent(name, x.fl.Pos)
	return obj != nil && obj.Parent() == x.pass.Pkg.Scope()
}

func (x *fixer) scope() *types.Scope {
	if s := x.pass.Pkg.Scope().Innermost(x.fl.Pos); s != nil {
		return s
	}
	return x.pass.Pkg.Scope()
}
