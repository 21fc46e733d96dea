package taint

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/directive"
)

// Allow is one //pii:allow directive. It covers its own line and, where it
// stands alone, the next one.
type Allow struct {
	Pos, End token.Pos
	Kinds    []string
	Reason   string
	file     string
	lines    []int
	used     map[string]bool
}

// Unused lists the kinds that the directive names in vain, of those asked for.
func (a *Allow) Unused(kind string) bool {
	return slices.Contains(a.Kinds, kind) && !a.used[kind]
}

// readAllows collects the directives that accept findings.
func (e *engine) readAllows() []*Allow {
	var out []*Allow
	for _, f := range e.pass.Files {
		var code map[int]bool
		for _, g := range f.Comments {
			for _, c := range g.List {
				if !strings.HasPrefix(c.Text, "//pii:allow") {
					continue
				}
				d, ok, err := e.pol.Directive(c.Text)
				if !ok || err != nil || d.Verb != directive.Allow {
					continue
				}
				if code == nil {
					code = e.codeLines(f)
				}
				out = append(out, e.allow(c, d, code))
			}
		}
	}
	return out
}

func (e *engine) allow(c *ast.Comment, d directive.Directive, code map[int]bool) *Allow {
	p := e.pass.Fset.Position(c.Pos())
	a := &Allow{Pos: c.Pos(), End: c.End(), Kinds: d.Kinds, Reason: d.Reason, file: filepath.Base(p.Filename), used: map[string]bool{}}
	a.lines = []int{p.Line}
	for next := p.Line + 1; !code[p.Line]; next++ {
		a.lines = append(a.lines, next)
		if code[next] || next > p.Line+maxCommentLines {
			break
		}
	}
	return a
}

// maxCommentLines bounds how far below a directive its line of code may be,
// with other comments in between.
const maxCommentLines = 8

// codeLines are the lines of a file on which code begins or ends.
func (e *engine) codeLines(f *ast.File) map[int]bool {
	out := map[int]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.Comment, *ast.CommentGroup:
			return false
		case *ast.File:
			return true
		}
		out[e.pass.Fset.Position(n.Pos()).Line] = true
		out[e.pass.Fset.Position(n.End()-1).Line] = true
		return true
	})
	return out
}

// Allowed reports whether a directive accepts a finding, and notes its use.
func (r *Result) Allowed(kind string, fl *Flow) bool {
	p, end := r.fset.Position(fl.Pos), r.fset.Position(fl.End)
	key := r.fset.Position(fl.call)
	for _, a := range r.Allows {
		if a.file != filepath.Base(p.Filename) || !slices.Contains(a.Kinds, kind) {
			continue
		}
		if slices.ContainsFunc(a.lines, func(l int) bool { return l >= p.Line && l <= end.Line || l == key.Line }) {
			a.used[kind] = true
			return true
		}
	}
	return false
}
