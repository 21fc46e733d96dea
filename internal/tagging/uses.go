package tagging

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/packages"
)

// rolesOf gives the names of the fields that hold a type of the module: a Party
// that fields call Buyer and Consignee is a person, whatever it is called.
func (m *Module) rolesOf(p *packages.Package, typ string) []string {
	if m.roles == nil {
		m.roles = map[string][]string{}
		for _, p := range m.packages {
			m.findRoles(p)
		}
	}
	return m.roles[p.PkgPath+"."+typ]
}

// findRoles notes the fields of a package's structs that hold types of the module.
func (m *Module) findRoles(p *packages.Package) {
	for _, file := range p.Syntax {
		ast.Inspect(file, func(n ast.Node) bool {
			st, ok := n.(*ast.StructType)
			if !ok {
				return true
			}
			for _, f := range st.Fields.List {
				named := namedIn(p.TypesInfo.TypeOf(f.Type))
				if named == nil || named.Obj().Pkg() == nil || !m.own[named.Obj().Pkg().Path()] || !isStruct(named) {
					continue
				}
				for _, name := range f.Names {
					m.roles[fullName(named)] = append(m.roles[fullName(named)], name.Name)
				}
			}
			return true
		})
	}
}

func isStruct(t *types.Named) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok
}
