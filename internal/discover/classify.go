package discover

import "strings"

// Classify proposes classes for the fields of a struct, in their order.
func Classify(s *Struct) []Proposal {
	o := aboutStruct(s)
	o.entry(s)
	found := classifyAll(s, &o)
	if by := siblings(s, found, &o); by != "" {
		again := classifyAll(s, &o)
		for i := range again {
			if again[i].Confidence > found[i].Confidence {
				again[i].Reasons = append(again[i].Reasons, by)
				found[i] = again[i]
			}
		}
	}
	var out []Proposal
	for i, p := range found {
		if p.Confidence > None && !s.Fields[i].Known {
			p.Field = i
			out = append(out, p)
		}
	}
	return out
}

func classifyAll(s *Struct, o *owner) []Proposal {
	out := make([]Proposal, len(s.Fields))
	for i := range s.Fields {
		out[i] = classify(&s.Fields[i], o)
	}
	return out
}

// classify looks at one field. A proposal without confidence is none.
func classify(f *Field, o *owner) Proposal {
	best := byName(f, "field name", f.Name, o)
	if best.vetoed {
		return Proposal{}
	}
	for _, t := range f.Tags {
		switch c := byName(f, t.Key+" name", t.Name, o); {
		case c.Class == "credential" && numbered(f.Name): // a name for the number of one
		case c.Class == "message" && linked(f.Name): // a name for where it stands
		case c.Confidence > best.Confidence:
			best = c
		case c.vetoed && best.Confidence == None:
			return Proposal{}
		}
	}
	if best.Confidence < High {
		if c := byCheck(f, o); c.Confidence > best.Confidence {
			best = c
		}
	}
	if best.Confidence < High {
		if c := byType(f, o); c.Confidence > best.Confidence && (best.Confidence < Medium || c.Class == best.Class) {
			best = c
		}
	}
	if best.Confidence < Medium {
		if c := byReference(f, o); c.Confidence > best.Confidence {
			best = c
		}
	}
	if best.Confidence < Medium {
		if c := byComment(f); c.Confidence > best.Confidence {
			best = c
		}
	}
	return best.Proposal
}

// candidate is a proposal, or the knowledge that a field is something else.
type candidate struct {
	Proposal
	vetoed bool
}

// byName judges a field by one of its names.
func byName(f *Field, what, name string, o *owner) candidate {
	n := read(name)
	if n.veto {
		return candidate{vetoed: true}
	}
	var best candidate
	for _, g := range n.groups {
		c := n.confidence(g, o)
		c = min(c, holds(f, g))
		if c > best.Confidence {
			best.Proposal = Proposal{Class: g.class, Confidence: c, Reasons: n.reasons(what, name, o, g, c)}
		}
	}
	return best
}

// reasons says why a name was taken for what it is.
func (n *reading) reasons(what, name string, o *owner, g *group, c Confidence) []string {
	out := []string{what + " " + name}
	switch {
	case n.somebody && g.in[other] < c:
		out = append(out, "which names a person")
	case g.in[other] < c:
		out = append(out, "in "+o.name)
	}
	return out
}

// byType judges a field by the name of its type.
func byType(f *Field, o *owner) candidate {
	name := strings.TrimLeft(f.Type, "*[]")
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		name = name[i+1:]
	}
	if base, _ := f.Kind.base(); base != String && base != Bytes && base != Other || read(f.Name).veto || part(f.Name) {
		return candidate{}
	}
	n := read(name)
	var best candidate
	for _, g := range n.groups {
		if c := min(g.in.of(o), g.in[other], holds(f, g)); !n.veto && len(n.mods) == 0 && c > best.Confidence {
			best.Proposal = Proposal{Class: g.class, Confidence: c, Reasons: []string{"type " + name}}
		}
	}
	return best
}

// byReference judges a number in a record about a person that stands for what he
// is: a ReligionID says as much as a religion.
func byReference(f *Field, o *owner) candidate {
	words := split(f.Name)
	base, _ := f.Kind.base()
	if !numbered(f.Name) || !o.in[person] || o.in[technical] || o.in[config] || base != Number && base != String && base != Other {
		return candidate{}
	}
	n := readWords(words[:len(words)-1])
	for _, g := range n.groups {
		if looked[g.class] && g.in.of(o) == High && n.neutral && !n.veto {
			return candidate{Proposal: Proposal{Class: g.class, Confidence: Medium, Reasons: []string{"field name " + f.Name, "in " + o.name}}}
		}
	}
	return candidate{}
}

// looked are classes of data that programs look up in tables of their own.
var looked = set(`gender belief ethnicity sexual_orientation political_opinion health family immigration`)

// numbered reports whether a name is that of a number under which something is known.
func numbered(name string) bool {
	words := split(name)
	return len(words) > 1 && (words[len(words)-1] == "id" || words[len(words)-1] == "ids")
}

// linked reports whether a name is that of an address on the web.
func linked(name string) bool {
	words := split(name)
	return len(words) > 1 && addresses[words[len(words)-1]]
}

// part reports whether a name is that of a part of the program.
func part(name string) bool {
	words := split(name)
	return len(words) > 0 && has(technicals, words[len(words)-1])
}
