package tagging

import (
	"go/ast"
	"go/types"
)

// findTwins notes the struct types to which no tag can be added alone. Tags are a
// part of a type: a value of a struct type without a name fits another one, named
// or not, only while the tags of both are the same.
func (m *Module) findTwins() {
	nodes := map[string][]*ast.StructType{}
	unnamed := map[string]bool{}
	for _, p := range m.packages {
		for _, file := range p.Syntax {
			declared := map[*ast.StructType]bool{}
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.TypeSpec:
					if st, ok := n.Type.(*ast.StructType); ok && !n.Assign.IsValid() {
						declared[st] = true
					}
				case *ast.StructType:
					if t := p.TypesInfo.Types[n].Type; t != nil && n.Fields.NumFields() > 0 {
						key := types.TypeString(t, nil)
						nodes[key] = append(nodes[key], n)
						unnamed[key] = unnamed[key] || !declared[n]
					}
				}
				return true
			})
		}
	}
	m.twins = map[*ast.StructType]bool{}
	for key, list := range nodes {
		for _, n := range list {
			m.twins[n] = len(list) > 1 && unnamed[key]
		}
	}
}
