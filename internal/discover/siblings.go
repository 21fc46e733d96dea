package discover

import (
	"slices"
	"strings"
)

// siblings lets the fields that are beyond doubt say what the record is about,
// where its name does not. It returns the reason, or "" if nothing changed.
func siblings(s *Struct, found []Proposal, o *owner) string {
	if o.in[technical] || o.in[config] {
		return ""
	}
	before := o.in
	by := beside(s, found, o)
	if o.in == before {
		return ""
	}
	slices.Sort(by)
	return "beside " + strings.Join(slices.Compact(by), ", ")
}

// beside sets the contexts that follow from the fields, and gives the names of
// those that tell.
func beside(s *Struct, found []Proposal, o *owner) []string {
	var by []string
	sure := map[string]string{} // a field of each class
	bare := map[string]string{} // fields by their names in lower case
	for i, p := range found {
		f := &s.Fields[i]
		bare[strings.Join(split(f.Name), "")] = f.Name
		if p.Confidence == High && sure[p.Class] == "" {
			sure[p.Class] = f.Name
		}
	}
	conclude := func(ctx context, names ...string) {
		if !slices.Contains(names, "") && !o.in[ctx] {
			o.in[ctx] = true
			by = append(by, names...)
		}
	}
	if persons := aboutPersons(sure); len(persons) > 1 {
		conclude(person, persons[:2]...)
	}
	conclude(place, sure["address"], sure["location"])
	if !o.in[company] && !o.in[thing] {
		conclude(person, bare["email"], bare["name"])
	}
	for _, who := range []string{"to", "from", "recipient", "recipients", "cc"} {
		conclude(mail, bare["subject"], bare[who])
	}
	for _, who := range []string{"userid", "username", "useragent", "uid"} {
		conclude(login, bare["ip"], bare[who])
	}
	conclude(login, bare["identifier"], bare["password"])
	return by
}

// aboutPersons lists fields of classes that only records about persons have.
func aboutPersons(sure map[string]string) []string {
	var out []string
	for _, class := range []string{"name", "email", "phone", "address", "dob", "birthplace", "gender", "ssn", "national_id", "passport"} {
		if sure[class] != "" {
			out = append(out, sure[class])
		}
	}
	return out
}
