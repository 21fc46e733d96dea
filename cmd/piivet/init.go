package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/discover"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy/scaffold"
	"github.com/piivet/piivet/internal/tagging"
)

const initUsage = `Init looks at a module and writes a policy file for it: what applies, and which
of the presets fit the tags that are in the code already.

Usage:

	piivet init [flags] [packages]

Flags:

`

// initModule is piivet init.
func initModule(args []string) (int, error) {
	o := &options{}
	flags := flagSet("piivet init", initUsage)
	loadFlags(o, flags)
	if err := o.parse(flags, args); err != nil {
		return 0, err
	}
	if o.config != "" {
		return 0, usagef("there is a %s already; to see what it lacks, type: piivet tag -diff ./...", shownFrom(o.base, o.config))
	}
	if flags.NArg() == 0 {
		o.packages = []string{"./..."}
	}
	m, err := load(o)
	if err != nil {
		return 0, err
	}
	view := m.Overview()
	path, err := draft(view).Create(moduleRoot(o.base))
	if errors.Is(err, fs.ErrExist) {
		return 0, usagef("there is a %s already", shownFrom(o.base, path))
	} else if err != nil {
		return 0, err
	}
	_, err = fmt.Print(nextSteps(shownFrom(o.base, path), view, m.Survey()))
	return exitClean, err
}

// draft is a policy that fits a module.
func draft(view *tagging.Overview) scaffold.Draft {
	use := librariesOf(view.Imports)
	d := scaffold.Draft{Head: "Written for " + strings.Join(view.Modules, ", ") + "." + use.head()}
	if view.Generated > 0 {
		d.Tables = append(d.Tables, scaffold.Table{Section: "exclude", Pairs: []scaffold.Pair{
			{Key: "generated", Value: true, Comment: plural(view.Generated, "file")}}})
	}
	for _, fit := range view.Presets {
		d.Tables = append(d.Tables, scaffold.Table{Section: "preset", Comment: fit.Title,
			Pairs: []scaffold.Pair{{Key: "name", Value: fit.Name, Comment: "says something of " + plural(fit.Fields, "field") + " here"}}})
	}
	for _, name := range slices.Sorted(maps.Keys(use.recipients)) {
		var match []string
		for _, path := range use.recipients[name] {
			match = append(match, path+"/**")
		}
		d.Tables = append(d.Tables, scaffold.Table{Section: "recipient", Comment: "Say which classes " + name + " may get, and what for.",
			Pairs: []scaffold.Pair{{Key: "name", Value: name}, {Key: "match", Value: match}, {Key: "allow", Value: []string{}}}})
	}
	return d
}

// libraries are what the tables know of a module's imports.
type libraries struct {
	logs, web  []string            // import paths
	recipients map[string][]string // import paths, by name
}

// librariesOf looks imports up in the tables.
func librariesOf(imports []string) libraries {
	use := libraries{recipients: map[string][]string{}}
	for _, path := range imports {
		p := model.Builtin().Package(path)
		if p == nil {
			continue
		}
		logs, web, to := false, false, ""
		for _, f := range p.Funcs {
			logs, web = logs || f.Sink == model.SinkLog, web || f.Routing != nil
			if o := f.Outbound; o != nil && o.Recipient != "" && !o.Kind.Transport() && (to == "" || o.Recipient < to) {
				to = o.Recipient
			}
		}
		if logs && path != "fmt" {
			use.logs = append(use.logs, path)
		}
		if web {
			use.web = append(use.web, path)
		}
		if to != "" {
			use.recipients[to] = append(use.recipients[to], path)
		}
	}
	return use
}

// head says which libraries piivet knows of those that are there.
func (l libraries) head() string {
	var b strings.Builder
	for _, part := range []struct {
		what  string
		paths []string
	}{{"Loggers", l.logs}, {"Web frameworks", l.web}} {
		if len(part.paths) > 0 {
			fmt.Fprintf(&b, "\n%s that piivet knows here: %s.", part.what, strings.Join(part.paths, ", "))
		}
	}
	return b.String()
}

// nextSteps says what was found and what to do.
func nextSteps(name string, view *tagging.Overview, s *tagging.Survey) string {
	var b strings.Builder
	fmt.Fprintf(&b, "wrote %s for %s: %s", name, plural(view.Packages, "package"), plural(view.Tagged, "field")+" with pii tags")
	for _, f := range view.Presets {
		fmt.Fprintf(&b, ", preset %s (%s)", f.Name, plural(f.Fields, "field"))
	}
	var n [discover.High + 1]int
	for _, p := range s.Packages {
		for _, c := range p.Candidates {
			n[c.Confidence]++
		}
	}
	fmt.Fprintf(&b, `
next:
  1. piivet tag ./...        read what looks personal: %s without a tag, %d of them with high confidence
  2. piivet tag -fix ./...   tag those %d, and review the change
  3. piivet ./...            see where personal data gets out
`, plural(n[discover.High]+n[discover.Medium], "field"), n[discover.High], n[discover.High])
	return b.String()
}
