package tagging

import (
	"go/ast"

	"github.com/piivet/piivet/internal/directive"
)

// findSources notes the types that a directive makes personal.
func (m *Module) findSources() {
	m.sources = map[string]bool{}
	for _, p := range m.packages {
		for _, file := range p.Syntax {
			for _, decl := range file.Decls {
				g, ok := decl.(*ast.GenDecl)
				if !ok {
					continue
				}
				for _, s := range g.Specs {
					if t, ok := s.(*ast.TypeSpec); ok && (m.saysSource(t.Doc) || len(g.Specs) == 1 && m.saysSource(g.Doc)) {
						m.sources[p.PkgPath+"."+t.Name.Name] = true
					}
				}
			}
		}
	}
}

func (m *Module) saysSource(doc *ast.CommentGroup) bool {
	if doc == nil {
		return false
	}
	for _, c := range doc.List {
		if d, ok, _ := m.policy.Directive(c.Text); ok && d.Verb == directive.Source {
			return true
		}
	}
	return false
}
