package policy

import (
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/nearest"
)

// Switch is an analyzer, or one category of its findings, that the policy can
// turn on and off.
type Switch struct {
	Name string // "piilog"; a category has its analyzer before a slash: "piihandler/subject"
	On   bool   // without a policy
}

// switches lists what [analyzers] knows, an analyzer before its categories. A
// test of package analyzers wants every analyzer to be here.
var switches = []Switch{
	{"piierror", true},
	{"piihandler", true},
	{"piihandler/secrets", true},
	{"piihandler/subject", false},
	{"piihandler/subject-names", true},
	{"piihandler/switches", false},
	{"piilog", true},
	{"piioutbound", true},
	{"piioutbound/channel", true},
	{"piitag", true},
	{"piitag/laundering", true},
	{"piitag/redact", true},
	{"piitag/verify", true},
}

// Switches lists all switches as they are without a policy.
func Switches() []Switch { return slices.Clone(switches) }

// On reports whether findings of an analyzer, or of a category of it, are
// wanted. A category is on only while its analyzer is. A name that [analyzers]
// does not know is on.
func (p *Policy) On(name string) bool {
	if analyzer, _, ok := strings.Cut(name, "/"); ok && !p.On(analyzer) {
		return false
	}
	if on, said := p.switched[name]; said {
		return on
	}
	i := slices.IndexFunc(switches, func(s Switch) bool { return s.Name == name })
	return i < 0 || switches[i].On
}

// readAnalyzers reads [analyzers]: true or false for each switch.
func readAnalyzers(t *table, p *Policy) {
	var names []string
	for _, s := range switches {
		names = append(names, s.Name)
		if v, ok := t.get(s.Name); ok {
			on, isBool := v.(bool)
			if !isBool {
				t.r.failAt(t.valueOff(s.Name), category(s.Name, v), "%s in %s: want true or false, got %s", s.Name, t.name, typeName(v))
			}
			put(&p.switched, s.Name, on)
		}
	}
	for key := range t.m {
		if !slices.Contains(names, key) {
			t.known = append(t.known, key)
			t.r.failAt(t.keyOff(key), meantSwitch(key), "unknown analyzer %q", key)
		}
	}
}

// meantSwitch is the switch that an unknown one was probably meant for: one that is
// written like it, or the category of that name which another analyzer has.
func meantSwitch(key string) string {
	_, end, category := strings.Cut(key, "/")
	var names, ends []string
	for _, s := range switches {
		if _, e, is := strings.Cut(s.Name, "/"); is == category {
			names, ends = append(names, s.Name), append(ends, e)
		}
	}
	if name := nearest.Of(key, names); name != "" || !category {
		return name
	}
	i := slices.Index(ends, end)
	if i < 0 {
		i = slices.Index(ends, nearest.Of(end, ends))
	}
	if i < 0 {
		return ""
	}
	return names[i]
}

// category is the category that a dotted key was probably meant for, or nothing:
// piioutbound.channel is "piioutbound/channel".
func category(analyzer string, v any) string {
	m, _ := v.(map[string]any)
	for key := range m {
		name := analyzer + "/" + key
		if len(m) == 1 && slices.ContainsFunc(switches, func(s Switch) bool { return s.Name == name }) {
			return `"` + name + `"`
		}
	}
	return ""
}
