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
		namesPersons(o, conclude, bare, sure)
		for _, text := range []string{"content", "text", "body", "message", "comment"} {
			if o.in[login] { // the body of a request
				break
			}
			conclude(talk, bare[text], first(bare, "author", "authorid", "authorname", "username", "userid", "sender", "senderid", "posterid", "fromuserid"))
		}
	}
	conclude(mail, bare["subject"], first(bare, "to", "from", "recipient", "recipients", "cc"))
	conclude(login, first(bare, "ip", "remoteaddr", "ipaddress", "sourceip"), first(bare, "userid", "username", "useragent", "uid", "deviceid"))
	conclude(login, bare["identifier"], bare["password"])
	conclude(bank, bare["iban"])
	if parts := addressParts(bare); len(parts) > 2 {
		conclude(place, parts[:3]...)
	}
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

// first gives the first of the fields that there is.
func first(bare map[string]string, names ...string) string {
	for _, n := range names {
		if bare[n] != "" {
			return bare[n]
		}
	}
	return ""
}

// namesPersons concludes from what stands beside a name that it is somebody's.
func namesPersons(o *owner, conclude func(context, ...string), bare, sure map[string]string) {
	name := first(bare, "name", "displayname")
	for _, class := range []string{"email", "phone", "photo", "dob"} {
		conclude(person, name, sure[class])
	}
	if sure["credential"] == "" { // with one it may be a server's
		conclude(person, name, sure["username"])
	}
	if o.in[mail] {
		conclude(person, name, first(bare, "address", "mailbox"))
	}
	conclude(person, bare["firstname"], bare["lastname"])
	conclude(person, bare["givenname"], bare["familyname"])
	conclude(person, bare["sub"], sure["email"])
}

// addressParts lists the fields that are parts of a postal address.
func addressParts(bare map[string]string) []string {
	var out []string
	for _, n := range []string{"street", "address", "address1", "line1", "city", "state", "stateprovince", "province", "zip", "postalcode", "country"} {
		if bare[n] != "" {
			out = append(out, bare[n])
		}
	}
	return out
}
