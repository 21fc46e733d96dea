package piitag

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/internal/nearest"
	"github.com/piivet/piivet/piitag"
)

// structs checks the tags of all struct types in a file, also of those without
// a name.
func (c *checker) structs(f *ast.File) {
	names := map[*ast.StructType]*ast.Ident{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.TypeSpec:
			if st, ok := n.Type.(*ast.StructType); ok {
				names[st] = n.Name
			}
		case *ast.StructType:
			for _, field := range n.Fields.List {
				if field.Tag != nil && strings.Contains(strings.ToLower(field.Tag.Value), piitag.Key) {
					(&tagged{checker: c, owner: names[n], field: field}).check()
				}
			}
		}
		return true
	})
}

// tagged is a field with something like a pii tag.
type tagged struct {
	*checker
	owner *ast.Ident // nil for a type without a name
	field *ast.Field
}

func (t *tagged) check() {
	text, err := strconv.Unquote(t.field.Tag.Value)
	if err != nil {
		return
	}
	tag, key, ok, err := t.pol.StructTag(t.pass.Pkg.Path(), reflect.StructTag(text))
	if !ok || key != piitag.Key {
		return
	}
	if e, _ := err.(*piitag.ParseError); e != nil {
		t.malformed(text, e)
		return
	}
	switch {
	case len(t.field.Names) == 0:
		t.embedded(tag)
	case len(t.field.Names) == 1 && t.field.Names[0].Name == "_":
		t.blank(tag, text)
	default:
		t.contradiction(tag)
	}
}

// blank reports a tag on a blank field that looks like one for data: nobody can
// read the field, so its tag speaks of the struct.
func (t *tagged) blank(tag piitag.Tag, text string) {
	st, ok := t.field.Type.(*ast.StructType)
	if ok && len(st.Fields.List) == 0 {
		return
	}
	owner := "the struct"
	if t.owner != nil {
		owner = t.owner.Name
	}
	msg := fmt.Sprintf("pii tag of a blank field makes all of %s %s: tag the field that holds the data, or write _ struct{} if that is meant", owner, tag.Class)
	if tag.NotPersonal {
		msg = `pii:"-" of a blank field says nothing: mark the field that holds the data`
	}
	t.report(problem{
		pos: t.field.Tag.Pos(), end: t.field.Tag.End(), message: msg,
		fixes: t.fix("Remove the pii tag", withoutKey(text)),
	})
}

// name is how messages call the field.
func (t *tagged) name() string {
	owner := "struct"
	if t.owner != nil {
		owner = t.owner.Name
	}
	if len(t.field.Names) > 0 {
		return owner + "." + t.field.Names[0].Name
	}
	return owner + "." + embeddedName(t.field.Type)
}

func embeddedName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return embeddedName(e.X)
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.IndexExpr:
		return embeddedName(e.X)
	case *ast.IndexListExpr:
		return embeddedName(e.X)
	case *ast.Ident:
		return e.Name
	}
	return types.ExprString(e)
}

// malformed reports a tag that can't be read.
func (t *tagged) malformed(text string, e *piitag.ParseError) {
	off, hint := min(e.Col-1, len(text)), nearest.Hint(e.Suggestion)
	if strings.Contains(e.Suggestion, `"`) {
		hint = ", want " + e.Suggestion
	}
	p := problem{
		pos: t.at(off), end: t.at(off + len(word(text[off:]))),
		message: fmt.Sprintf("pii tag of %s: %s%s", t.name(), e.Msg, hint),
		help:    "write it as docs/tags.md says; until then the field counts as class unknown",
	}
	if better, ok := repairTag(t.pol.Classes(), text); ok {
		p.fixes = t.fix("Write "+pairOf(better), better)
	}
	t.report(p)
}

// word is what stands at a mistake, up to the next separator.
func word(s string) string {
	if i := strings.IndexAny(s, ",\" \t`"); i > 0 {
		return s[:i]
	}
	return s[:min(1, len(s))]
}

