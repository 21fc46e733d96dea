package tagging

import (
	"errors"
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/piivet/piivet/internal/policy"
)

// Options say what to load.
type Options struct {
	Dir      string // where the go command runs
	Tags     string // build tags, separated by commas
	Patterns []string
	Policy   *policy.Policy
}

// Module is what was loaded: the packages that were asked for.
type Module struct {
	packages []*packages.Package // sorted by path
	policy   *policy.Policy
	own      map[string]bool // import paths of the packages
	modules  []string        // paths of the modules that they are of
	sources  map[string]bool // types that a directive makes personal
	twins    map[*ast.StructType]bool
	tables   map[*packages.Package]map[string]string // names of database tables, by type
	roles    map[string][]string                     // names of the fields that hold a type
	// Problems are errors of the go command and of types. What they concern is
	// looked at by its syntax.
	Problems []string
}

const mode = packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedTypes |
	packages.NeedTypesInfo | packages.NeedSyntax | packages.NeedModule

// Load loads packages. It is an error if there are none.
func Load(o Options) (*Module, error) {
	cfg := &packages.Config{Mode: mode, Dir: o.Dir}
	if o.Tags != "" {
		cfg.BuildFlags = []string{"-tags=" + o.Tags}
	}
	loaded, err := packages.Load(cfg, o.Patterns...)
	if err != nil {
		return nil, err
	}
	m := &Module{policy: o.Policy, own: map[string]bool{}}
	var missing []error
	for _, p := range loaded {
		for _, e := range p.Errors {
			m.Problems = append(m.Problems, problem(e))
			if len(p.Syntax) == 0 && e.Kind == packages.ListError {
				missing = append(missing, errors.New(e.Msg))
			}
		}
		if len(p.Syntax) > 0 {
			m.add(p)
		}
	}
	if len(m.packages) == 0 {
		return nil, errors.Join(append(missing, fmt.Errorf("no Go files in %s", strings.Join(o.Patterns, " ")))...)
	}
	slices.SortFunc(m.packages, func(a, b *packages.Package) int { return strings.Compare(a.PkgPath, b.PkgPath) })
	m.findSources()
	m.findTwins()
	return m, nil
}

// problem is an error in one line: of what the go command says about a package, the
// first line that tells a place.
func problem(e packages.Error) string {
	lines := strings.Split(e.Msg, "\n")
	if len(lines) > 1 && strings.HasPrefix(lines[0], "# ") {
		return lines[1]
	}
	return e.Error()
}

func (m *Module) add(p *packages.Package) {
	m.packages = append(m.packages, p)
	m.own[p.PkgPath] = true
	if p.Module != nil && !slices.Contains(m.modules, p.Module.Path) {
		m.modules = append(m.modules, p.Module.Path)
	}
}

// inside reports whether a package is of one of the modules that were asked for,
// so that its types can be tagged.
func (m *Module) inside(p *types.Package) bool {
	if p == nil || m.own[p.Path()] {
		return true
	}
	return slices.ContainsFunc(m.modules, func(path string) bool {
		rest, ok := strings.CutPrefix(p.Path(), path)
		return ok && (rest == "" || rest[0] == '/')
	})
}

// standard reports whether a package is one of the standard library.
func standard(p *types.Package) bool {
	first, _, _ := strings.Cut(p.Path(), "/")
	return !strings.Contains(first, ".")
}
