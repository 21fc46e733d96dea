package routetest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// corpus are the services that are written by hand, by package, and what makes
// the router.
var corpus = map[string]string{
	"chains": "Routes", "checks": "Routes", "chiroutes": "Routes", "echoroutes": "Routes", "fiber3routes": "App", "fiberroutes": "App", "ginroutes": "Routes",
	"gorillaroutes": "Routes", "httproutes": "Routes", "nethttp": "Routes", "subject/records": "Routes", "writes": "Routes",
}

// Corpus is what came of the services that are written by hand.
type Corpus struct {
	Confirmed int       // findings in functions that answer strangers
	Known     int       // false alarms that the services call so in a comment
	Silent    []Finding // findings in functions that answered nobody in these requests
	False     []Finding // findings in functions that answer those alone who are known
	Misses    []Look    // what strangers were told without a finding
}

func (c *Corpus) String() string {
	return fmt.Sprintf("%d findings confirmed, %d not requested; %d misses, %d false alarms, %d more that are known", c.Confirmed, len(c.Silent), len(c.Misses), len(c.False), c.Known)
}

// JudgeCorpus requests the services that are written by hand, and compares
// function by function.
func (l *Lab) JudgeCorpus() (*Corpus, error) {
	requests, err := l.writeCorpus()
	if err != nil {
		return nil, err
	}
	outcomes, err := l.Ask(requests)
	if err != nil {
		return nil, err
	}
	var patterns []string
	for _, name := range slices.Sorted(maps.Keys(corpus)) {
		patterns = append(patterns, "./"+name)
	}
	findings, err := l.Analyze(patterns...)
	if err != nil {
		return nil, err
	}
	return compareCorpus(outcomes, findings)
}

// writeCorpus writes what starts the services.
func (l *Lab) writeCorpus() (map[string][]string, error) {
	requests := map[string][]string{}
	list := "package main\n\nimport (\n\t\"handlers/served\"\n"
	starts := ")\n\nvar services = []struct {\nname string\nserve func()\n}{\n"
	for _, name := range slices.Sorted(maps.Keys(corpus)) {
		list += fmt.Sprintf("\t%q\n", "handlers/"+name)
		starts += fmt.Sprintf("\t{%q, func() { more[%q] = served.Any(%s.%s()) }},\n", name, name, path.Base(name), corpus[name])
		paths, err := paths(filepath.Join(l.dir, name))
		if err != nil {
			return nil, err
		}
		requests[name] = paths
	}
	return requests, l.writeAsking(list + starts + "}\n")
}

var pathText = regexp.MustCompile(`"((?:[A-Z]+ )?/[^" ]*)"`)

// paths are the texts in a package that look like paths, for routers that do not
// tell theirs.
func paths(dir string) (list []string, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for _, m := range pathText.FindAllStringSubmatch(string(b), -1) {
			if !slices.Contains(list, m[1]) {
				list = append(list, m[1])
			}
		}
	}
	return list, err
}

// funcs are the lines of functions in files, the inner ones last.
type funcs map[string][][2]int

func (fs funcs) read(file string) error {
	if _, done := fs[file]; done {
		return nil
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, file, nil, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	fs[file] = nil
	ast.Inspect(f, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			fs[file] = append(fs[file], [2]int{fset.Position(n.Pos()).Line, fset.Position(n.End()).Line})
		}
		return true
	})
	return nil
}

// at is the innermost function on a line.
func (fs funcs) at(file string, line int) string {
	name := ""
	for _, r := range fs[file] {
		if r[0] <= line && line <= r[1] {
			name = fmt.Sprintf("%s:%d", file, r[0])
		}
	}
	return name
}

// expected reports whether a comment before the innermost function on a line, or
// in it, calls what is found there a false alarm.
func (fs funcs) expected(file string, line int) bool {
	text, err := lines(file)
	for _, r := range fs[file] {
		if err == nil && r[0] <= line && line <= r[1] && strings.Contains(strings.Join(text[max(r[0]-3, 0):r[1]], "\n"), "// A false alarm") {
			return true
		}
	}
	return false
}

func compareCorpus(outcomes []Outcome, findings []Finding) (*Corpus, error) {
	fs := funcs{}
	told, leaks, found := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, f := range findings {
		if err := fs.read(f.File); err != nil {
			return nil, err
		}
		found[fs.at(f.File, f.Line)] = true
	}
	c := &Corpus{}
	for _, o := range outcomes {
		for _, look := range o.Looks {
			known := false
			for _, line := range look.Lines {
				i := strings.LastIndexByte(line, ':')
				n, _ := strconv.Atoi(line[i+1:])
				if err := fs.read(line[:i]); err != nil {
					return nil, err
				}
				name := fs.at(line[:i], n)
				told[name] = true
				leaks[name] = leaks[name] || !o.Known
				known = known || found[name]
			}
			if !o.Known && !known {
				c.Misses = append(c.Misses, look)
			}
		}
	}
	for _, f := range findings {
		switch name := fs.at(f.File, f.Line); {
		case leaks[name]:
			c.Confirmed++
		case told[name] && fs.expected(f.File, f.Line):
			c.Known++
		case told[name]:
			c.False = append(c.False, f)
		default:
			c.Silent = append(c.Silent, f)
		}
	}
	return c, nil
}
