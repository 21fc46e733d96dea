package tagging

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// TagFile returns a file's source with the tags of the candidates in it. Other
// tags and comments stay; a file that was gofmt'd still is. Candidates of other
// files, those that the policy has to name and those to be tagged by hand are left
// out; so is a field that is not at its place any more.
func TagFile(name string, src []byte, candidates []Candidate) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	at := map[spot]string{}
	for _, c := range candidates {
		if c.File == name && !c.Policy && !c.ByHand {
			at[spot{c.Line, c.Field}] = c.Class
		}
	}
	e := &editor{src: src, offset: func(p token.Pos) int { return fset.PositionFor(p, false).Offset }}
	ast.Inspect(file, func(n ast.Node) bool {
		if f, ok := n.(*ast.Field); ok {
			e.field(f, func(id *ast.Ident) string { return at[spot{fset.Position(id.Pos()).Line, id.Name}] })
		}
		return true
	})
	out := e.apply()
	if formatted, err := format.Source(src); err != nil || !bytes.Equal(formatted, src) {
		return out, nil // formatting all of it would change what nobody asked for
	}
	return format.Source(out)
}

// spot is where a field's name stands.
type spot struct {
	line int
	name string
}

// editor collects changes of a source text.
type editor struct {
	src    []byte
	offset func(token.Pos) int
	edits  []edit
}

type edit struct {
	from, to int
	text     string
}

func (e *editor) apply() []byte {
	slices.SortFunc(e.edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var out bytes.Buffer
	last := 0
	for _, ed := range e.edits {
		out.Write(e.src[last:ed.from])
		out.WriteString(ed.text)
		last = ed.to
	}
	out.Write(e.src[last:])
	return out.Bytes()
}

// field tags the names of a field declaration. If they do not all get the same
// tag, they get a line each.
func (e *editor) field(f *ast.Field, classOf func(*ast.Ident) string) {
	var classes []string
	for _, n := range f.Names {
		classes = append(classes, classOf(n))
	}
	switch distinct := slices.Compact(slices.Clone(classes)); {
	case len(distinct) == 0, len(distinct) == 1 && distinct[0] == "":
	case len(distinct) == 1:
		e.setTag(f, distinct[0])
	default:
		e.split(f, classes)
	}
}

// setTag puts the tag behind a field's type, or into the tag that is there.
func (e *editor) setTag(f *ast.Field, class string) {
	if f.Tag == nil {
		end := e.offset(f.Type.End())
		e.edits = append(e.edits, edit{end, end, " " + tagWith("", class)})
		return
	}
	e.edits = append(e.edits, edit{e.offset(f.Tag.Pos()), e.offset(f.Tag.End()), tagWith(f.Tag.Value, class)})
}

// split gives each name of "A, B string" a declaration of its own.
func (e *editor) split(f *ast.Field, classes []string) {
	typ := string(e.src[e.offset(f.Type.Pos()):e.offset(f.Type.End())])
	old := ""
	end := e.offset(f.Type.End())
	if f.Tag != nil {
		old, end = f.Tag.Value, e.offset(f.Tag.End())
	}
	var lines []string
	for i, n := range f.Names {
		line := n.Name + " " + typ
		if tag := old; classes[i] != "" {
			line += " " + tagWith(tag, classes[i])
		} else if tag != "" {
			line += " " + tag
		}
		lines = append(lines, line)
	}
	e.edits = append(e.edits, edit{e.offset(f.Pos()), end, strings.Join(lines, e.between(f))})
}

// between is what separates the declarations that take the place of one: a line
// break with the same indentation, or a semicolon where the struct stands on one
// line.
func (e *editor) between(f *ast.Field) string {
	start := e.offset(f.Pos())
	line := bytes.LastIndexByte(e.src[:start], '\n') + 1
	indent := e.src[line:start]
	if len(bytes.TrimSpace(indent)) > 0 {
		return "; "
	}
	if line > 1 && e.src[line-2] == '\r' {
		return "\r\n" + string(indent)
	}
	return "\n" + string(indent)
}

// tagWith adds the pii tag to the literal of a struct tag, in the quotes that it
// has. In front of what package reflect can't read, since it reads nothing after
// that.
func tagWith(literal, class string) string {
	ours := fmt.Sprintf("pii:%q", class)
	if literal == "" {
		return "`" + ours + "`"
	}
	quote := literal[:1]
	text, err := strconv.Unquote(literal)
	if err != nil {
		return literal
	}
	switch {
	case strings.TrimSpace(text) == "":
		text = ours
	case readable(text):
		text = strings.TrimRight(text, " ") + " " + ours
	default:
		text = ours + " " + strings.TrimLeft(text, " ")
	}
	if quote == "`" {
		return "`" + text + "`"
	}
	return strconv.Quote(text)
}

// readable reports whether all of a struct tag has the form that package reflect
// reads.
func readable(tag string) bool {
	for tag = strings.TrimLeft(tag, " "); tag != ""; tag = strings.TrimLeft(tag, " ") {
		key, rest, ok := strings.Cut(tag, ":")
		if !ok || key == "" || strings.ContainsAny(key, " \"") {
			return false
		}
		value, err := strconv.QuotedPrefix(rest)
		if err != nil || value[0] != '"' {
			return false
		}
		tag = rest[len(value):]
	}
	return true
}
