package findings

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// imported is the name of a package in the file of the finding, with the edits
// that import it if need be. It is empty where that can't be done: what is not
// in the build already might not be found, or might import this package.
func (x *fixer) imported(path, name string) (string, []analysis.TextEdit) {
	for _, spec := range x.file.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err != nil || p != path {
			continue
		}
		if spec.Name != nil {
			name = spec.Name.Name
		}
		if name == "_" || name == "." || !x.means(name, path) {
			return "", nil
		}
		return name, nil
	}
	if !x.available(path) || x.taken(name) {
		return "", nil
	}
	return name, x.addImport(path)
}

// means reports whether a name is that package where the finding stands. In
// another file nothing local can stand in the way.
func (x *fixer) means(name, path string) bool {
	if !x.here() {
		return true
	}
	_, obj := x.scope().LookupParent(name, x.fl.Pos)
	p, ok := obj.(*types.PkgName)
	return ok && p.Imported().Path() == path
}

func (x *fixer) taken(name string) bool {
	if x.pass.Pkg.Scope().Lookup(name) != nil {
		return true
	}
	if s := x.pass.TypesInfo.Scopes[x.file]; s != nil && s.Lookup(name) != nil {
		return true
	}
	if !x.here() {
		return false
	}
	_, obj := x.scope().LookupParent(name, x.fl.Pos)
	return obj != nil
}

// here reports whether the file is that of the finding.
func (x *fixer) here() bool { return x.file.FileStart <= x.fl.Pos && x.fl.Pos < x.file.FileEnd }

func (x *fixer) available(path string) bool {
	if strings.Contains("/"+path+"/", "/internal/") {
		return false
	}
	return path == "log/slog" || path == piitagPath && x.o.Piitag || reachable(x.pass.Pkg)[path] != nil
}

// reachable are the packages that a package imports, however far down.
func reachable(pkg *types.Package) map[string]*types.Package {
	out := map[string]*types.Package{}
	var visit func(*types.Package)
	visit = func(p *types.Package) {
		if out[p.Path()] == nil {
			out[p.Path()] = p
			for _, i := range p.Imports() {
				visit(i)
			}
		}
	}
	visit(pkg)
	return out
}

// addImport imports a package: the standard library's in front, others behind
// it in a group of their own.
func (x *fixer) addImport(path string) []analysis.TextEdit {
	quoted := strconv.Quote(path)
	standard := !strings.Contains(strings.Split(path, "/")[0], ".")
	for _, d := range x.file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.IMPORT || len(g.Specs) == 0 {
			continue
		}
		if !g.Lparen.IsValid() {
			return parenthesize(g, quoted, standard)
		}
		if standard {
			return []analysis.TextEdit{insert(g.Specs[0].Pos(), quoted+"\n\t")}
		}
		for _, s := range g.Specs {
			if p := s.(*ast.ImportSpec).Path.Value; strings.Contains(strings.Split(p, "/")[0], ".") {
				return []analysis.TextEdit{insert(s.Pos(), quoted+"\n\t")}
			}
		}
		return []analysis.TextEdit{insert(g.Specs[len(g.Specs)-1].End(), "\n\n\t"+quoted)}
	}
	return []analysis.TextEdit{insert(x.file.Name.End(), "\n\nimport "+quoted)}
}

// parenthesize adds to a declaration of one import.
func parenthesize(g *ast.GenDecl, quoted string, standard bool) []analysis.TextEdit {
	if standard {
		return []analysis.TextEdit{insert(g.Specs[0].Pos(), "(\n\t"+quoted+"\n\t"), insert(g.End(), "\n)")}
	}
	return []analysis.TextEdit{insert(g.Specs[0].Pos(), "(\n\t"), insert(g.End(), "\n\n\t"+quoted+"\n)")}
}

func insert(at token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: at, End: at, NewText: []byte(text)}
}
