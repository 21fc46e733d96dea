package piitag

import (
	"fmt"
	"go/ast"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/analyzers/internal/findings"
	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/taint"
	"github.com/piivet/piivet/piitag"
)

// claims reports functions that do not do what is said of them.
func (c *checker) claims() {
	for _, cl := range c.r.Claims {
		p := problem{pos: cl.Pos, end: cl.End, category: redactCategory}
		switch {
		case cl.Verb == directive.Verify:
			p.category = verifyCategory
			p.message = fmt.Sprintf("%s is said to verify the caller, but cannot fail", cl.Func.Name())
			p.help = "return an error or false for callers who are not known, or take the directive away"
			if cl.Void {
				p.message += ": it returns nothing, so that its caller goes on whatever it finds"
			}
		case cl.Left:
			what := cl.Param
			if cl.Field != "" {
				what += "." + cl.Field
			}
			p.message = fmt.Sprintf("%s is said to redact, but leaves %s unchanged here", cl.Func.Name(), what)
			p.help = "store what is left over to it on this way too: what a redactor was given counts as clean"
		case cl.Field != "":
			p.message = fmt.Sprintf("%s is said to redact, but returns %s.%s unchanged here", cl.Func.Name(), cl.Param, cl.Field)
			p.help = "redact it on this way too, or name the classes that are redacted"
		default:
			p.message = fmt.Sprintf("%s is said to redact, but returns %s unchanged here", cl.Func.Name(), cl.Param)
			p.help = "redact it on this way too: what comes out of a redactor counts as clean"
		}
		c.report(p)
	}
}

// laundering reports fields without a tag that personal data goes into.
func (c *checker) laundering() {
	if !c.pol.On(launderingCategory) {
		return
	}
	for _, l := range c.r.Launderings {
		if findings.Excluded(c.pass, c.r, l.Pos) || c.r.Allowed(taint.KindTag, &l.Flow) {
			continue
		}
		names := findings.Names(l.Sources)
		verb := "goes"
		if len(l.Sources) > 1 {
			verb = "go"
		}
		msg := fmt.Sprintf("%s %s into %s, which has no pii tag: ", names, verb, l.Sink)
		fixes := c.tagFix(l)
		msg += c.advice(l, len(fixes) > 0)
		det := findings.DetailOf(c.pass, &l.Flow, l.Sources)
		det.Help = c.advice(l, len(fixes) > 0)
		c.send(analysis.Diagnostic{
			Pos: l.Pos, End: l.End, Category: launderingCategory, Message: msg,
			Related: findings.Related(c.r, &l.Flow, l.Sources), SuggestedFixes: fixes,
		}, det)
	}
}

// advice says how to tag the field.
func (c *checker) advice(l *taint.Laundering, here bool) string {
	at := c.pass.Fset.Position(l.Field.Pos())
	switch {
	case c.written(l) && !here:
		return fmt.Sprintf("tag it or mark it pii:\"-\" (%s:%d)", path.Base(at.Filename), at.Line)
	case here:
		return `tag it or mark it pii:"-"`
	case l.Owner.Pkg() != c.pass.Pkg && !generatedName.MatchString(at.Filename):
		return fmt.Sprintf("tag it or mark it pii:\"-\" in package %s", l.Owner.Pkg().Path())
	}
	return fmt.Sprintf("its file is generated, so write a [[field]] with type = %q and field = %q into the policy",
		l.Owner.Pkg().Path()+"."+l.Owner.Name(), l.Field.Name())
}

// generatedName is how files are called that programs write. Of other packages
// there is no more to see.
var generatedName = regexp.MustCompile(`(\.pb|\.pb\.\w+|[._]gen|[._]generated|_enumer|_string|\.sql)\.go$|(^|/)zz_generated|(^|/)ent/`)

// written reports whether the field is declared here, in a file that a person
// writes.
func (c *checker) written(l *taint.Laundering) bool {
	f := c.file(l.Field.Pos())
	return f != nil && !ast.IsGenerated(f)
}

// tagFix adds a tag to the declaration of the field: where that stands in this
// package, and there is one class alone to be written.
func (c *checker) tagFix(l *taint.Laundering) []analysis.SuggestedFix {
	if len(l.Classes) != 1 || !c.written(l) {
		return nil
	}
	field := c.declaration(l)
	if field == nil || len(field.Names) != 1 {
		return nil
	}
	tag := fmt.Sprintf("%s:%q", piitag.Key, c.tagText(l))
	edit := analysis.TextEdit{Pos: field.Type.End(), End: field.Type.End(), NewText: []byte(" `" + tag + "`")}
	if field.Tag != nil {
		old, err := strconv.Unquote(field.Tag.Value)
		if err != nil || strings.Contains(old, "`") {
			return nil
		}
		edit.Pos, edit.End = field.Tag.Pos(), field.Tag.End()
		edit.NewText = []byte("`" + strings.TrimSpace(old+" "+tag) + "`")
	}
	return []analysis.SuggestedFix{{Message: "Tag " + l.Sink + " with " + tag, TextEdits: []analysis.TextEdit{edit}}}
}

// tagText is the tag for what goes into the field: the class, and the highest
// level if that is not the one of the class.
func (c *checker) tagText(l *taint.Laundering) string {
	level := piitag.Level(0)
	for _, s := range l.Sources {
		level = max(level, s.Level)
	}
	class, ok := c.pol.Class(l.Classes[0])
	if !ok || class.Level == level || level == 0 {
		return l.Classes[0]
	}
	return l.Classes[0] + ",level=" + level.String()
}

// declaration is the syntax of a field.
func (c *checker) declaration(l *taint.Laundering) (field *ast.Field) {
	ast.Inspect(c.file(l.Field.Pos()), func(n ast.Node) bool {
		if f, ok := n.(*ast.Field); ok && slices.ContainsFunc(f.Names, func(id *ast.Ident) bool { return id.Pos() == l.Field.Pos() }) {
			field = f
		}
		return field == nil
	})
	return field
}
