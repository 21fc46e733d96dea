package main

import (
	"encoding/json"
	"fmt"
	"go/scanner"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/policy"
)

const allowsUsage = `Allows lists the comments that accept findings, with the reasons that their authors gave.

Usage:

	piivet allows [flags] [packages]

Flags:

`

// allowance is a comment that accepts findings.
type allowance struct {
	File   string   `json:"file"`
	Line   int      `json:"line"`
	Column int      `json:"column"`
	Kinds  []string `json:"kinds"` // of a directive: log, error, ...
	Lint   []string `json:"nolint,omitempty"`
	Reason string   `json:"reason"`
}

// allows is piivet allows. It reads files and analyses nothing.
func allows(args []string) (int, error) {
	o := &options{}
	fs := flagSet("piivet allows", allowsUsage)
	fs.StringVar(&o.dir, "C", ".", "run in this `dir`ectory")
	fs.StringVar(&o.tags, "tags", "", "build `tags`, separated by commas")
	asJSON := fs.Bool("json", false, "print JSON, an array of objects")
	if err := o.parse(fs, args); err != nil {
		return 0, err
	}
	p := policy.Default()
	if o.config != "" {
		var err error
		if p, err = policy.Load(o.config); err != nil {
			return 0, usageError{err}
		}
	}
	files, err := sourceFiles(o)
	if err != nil {
		return 0, err
	}
	list := []allowance{}
	for _, f := range files {
		found, err := allowsIn(o, p, f)
		if err != nil {
			return 0, err
		}
		list = append(list, found...)
	}
	if *asJSON {
		enc := json.NewEncoder(os.Stdout)
		enc.SetIndent("", "\t")
		enc.SetEscapeHTML(false)
		return exitClean, enc.Encode(list)
	}
	for _, a := range list {
		fmt.Println(a)
	}
	return exitClean, nil
}

// String is a line for people.
func (a allowance) String() string {
	what := strings.Join(a.Kinds, ",")
	if len(a.Lint) > 0 {
		what = "nolint:" + strings.Join(a.Lint, ",")
	}
	reason := a.Reason
	if reason == "" {
		reason = "(no reason)"
	}
	return fmt.Sprintf("%s:%d:%d: %s: %s", a.File, a.Line, a.Column, what, reason)
}

// sourceFiles lists the files of the packages, with tests.
func sourceFiles(o *options) ([]string, error) {
	const format = `{{$d := .Dir}}{{range .GoFiles}}{{$d}}/{{.}}{{"\n"}}{{end}}{{range .CgoFiles}}{{$d}}/{{.}}{{"\n"}}{{end}}` +
		`{{range .TestGoFiles}}{{$d}}/{{.}}{{"\n"}}{{end}}{{range .XTestGoFiles}}{{$d}}/{{.}}{{"\n"}}{{end}}`
	args := []string{"list", "-find", "-f", format}
	if o.tags != "" {
		args = append(args, "-tags="+o.tags)
	}
	cmd := exec.Command("go", append(append(args, "--"), o.packages...)...)
	cmd.Dir, cmd.Stderr = o.base, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, errSaid
	}
	var files []string
	for line := range strings.Lines(string(out)) {
		if name := strings.TrimSpace(line); name != "" {
			files = append(files, filepath.FromSlash(name))
		}
	}
	slices.Sort(files)
	return slices.Compact(files), nil
}

// allowsIn lists those of a file.
func allowsIn(o *options, p *policy.Policy, path string) ([]allowance, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	name := path
	if rel, err := filepath.Rel(o.base, path); err == nil && filepath.IsLocal(rel) {
		name = filepath.ToSlash(rel)
	}
	fset := token.NewFileSet()
	file := fset.AddFile(path, -1, len(src))
	var s scanner.Scanner
	s.Init(file, src, nil, scanner.ScanComments)
	var out []allowance
	for {
		pos, tok, text := s.Scan()
		if tok == token.EOF {
			return out, nil
		}
		if tok != token.COMMENT {
			continue
		}
		at := file.PositionFor(pos, false)
		a := allowance{File: name, Line: at.Line, Column: at.Column}
		if a.read(p, text) {
			out = append(out, a)
		}
	}
}

// read reports whether a comment accepts findings of piivet.
func (a *allowance) read(p *policy.Policy, comment string) bool {
	if linters, reason, ok := directive.NoLint(comment); ok {
		ours := append(names(), "piivet")
		a.Kinds = []string{}
		a.Reason = reason
		a.Lint = slices.DeleteFunc(linters, func(n string) bool { return !slices.Contains(ours, n) })
		return len(a.Lint) > 0
	}
	d, ok, err := p.Directive(comment)
	if !ok || err != nil || d.Verb != directive.Allow {
		return false
	}
	a.Kinds, a.Reason = d.Kinds, d.Reason
	return true
}
