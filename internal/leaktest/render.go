package leaktest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Text is a program as Go files: the one of its package, and the one of the
// package of types, which may be empty.
type Text struct {
	Main, Lib string
}

// Render writes a program for packages with the given paths. Steps that find
// nothing to work on are dropped from the tree.
func Render(p *Program, mainPath, libPath string) Text {
	e := &emitter{
		prog: p, types: make([]*Type, len(p.Types)), lib: map[string]bool{}, used: map[int]bool{},
		fn: &function{root: true}, scope: &scope{},
	}
	root := e.scope
	e.fn.indent = 1
	for _, s := range p.Steps {
		e.step(s)
	}
	for _, v := range root.vars {
		e.line("_ = %s", v.Name)
	}
	walkPrune(&p.Steps, e.used)
	name := strings.ToUpper(p.ID[:1]) + p.ID[1:]
	params := append([]string{"in *rt.In"}, e.params...)
	args := append([]string{"in"}, e.args...)
	fmt.Fprintf(&e.decls[0], "func %s(%s) {\n%s}\n\n", name, strings.Join(params, ", "), e.fn.body.String())
	fmt.Fprintf(&e.decls[0], "func init() {\n\trt.Add(%q, %d, %d, func(in *rt.In) {\n", p.ID, e.bools, e.ints)
	for _, b := range e.before {
		fmt.Fprintf(&e.decls[0], "\t\t%s\n", b)
	}
	fmt.Fprintf(&e.decls[0], "\t\t%s(%s)\n", name, strings.Join(args, ", "))
	for _, d := range e.drives {
		fmt.Fprintf(&e.decls[0], "\t\trt.Quiet()\n\t\t%s\n", d)
	}
	e.decls[0].WriteString("\t})\n}\n")
	t := Text{Main: e.file(e.decls[0].String(), mainPath, libPath, false)}
	if e.decls[1].Len() > 0 {
		t.Lib = e.file(e.decls[1].String(), libPath, libPath, true)
	}
	return t
}

func walkPrune(list *[]*Step, used map[int]bool) {
	*list = slices.DeleteFunc(*list, func(s *Step) bool { return !used[s.ID] })
	for _, s := range *list {
		for k := range s.Kids {
			walkPrune(&s.Kids[k], used)
		}
	}
}

var declared = regexp.MustCompile(`@(\w+)@`)

// file resolves the names and adds what the text imports.
func (e *emitter) file(text, path, libPath string, lib bool) string {
	libName := libPath[strings.LastIndexByte(libPath, '/')+1:]
	text = declared.ReplaceAllStringFunc(text, func(s string) string {
		name := strings.Trim(s, "@")
		if e.lib[name] && !lib {
			return libName + "." + name
		}
		return name
	})
	var imports []string
	for _, p := range append(knownImports, libPath) {
		name := p[strings.LastIndexByte(p, '/')+1:]
		if p == libPath && lib || !mentions(text, name) {
			continue
		}
		imports = append(imports, fmt.Sprintf("\t%q\n", p))
	}
	return fmt.Sprintf("package %s\n\nimport (\n%s)\n\n%s", path[strings.LastIndexByte(path, '/')+1:], strings.Join(imports, ""), text)
}

// mentions says whether a text uses a package.
func mentions(text, name string) bool {
	for rest := text; ; {
		i := strings.Index(rest, name+".")
		if i < 0 {
			return false
		}
		if i == 0 || !strings.ContainsRune("._", rune(rest[i-1])) && !isWord(rest[i-1]) {
			return true
		}
		rest = rest[i+len(name):]
	}
}

func isWord(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' }

// knownImports are the packages that programs use.
var knownImports = []string{
	"bufio", "bytes", "container/list", "context", "encoding/base64", "encoding/csv", "encoding/gob", "encoding/hex", "encoding/json", "encoding/xml",
	"errors", "fmt", "html", "io", "iter", "log", "log/slog", "maps", "net/http", "net/url", "os", "path", "reflect", "regexp",
	"slices", "sort", "strconv", "strings", "sync",
	"sync/atomic", "text/tabwriter", "text/template", "time", "unicode", "unicode/utf8", "unique", "weak",
	"crypto/sha256", "crypto/hmac",
	module + "/rt", module + "/rtlog",
	"go.uber.org/zap", "github.com/rs/zerolog", "github.com/sirupsen/logrus",
}

// module is the path of the generated module.
const module = "leak.example"
