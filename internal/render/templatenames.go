package render

import (
	"maps"
	"slices"
	"strings"
	"text/template/parse"
)

// compared are functions of templates that print nothing of their arguments.
var compared = []string{"len", "not", "eq", "ne", "lt", "le", "gt", "ge"}

// TemplateNames are the names that the texts of templates have, for
// [Format.Names]: words with a space between them, sorted. It is empty if a text cannot
// be read.
func TemplateNames(texts ...string) string {
	names := templateNames{anyName + "0": true} // not empty, for templates that name nothing
	for _, text := range texts {
		t := parse.New("")
		t.Mode = parse.SkipFuncCheck
		trees := map[string]*parse.Tree{}
		if _, err := t.Parse(text, "", "", trees); err != nil {
			return ""
		}
		for _, tree := range trees {
			if tree.Root != nil {
				names.node(tree.Root)
			}
		}
	}
	return strings.Join(slices.Sorted(maps.Keys(names)), " ")
}

type templateNames map[string]bool

func (s templateNames) node(n parse.Node) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, c := range n.Nodes {
				s.node(c)
			}
		}
	case *parse.ActionNode:
		s.pipe(n.Pipe, len(n.Pipe.Decl) == 0)
	case *parse.IfNode:
		s.branch(&n.BranchNode)
	case *parse.RangeNode:
		s.branch(&n.BranchNode)
	case *parse.WithNode:
		s.branch(&n.BranchNode)
	case *parse.TemplateNode:
		s.pipe(n.Pipe, false)
	}
}

func (s templateNames) branch(n *parse.BranchNode) {
	s.pipe(n.Pipe, false)
	s.node(n.List)
	s.node(n.ElseList)
}

// pipe notes what a pipeline names, and whether that is printed.
func (s templateNames) pipe(p *parse.PipeNode, printed bool) {
	if p == nil {
		return
	}
	for _, c := range p.Cmds {
		f, isFunc := c.Args[0].(*parse.IdentifierNode)
		shown := printed && !(isFunc && slices.Contains(compared, f.Ident))
		for _, a := range c.Args {
			s.operand(a, shown)
		}
	}
}

func (s templateNames) operand(n parse.Node, printed bool) {
	switch n := n.(type) {
	case *parse.DotNode:
		s.names([]string{anyName}, printed)
	case *parse.FieldNode:
		s.names(n.Ident, printed)
	case *parse.VariableNode:
		s.names(append([]string{anyName}, n.Ident[1:]...), printed)
	case *parse.ChainNode:
		s.operand(n.Node, false)
		s.names(n.Field, printed)
	case *parse.PipeNode:
		s.pipe(n, printed)
	}
}

// names notes the names of a chain, of which the last one's value may be printed.
func (s templateNames) names(chain []string, printed bool) {
	for i, name := range chain {
		if name == anyName && (i < len(chain)-1 || !printed) {
			continue
		}
		if printed && i == len(chain)-1 {
			name += printedName
		}
		s[name] = true
	}
}
