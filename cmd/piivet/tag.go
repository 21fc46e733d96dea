package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/piivet/piivet/internal/discover"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/tagging"
)

const tagUsage = `Tag proposes pii tags for struct fields that look personal.

It lists them; with -fix it writes the tags, and for generated code and types of
other modules [[field]] entries in the policy file.

Usage:

	piivet tag [flags] [packages]

Flags:

`

// tagOptions are the flags of piivet tag.
type tagOptions struct {
	options
	min    confidenceFlag
	asJSON bool
}

// confidenceFlag is a confidence that may be given.
type confidenceFlag struct {
	level discover.Confidence
	given bool
}

func (c *confidenceFlag) String() string { return c.level.String() }

func (c *confidenceFlag) Set(s string) (err error) {
	c.level, err = discover.ParseConfidence(s)
	c.given = true
	return err
}

// tagFields is piivet tag.
func tagFields(args []string) (int, error) {
	o := &tagOptions{min: confidenceFlag{level: discover.Medium}}
	fs := flagSet("piivet tag", tagUsage)
	loadFlags(&o.options, fs)
	fs.Var(&o.min, "min", "least `confidence`: high, medium or low; -fix and -diff take high unless told")
	fs.BoolVar(&o.asJSON, "json", false, "print JSON")
	fs.BoolVar(&o.fix, "fix", false, "write tags and policy entries")
	fs.BoolVar(&o.diff, "diff", false, "print what -fix would write as a unified diff")
	if err := o.parse(fs, args); err != nil {
		return 0, err
	}
	if o.asJSON && (o.fix || o.diff) || o.fix && o.diff {
		return 0, usagef("-json, -fix and -diff exclude each other")
	}
	if (o.fix || o.diff) && !o.min.given {
		o.min.level = discover.High
	}
	s, err := survey(&o.options)
	if err != nil {
		return 0, err
	}
	switch {
	case o.fix || o.diff:
		return exitClean, o.change(s)
	case o.asJSON:
		return exitClean, o.printJSON(os.Stdout, s)
	}
	return exitClean, o.printTable(os.Stdout, s)
}

// loadFlags are the flags of commands that load packages.
func loadFlags(o *options, fs *flag.FlagSet) {
	fs.StringVar(&o.dir, "C", ".", "run in this `dir`ectory")
	fs.StringVar(&o.tags, "tags", "", "build `tags`, separated by commas")
}

// survey looks at the packages that were asked for.
func survey(o *options) (*tagging.Survey, error) {
	m, err := load(o)
	if err != nil {
		return nil, err
	}
	return m.Survey(), nil
}

// load loads the packages, and says what does not compile.
func load(o *options) (*tagging.Module, error) {
	p := policy.Default()
	if o.config != "" {
		var err error
		if p, err = policy.Load(o.config); err != nil {
			return nil, usageError{err}
		}
	}
	m, err := tagging.Load(tagging.Options{Dir: o.base, Tags: o.tags, Patterns: o.packages, Policy: p})
	if err != nil {
		return nil, err
	}
	if n := len(m.Problems); n > 0 {
		fmt.Fprintf(os.Stderr, "piivet: not all of it compiles (%s), so some types are judged by their names: %s\n",
			plural(n, "error"), m.Problems[0])
	}
	return m, nil
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprint(n, " ", what, "s")
}

// chosen lists the candidates that are sure enough, with paths as seen from the
// directory of the run.
func (o *tagOptions) chosen(s *tagging.Survey) []tagging.Candidate {
	out := []tagging.Candidate{}
	for _, p := range s.Packages {
		for _, c := range p.Candidates {
			if c.Confidence >= o.min.level {
				out = append(out, c)
			}
		}
	}
	return out
}

// shown is a path of a candidate for people.
func (o *options) shown(path string) string {
	if rel, err := filepath.Rel(o.base, path); err == nil && filepath.IsLocal(rel) {
		path = rel
	}
	return filepath.ToSlash(path)
}

// printTable writes a line a candidate and a line with the sum.
func (o *tagOptions) printTable(w io.Writer, s *tagging.Survey) error {
	list := o.chosen(s)
	slices.SortStableFunc(list, func(a, b tagging.Candidate) int { return int(b.Confidence) - int(a.Confidence) })
	tw := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	for _, c := range list {
		place := c.Package // of a type that is not ours
		if c.File != "" {
			place = fmt.Sprintf("%s:%d:%d", o.shown(c.File), c.Line, c.Column)
		}
		why := strings.Join(c.Reasons, ", ")
		if c.ByHand {
			why += " (by hand: tags are a part of this type)"
		}
		fmt.Fprintf(tw, "%s\t%s\t%s.%s\t%s\t%s\n", c.Confidence, c.Class, c.Type, c.Field, place, why)
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w, o.sum(s))
	return err
}

// sum says how much there is.
func (o *tagOptions) sum(s *tagging.Survey) string {
	var n [discover.High + 1]int
	tagged := 0
	for _, p := range s.Packages {
		tagged += p.Tagged
		for _, c := range p.Candidates {
			n[c.Confidence]++
		}
	}
	return fmt.Sprintf("%s: %s tagged, %s more look personal: %d high, %d medium, %d low", plural(s.Looked, "package"),
		plural(tagged, "field"), plural(n[1]+n[2]+n[3], "field"), n[discover.High], n[discover.Medium], n[discover.Low])
}

// tagReport is what piivet tag -json prints.
type tagReport struct {
	Version    int                 `json:"version"`
	Packages   int                 `json:"packages"` // that were looked at
	Candidates []tagging.Candidate `json:"candidates"`
}

func (o *tagOptions) printJSON(w io.Writer, s *tagging.Survey) error {
	list := o.chosen(s)
	for i := range list {
		if list[i].File != "" {
			list[i].File = o.shown(list[i].File)
		}
	}
	return writeJSON(w, tagReport{1, s.Looked, list})
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "\t")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
