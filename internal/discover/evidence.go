package discover

import (
	"slices"
	"strings"
)

// checked says what values have to be to pass a check that validators know by
// this word: validate:"email", format:"password".
var checked = map[string]*group{
	"email": {class: "email", in: clear}, "e164": {class: "phone", in: clear}, "phone": {class: "phone", in: clear},
	"credit_card": {class: "payment_card", in: sure}, "creditcard": {class: "payment_card", in: sure},
	"ssn": {class: "ssn", in: sure}, "cpf": {class: "tax_id", in: sure}, "iban": {class: "bank_account", in: sure},
	"jwt": {class: "credential", in: sure}, "password": {class: "credential", in: sure},
}

// byCheck judges a field by what a validator wants of it.
func byCheck(f *Field, o *owner) candidate {
	var best candidate
	for _, check := range f.Checks {
		g := checked[check]
		if g == nil || o.about {
			continue
		}
		if c := min(g.in.of(o), holds(f, g)); c > best.Confidence {
			best.Proposal = Proposal{Class: g.class, Confidence: c, Reasons: []string{"checked to be " + check}}
		}
	}
	return best
}

// aboutStruct says what kinds of record a type is. Where its name says nothing, its
// database table does, what it embeds, and what fields call it that hold one: an
// entry with a Person in it is about one, and so is a Party that is somebody's Buyer.
func aboutStruct(s *Struct) owner {
	o := about(s.Package, s.Name)
	o.in[self] = o.in[person]
	if slices.Contains(o.in[:], true) || o.about {
		return o
	}
	if s.Table != "" {
		table := about("", s.Table[strings.LastIndexByte(s.Table, '.')+1:])
		table.name = "table " + s.Table
		table.in[self] = table.in[person]
		return table
	}
	for _, e := range s.Embeds {
		if in := about("", e).in; in[person] && !in[technical] && !in[config] {
			o.in[person], o.name = true, o.name+" with "+e
		}
	}
	for _, r := range s.Roles {
		if in := about("", r).in; !in[person] || in[technical] || in[config] {
			return o
		}
	}
	if len(s.Roles) > 0 && !o.in[person] {
		o.in[person], o.name = true, o.name+" as "+s.Roles[0]
	}
	return o
}
