package policy

import (
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/nearest"
	"github.com/piivet/piivet/piitag"
)

// protoOption is an option of fields in .proto files that says what they hold:
// one entry of the [[proto]] list.
type protoOption struct {
	name   string // in full, or debugRedact
	values tagValues
	class  piitag.Tag // for values that are not listed and name no class
	// absent is for fields without the option, in messages that have it; nil: that
	// says nothing.
	absent *piitag.Tag
}

// debugRedact is the option that marks fields in protocol buffers themselves.
const debugRedact = "debug_redact"

// ProtoOptions lists the options of fields that mean something.
func (p *Policy) ProtoOptions() []string {
	var out []string
	for _, o := range p.protos {
		out = append(out, o.name)
	}
	return out
}

// ProtoOption returns what an option of a field in a .proto file says of it. value
// is "true" or "false", a text, the name of an enum's value, or a number; "" where
// the option is a message. zero says that it is the value of an option that was
// not set: false, or the enum's value 0.
func (p *Policy) ProtoOption(option, value string, zero bool) (piitag.Tag, bool) {
	i := slices.IndexFunc(p.protos, func(o protoOption) bool { return o.name == option })
	if i < 0 {
		return piitag.Tag{}, false
	}
	o := p.protos[i]
	if t, ok := o.values.lookup(value); ok {
		return t, true
	}
	if zero {
		return p.ProtoAbsent(option)
	}
	if t, ok := p.classIn(value); ok {
		return t, true
	}
	return o.class, true
}

// ProtoAbsent returns what it says of a field that it does not have an option which
// other fields of its message have.
func (p *Policy) ProtoAbsent(option string) (piitag.Tag, bool) {
	i := slices.IndexFunc(p.protos, func(o protoOption) bool { return o.name == option && o.absent != nil })
	if i < 0 {
		return piitag.Tag{}, false
	}
	return *p.protos[i].absent, true
}

// classIn finds a class that a value names: "phone", "PHONE_NUMBER", or
// "DATA_CLASS_PHONE" behind the name of its enum.
func (p *Policy) classIn(value string) (piitag.Tag, bool) {
	for word := strings.ToLower(value); word != ""; {
		if c, ok := p.Class(word); ok {
			return piitag.Tag{Class: c.Name, Level: c.Level}, true
		}
		_, word, _ = strings.Cut(word, "_")
	}
	return piitag.Tag{}, false
}

// addDefaultProto makes debug_redact known where nothing is said of it.
func (p *Policy) addDefaultProto() {
	if slices.Contains(p.ProtoOptions(), debugRedact) {
		return
	}
	c, _ := p.Class(piitag.Unknown)
	p.protos = append(p.protos, protoOption{name: debugRedact, class: piitag.Tag{Class: c.Name, Level: c.Level}})
	p.defaultProto = true
}

// readProto reads [[proto]].
func readProto(t *table, p *Policy) {
	name, ok := t.required("option")
	o := protoOption{name: strings.Trim(name.s, "()"), values: tagValues{of: t.tagValues(p)}, class: t.tagKeys(p), absent: t.optionalTag(p, "absent")}
	switch {
	case !ok:
		return
	case o.name != name.s:
		t.r.failAt(name.off, o.name, "option %q, want its full name without parentheses", name.s)
	case !protoName(o.name):
		t.r.failAt(name.off, nearest.Of(o.name, []string{debugRedact}), "%q can't be the name of an option, want package.option or %s", o.name, debugRedact)
	case slices.Contains(p.ProtoOptions(), o.name):
		t.r.failAt(name.off, "", "second [[proto]] for %s", o.name)
	}
	p.protos = append(p.protos, o)
}

// protoName reports whether a text can be the full name of an option.
func protoName(s string) bool {
	for part := range strings.SplitSeq(s, ".") {
		if part == "" || strings.ContainsFunc(part, func(r rune) bool {
			return r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
		}) {
			return false
		}
	}
	return true
}
