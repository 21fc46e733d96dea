package findings

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// carrier is the struct that an argument is, by itself or behind a pointer.
func (x *fixer) carrier() (named *types.Named, st *types.Struct, pointer bool) {
	t := types.Unalias(x.pass.TypesInfo.TypeOf(x.arg))
	if p, ok := t.(*types.Pointer); ok {
		t, pointer = types.Unalias(p.Elem()), true
	}
	named, ok := t.(*types.Named)
	if !ok || named.TypeParams() != nil || named.Obj().Pkg() == nil {
		return nil, nil, false
	}
	st, _ = named.Underlying().(*types.Struct)
	return named, st, pointer
}

// logID prints the id of a record instead of all of it. A pointer might be nil,
// which only the record survives.
func (x *fixer) logID() *analysis.SuggestedFix {
	named, st, pointer := x.carrier()
	if st == nil || pointer || !x.operand() {
		return nil
	}
	for i := range st.NumFields() {
		f := st.Field(i)
		if f.Name() != "ID" && f.Name() != "Id" && f.Name() != "id" || !x.plain(st, named, i) {
			continue
		}
		if !f.Exported() && f.Pkg() != x.pass.Pkg || !x.formats(f.Type()) {
			return nil
		}
		if _, ok := x.arg.(*ast.StarExpr); ok {
			return nil
		}
		return &analysis.SuggestedFix{
			Message:   "Print its " + f.Name(),
			TextEdits: []analysis.TextEdit{{Pos: x.fl.End, End: x.fl.End, NewText: []byte("." + f.Name())}},
		}
	}
	return nil
}

// operand reports whether a selector may be written behind the argument.
func (x *fixer) operand() bool {
	switch x.arg.(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.IndexExpr, *ast.CallExpr:
		return true
	}
	return false
}

// formats reports whether the sink prints an id of type t where it printed the
// record: as it is, or by a %v. Any other verb may not fit.
func (x *fixer) formats(t types.Type) bool {
	if _, ok := t.Underlying().(*types.Basic); !ok {
		return false
	}
	verb, ok := x.verb()
	return !ok || verb == "v" || verb == "+v"
}

// verb is the verb that prints the argument, where the sink has a constant
// format in front of its operands.
func (x *fixer) verb() (string, bool) {
	for i, a := range x.call.Args {
		if a.Pos() == x.fl.Pos {
			return "", false
		}
		v := x.pass.TypesInfo.Types[a].Value
		if v == nil || !strings.HasSuffix(callee(x.call), "f") {
			continue
		}
		n := 0
		for _, a := range x.call.Args[i+1:] {
			if a.Pos() == x.fl.Pos {
				return nthVerb(v.ExactString(), n), true
			}
			n++
		}
	}
	return "", false
}

func callee(c *ast.CallExpr) string {
	switch f := ast.Unparen(c.Fun).(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// nthVerb is the verb of operand n with its flags; "?" where stars or numbers
// of operands make that uncertain.
func nthVerb(format string, n int) string {
	if strings.ContainsAny(format, "*[") {
		return "?"
	}
	for {
		i := strings.IndexByte(format, '%')
		if i < 0 {
			return "?"
		}
		format = format[i+1:]
		end := strings.IndexFunc(format, func(r rune) bool { return r == '%' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' })
		if end < 0 {
			return "?"
		}
		verb := format[:end+1]
		format = format[end+1:]
		if verb == "%" {
			continue
		}
		if n == 0 {
			return verb
		}
		n--
	}
}

// plain reports whether a field holds no personal data, and nothing that could.
func (x *fixer) plain(st *types.Struct, named *types.Named, i int) bool {
	f := st.Field(i)
	if _, ok := f.Type().Underlying().(*types.Basic); !ok || f.Embedded() || f.Name() == "_" {
		return false
	}
	if _, ok := x.r.Policy.Field(named.Obj().Pkg().Path()+"."+named.Obj().Name(), f.Name()); ok {
		return false
	}
	if tag, _, ok, _ := x.r.Policy.StructTag(named.Obj().Pkg().Path(), reflect.StructTag(st.Tag(i))); ok && !tag.NotPersonal {
		return false
	}
	if n, ok := types.Unalias(f.Type()).(*types.Named); ok && n.Obj().Pkg() != nil {
		// A named type may be personal itself, or print something else.
		return false
	}
	return !strings.HasPrefix(f.Type().String(), "unsafe.")
}

// addLogValue gives a type of this package a LogValue method with what is not
// personal, for slog.
func (x *fixer) addLogValue() *analysis.SuggestedFix {
	if !strings.HasPrefix(x.fl.Sink, "slog.") || x.fl.Sink == "slog.Logger.With" {
		return nil
	}
	named, st, _ := x.carrier()
	if st == nil || named.Obj().Pkg() != x.pass.Pkg || named.Obj().Parent() != x.pass.Pkg.Scope() {
		return nil
	}
	// Whatever prints it now has been thought of.
	for _, name := range []string{"LogValue", "MarshalText", "MarshalJSON", "String", "Error"} {
		if obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(named), true, x.pass.Pkg, name); obj != nil {
			return nil
		}
	}
	file, decl := x.declaration(named.Obj())
	if decl == nil || ast.IsGenerated(file) {
		return nil
	}
	in := *x
	in.file = file
	slog, edits := in.imported("log/slog", "slog")
	if slog == "" {
		return nil
	}
	recv := receiverName(named.Obj().Name())
	if recv == slog {
		return nil
	}
	var attrs []string
	for i := range st.NumFields() {
		if x.plain(st, named, i) {
			name := st.Field(i).Name()
			attrs = append(attrs, fmt.Sprintf("%s.Any(%q, %s.%s)", slog, strings.ToLower(name), recv, name))
		}
	}
	if len(attrs) == 0 {
		return nil
	}
	text := fmt.Sprintf("\n\n// LogValue leaves out what is personal.\nfunc (%s %s) LogValue() %s.Value {\n\treturn %s.GroupValue(%s)\n}",
		recv, named.Obj().Name(), slog, slog, strings.Join(attrs, ", "))
	return &analysis.SuggestedFix{
		Message:   "Add a LogValue method to " + named.Obj().Name(),
		TextEdits: append(edits, analysis.TextEdit{Pos: decl.End(), End: decl.End(), NewText: []byte(text)}),
	}
}

// declaration is where a type is declared.
func (x *fixer) declaration(obj *types.TypeName) (*ast.File, *ast.GenDecl) {
	for _, f := range x.pass.Files {
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.TYPE && g.Pos() <= obj.Pos() && obj.Pos() < g.End() {
				return f, g
			}
		}
	}
	return nil, nil
}

func receiverName(typ string) string { return strings.ToLower(typ[:1]) }

// maskCarrier hands a masked copy on.
func (x *fixer) maskCarrier() *analysis.SuggestedFix {
	if _, st, _ := x.carrier(); st == nil {
		return nil
	}
	for _, s := range x.srcs {
		// What a type or the policy makes personal has no tag to mask by.
		if s.Owner == "" || len(x.r.Policy.Path()) > 0 {
			return nil
		}
	}
	name, edits := x.imported(piitagPath, "piitag")
	if name == "" {
		return nil
	}
	return x.wrap(name+".Mask", name+".Mask(", edits)
}
