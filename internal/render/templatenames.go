package render

import (
	"maps"
	"slices"
	"strings"
	"text/template/parse"
)

// Names on a path in a template, besides those of fields, methods and keys.
const (
	anyElement = "*" // of a list, or any value of a map
	anyMapKey  = "#"
	printedEnd = "!" // ends a path: what it leads to is printed
	nameSep    = "."
	noNames    = "-" // of a template that prints nothing of its data
)

// comparing are functions of templates that print nothing of their arguments.
var comparing = []string{"len", "not", "eq", "ne", "lt", "le", "gt", "ge"}

// maxTemplates bounds the templates that call one another, maxTemplatePaths the paths
// that a variable may stand for.
const (
	maxTemplates     = 8
	maxTemplatePaths = 64
)

// TemplateNames says for [Format.Names] what a template prints of its data: paths of
// names from the data on, sorted, with a space between them. The template is the one with that name
// in the text, or else the text itself. The result is empty if the text cannot be read.
func TemplateNames(text, name string) string {
	t := parse.New("")
	t.Mode = parse.SkipFuncCheck
	trees := map[string]*parse.Tree{}
	if _, err := t.Parse(text, "", "", trees); err != nil {
		return ""
	}
	r := templateReader{trees: trees, out: map[string]bool{}}
	if trees[name] == nil {
		name = ""
	}
	r.called(name, []string{""})
	if len(r.out) == 0 {
		return noNames
	}
	return strings.Join(slices.Sorted(maps.Keys(r.out)), " ")
}

// templateReader follows what names in templates stand for: each is a set of
// paths, every one of them with a separator behind each name.
type templateReader struct {
	trees map[string]*parse.Tree
	out   map[string]bool
	depth int
}

// scope is what the dot and the variables are at a place in a template.
type scope struct {
	dot  []string
	vars map[string][]string
}

func (s scope) with(dot []string) scope { return scope{dot, maps.Clone(s.vars)} }

// called reads the template with that name, whose data are dot.
func (r *templateReader) called(name string, dot []string) {
	tree := r.trees[name]
	if len(dot) == 0 {
		return
	}
	if r.depth >= maxTemplates || tree == nil && name != "" {
		r.print(dot)
		return
	}
	if tree == nil || tree.Root == nil {
		return
	}
	r.depth++
	r.list(tree.Root, scope{dot, map[string][]string{"$": dot}})
	r.depth--
}

func (r *templateReader) print(paths []string) {
	for _, p := range paths {
		r.out[p+printedEnd] = true
	}
}

func (r *templateReader) list(l *parse.ListNode, s scope) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			v := r.pipe(n.Pipe, s, len(n.Pipe.Decl) == 0)
			for _, d := range n.Pipe.Decl {
				s.vars[d.Ident[0]] = bounded(append(s.vars[d.Ident[0]], v...))
			}
		case *parse.IfNode:
			s := s.with(s.dot)
			r.declare(n.Pipe, r.pipe(n.Pipe, s, false), s)
			r.list(n.List, s)
			r.list(n.ElseList, s)
		case *parse.WithNode:
			v := r.pipe(n.Pipe, s, false)
			in := s.with(v)
			r.declare(n.Pipe, v, in)
			r.list(n.List, in)
			r.list(n.ElseList, s.with(s.dot))
		case *parse.RangeNode:
			r.loop(n, s)
		case *parse.TemplateNode:
			r.called(n.Name, r.pipe(n.Pipe, s, false))
		}
	}
}

func (r *templateReader) loop(n *parse.RangeNode, s scope) {
	v := r.pipe(n.Pipe, s, false)
	in := s.with(behindEach(v, anyElement))
	switch d := n.Pipe.Decl; len(d) {
	case 1:
		in.vars[d[0].Ident[0]] = in.dot
	case 2:
		in.vars[d[0].Ident[0]], in.vars[d[1].Ident[0]] = behindEach(v, anyMapKey), in.dot
	}
	r.list(n.List, in)
	r.list(n.ElseList, s.with(s.dot))
}

func (r *templateReader) declare(p *parse.PipeNode, v []string, s scope) {
	for _, d := range p.Decl {
		s.vars[d.Ident[0]] = v
	}
}

// behindEach has a name behind each path.
func behindEach(paths []string, names ...string) []string {
	var out []string
	for _, p := range paths {
		out = append(out, p+strings.Join(names, nameSep)+nameSep)
	}
	return out
}

func bounded(paths []string) []string {
	slices.Sort(paths)
	paths = slices.Compact(paths)
	return paths[:min(len(paths), maxTemplatePaths)]
}

// pipe is what a pipeline stands for, and notes it if it is printed. What a function
// that nobody knows makes of its arguments is printed at once.
func (r *templateReader) pipe(p *parse.PipeNode, s scope, printed bool) []string {
	if p == nil || len(p.Cmds) == 0 {
		return nil
	}
	var v []string
	for i, c := range p.Cmds {
		v = r.command(c, s, v, i > 0)
	}
	if printed {
		r.print(v)
	}
	return v
}

// command is what a command stands for, given the value of the one before it.
func (r *templateReader) command(c *parse.CommandNode, s scope, before []string, piped bool) []string {
	f, isFunc := c.Args[0].(*parse.IdentifierNode)
	if !isFunc && len(c.Args) == 1 && !piped {
		return r.operand(c.Args[0], s)
	}
	var args [][]string
	for _, a := range c.Args {
		args = append(args, r.operand(a, s))
	}
	if piped {
		args = append(args, before)
	}
	switch {
	case isFunc && slices.Contains(comparing, f.Ident):
		return nil
	case isFunc && (f.Ident == "and" || f.Ident == "or"):
		return bounded(slices.Concat(args...))
	case isFunc && f.Ident == "index" && !piped && len(c.Args) > 1:
		return r.index(args[1], c.Args[2:])
	}
	for _, a := range args {
		r.print(a)
	}
	return nil
}

// index is what the function of that name takes out of paths.
func (r *templateReader) index(paths []string, keys []parse.Node) []string {
	for _, k := range keys {
		name := anyElement
		if s, ok := k.(*parse.StringNode); ok && !strings.ContainsAny(s.Text, nameSep+" ") {
			name = s.Text
		}
		paths = behindEach(paths, name)
	}
	return paths
}

func (r *templateReader) operand(n parse.Node, s scope) []string {
	switch n := n.(type) {
	case *parse.DotNode:
		return s.dot
	case *parse.FieldNode:
		return behindEach(s.dot, n.Ident...)
	case *parse.VariableNode:
		if len(n.Ident) == 1 {
			return s.vars[n.Ident[0]]
		}
		return behindEach(s.vars[n.Ident[0]], n.Ident[1:]...)
	case *parse.ChainNode:
		return behindEach(r.operand(n.Node, s), n.Field...)
	case *parse.PipeNode:
		return r.pipe(n, s, false)
	}
	return nil
}