// pairOf is the pii part of a struct tag.
func pairOf(tag string) string {
	return piitag.Key + ":" + strconv.Quote(reflect.StructTag(tag).Get(piitag.Key))
}

// at is the position of a byte of the tag's text.
func (t *tagged) at(off int) token.Pos {
	lit := t.field.Tag.Value
	if lit[0] == '`' {
		return t.field.Tag.Pos() + token.Pos(1+min(off, len(lit)-2))
	}
	rest := lit[1 : len(lit)-1]
	for n := 0; n < off && rest != ""; {
		r, _, tail, err := strconv.UnquoteChar(rest, '"')
		if err != nil {
			break
		}
		n += len(string(r))
		rest = tail
	}
	return t.field.Tag.End() - token.Pos(len(rest)+1)
}

// fix replaces the struct tag.
func (t *tagged) fix(message, text string) []analysis.SuggestedFix {
	lit := ""
	switch {
	case text == "":
	case t.field.Tag.Value[0] == '`' && !strings.Contains(text, "`"):
		lit = "`" + text + "`"
	default:
		lit = strconv.Quote(text)
	}
	edit := analysis.TextEdit{Pos: t.field.Tag.Pos(), End: t.field.Tag.End(), NewText: []byte(lit)}
	if lit == "" {
		edit.Pos = t.field.Type.End() // and the space in front
	}
	return []analysis.SuggestedFix{{Message: message, TextEdits: []analysis.TextEdit{edit}}}
}

// embedded reports a tag on an embedded struct or interface: it is about all
// that is in there, which its reader can't see.
func (t *tagged) embedded(tag piitag.Tag) {
	typ := t.pass.TypesInfo.TypeOf(t.field.Type)
	if typ == nil {
		return
	}
	if p, ok := typ.Underlying().(*types.Pointer); ok {
		typ = p.Elem()
	}
	switch typ.Underlying().(type) {
	case *types.Struct, *types.Interface:
	default:
		return // a named string is data of its own
	}
	name := embeddedName(t.field.Type)
	p := problem{pos: t.field.Tag.Pos(), end: t.field.Tag.End()}
	if tag.NotPersonal {
		p.message = fmt.Sprintf(`pii:"-" on the embedded %s takes the tags of all its fields away here: tag the fields of %s instead, or give the field a name`, name, name)
	} else {
		p.message = fmt.Sprintf("pii tag on the embedded %s makes all of its fields %s, whatever their own tags say: tag the fields of %s instead, or give the field a name", name, tag.Class, name)
	}
	t.report(p)
}

// contradiction reports a tag that the policy overrules.
func (t *tagged) contradiction(tag piitag.Tag) {
	if t.owner == nil || t.pass.TypesInfo.Defs[t.owner] == nil {
		return
	}
	typ := t.pass.Pkg.Path() + "." + t.owner.Name
	for _, name := range t.field.Names {
		said, ok := t.pol.Field(typ, name.Name)
		if !ok || reflect.DeepEqual(said, tag) {
			continue
		}
		t.report(problem{
			pos: t.field.Tag.Pos(), end: t.field.Tag.End(),
			message: fmt.Sprintf("pii tag of %s.%s says %q, a [[field]] of the policy says %q, which counts: remove one of them", t.owner.Name, name.Name, tag, said),
		})
	}
}

// withoutKey is a struct tag without its pii part.
func withoutKey(tag string) string {
	i := strings.Index(tag, piitag.Key+`:"`)
	if i < 0 {
		return tag
	}
	end := i + len(piitag.Key) + 2
	for end < len(tag) && tag[end] != '"' {
		if tag[end] == '\\' {
			end++
		}
		end++
	}
	return strings.TrimSpace(strings.TrimSpace(tag[:i]) + " " + strings.TrimSpace(tag[min(end+1, len(tag)):]))
}
