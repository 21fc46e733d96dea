package scaffold

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/piitag"
)

// Print writes the policy in force as a policy file. Comments say where each
// value comes from: "default", file and line, or a preset. file is how they call
// the policy's file. Presets stand there as what they say, so that the text alone
// means the same as the file and the presets.
func Print(w io.Writer, p *policy.Policy, file string) error {
	var b strings.Builder
	if p.Path() == "" {
		b.WriteString("# There is no policy file: these are the defaults.\n")
	}
	for _, pr := range p.Presets() {
		fmt.Fprintf(&b, "# preset %s is written out below\n", pr.Name)
	}
	classes(&b, p)
	for _, e := range p.Entries() {
		entry(&b, e, file)
	}
	_, err := io.WriteString(w, strings.TrimPrefix(b.String(), "\n"))
	return err
}

// classes lists the classes of each level in a comment.
func classes(b *strings.Builder, p *policy.Policy) {
	b.WriteString("\n# Classes by level; piivet help tags tells more.\n")
	for level := piitag.Low; level <= piitag.High; level++ {
		line := "#   " + level.String() + ":"
		for _, c := range p.Classes().Classes() {
			if c.Level != level {
				continue
			}
			if len(line)+len(c.Name) > 110 {
				b.WriteString(line + "\n")
				line = "#      "
			}
			line += " " + c.Name
		}
		b.WriteString(line + "\n")
	}
}

// entry writes one table.
func entry(b *strings.Builder, e policy.Entry, file string) {
	b.WriteByte('\n')
	header := "[" + e.Section + "]"
	if e.List {
		header = "[" + header + "]"
		fmt.Fprintf(b, "# %s\n", e.Origin.In(file))
	}
	b.WriteString(header + "\n")
	var lines, origins []string
	var below []policy.Pair
	for _, p := range e.Pairs {
		if _, ok := subTables(p.Value); ok && e.List {
			below = append(below, p)
			continue
		}
		lines = append(lines, tomlKey(p.Key...)+" = "+tomlValue(p.Value))
		origins = append(origins, p.Origin.In(file))
	}
	if e.List {
		origins = nil
	}
	columns(b, lines, origins)
	for _, p := range below {
		list, _ := subTables(p.Value)
		for _, m := range list {
			fmt.Fprintf(b, "\n[[%s.%s]]\n", e.Section, tomlKey(p.Key...))
			columns(b, pairLines(m), nil)
		}
	}
}

// columns writes lines with comments below each other.
func columns(b *strings.Builder, lines, comments []string) {
	width := 0
	for _, l := range lines {
		width = max(width, min(utf8.RuneCountInString(l), 60))
	}
	for i, l := range lines {
		if comments == nil {
			b.WriteString(l + "\n")
			continue
		}
		fmt.Fprintf(b, "%-*s # %s\n", width, l, comments[i])
	}
}

func pairLines(m map[string]any) []string {
	var out []string
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = append(out, tomlKey(k)+" = "+tomlValue(m[k]))
	}
	return out
}

// subTables gives the tables of an array of tables.
func subTables(v any) ([]map[string]any, bool) {
	switch v := v.(type) {
	case []map[string]any:
		return v, true
	case []any:
		var out []map[string]any
		for _, x := range v {
			m, ok := x.(map[string]any)
			if !ok {
				return nil, false
			}
			out = append(out, m)
		}
		return out, len(v) > 0
	}
	return nil, false
}
