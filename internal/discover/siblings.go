package discover

import (
	"slices"
	"strings"
)

// siblings lets the fields that are beyond doubt say what the record is about,
// where its name does not. It returns the reason, or "" if nothing changed.
func siblings(s *Struct, found []Proposal, o *owner) string {
	before := o.in
	if o.twofold && o.in[technical] && (plainlyPersonal(s) || personalKinds(found) > 2) {
		o.in[technical], o.in[person] = false, true
	}
	if o.in[technical] && len(letterParts(s)) == 3 { // what a job sends
		o.in[technical] = false
	}
	if o.in[technical] || o.in[config] || slices.ContainsFunc(o.words, func(w string) bool { return has(animals, w) }) {
		return ""
	}
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
	sure := fieldNames{} // a field of each class
	own := fieldNames{}  // the same, if it does not say that it is somebody's: that may be who made the record
	bare := fieldNames{}
	for i, p := range found {
		f := &s.Fields[i]
		bare[strings.Join(split(f.Name), "")] = f.Name
		if n := read(f.Name); p.Confidence == High && own[p.Class] == "" && !n.somebody && !n.owned && !loose[strings.ToLower(f.Name)] {
			own[p.Class] = f.Name
		}
		if p.Confidence == High && sure[p.Class] == "" && !loose[strings.ToLower(f.Name)] {
			sure[p.Class] = f.Name
		}
	}
	o.draft = o.in[mail] && bare["subject"] != "" && draft(s)
	if o.in[mail] && noLetter(bare) {
		o.in[mail] = false
	}
	conclude := func(ctx context, names ...string) {
		if !slices.Contains(names, "") && !o.in[ctx] {
			o.in[ctx] = true
			by = append(by, names...)
		}
	}
	aboutPerson(o, conclude, bare, sure)
	aboutMeans(o, conclude, bare, sure)
	aboutTexts(o, conclude, bare, own)
	conclude(bank, bare["iban"])
	conclude(bank, first(bare, "agency", "bankcode", "sortcode", "routingnumber", "bic", "blz", "ifsc"), first(bare, "account", "accountnumber", "accountno"))
	if parts := addressParts(bare); len(parts) > 2 {
		conclude(place, parts[:3]...)
		if n := len(o.words); n > 0 && o.words[n-1] == "location" { // a place, not that of a business
			o.in[company] = false
		}
	}
	return by
}

// aboutPerson concludes that a record is about a person.
func aboutPerson(o *owner, conclude conclusion, bare, sure fieldNames) {
	if o.in[company] {
		conclude(person, renter(o, bare)...)
	}
	if persons := aboutPersons(sure); len(persons) > 1 {
		conclude(person, persons[:2]...)
	}
	conclude(person, first(bare, "cpf", "numerocpf", "codicefiscale", "aadhaar", "aadhaarnumber", "curp"))
	for _, class := range []string{"dob", "ssn", "national_id", "passport", "medical_record"} { // only persons have them
		conclude(person, sure[class])
	}
	if traits := traitsIn(sure); len(traits) > 1 {
		conclude(person, traits[:2]...)
	}
}

// aboutMeans concludes by what somebody is reached, logs in or pays.
func aboutMeans(o *owner, conclude conclusion, bare, sure fieldNames) {
	conclude(papers, bare["number"], first(bare, documentFields...), first(bare, "firstname", "lastname", "fullname", "dob", "dateofbirth", "birthdate"))
	if !o.in[papers] {
		conclude(reach, reachable(bare)...)
	}
	if isInbox(o) {
		conclude(inbox, first(bare, "value"), first(bare, "type", "primary", "display", "label", "verified"))
	}
	if last := o.words[max(len(o.words)-1, 0):]; slices.Contains(last, "contactpoint") || slices.Contains(last, "telecom") || len(o.words) > 1 && o.words[len(o.words)-2] == "contact" && slices.Contains(last, "point") {
		conclude(reach, bare["value"])
	}
	conclude(login, first(bare, "ip", "remoteaddr", "ipaddress", "sourceip", "remoteip"), first(bare, "userid", "username", "useragent", "uid", "deviceid", "latitude", "operator", "actor", "browser", "sessionid", "visitorid", "referer", "referrer", "fingerprint"))
	conclude(login, bare["identifier"], bare["password"])
	conclude(proof, bare["password"], first(bare, "confirmation", "confirm", "repeat", "retype"))
	conclude(card, first(bare, "expmonth", "expyear", "expirationmonth", "expirationyear"), first(bare, "last4", "number", "cvc", "cvv", "iin"))
	if o.in[card] {
		conclude(person, bare["name"], first(bare, "number", "cvc", "cvv", "expmonth", "expirymonth", "last4"))
	} else if !o.in[bank] { // these have the address of somebody, beside numbers of their own
		conclude(place, sure["address"], sure["location"])
	}
	conclude(mail, bare["mailbox"], first(bare, "host", "domain")) // an address in an envelope of IMAP
	conclude(naming, first(bare, "given", "givenname", "firstname"), first(bare, "family", "familyname", "lastname"))
	conclude(pay, employee(bare), sure["income"])
	conclude(mail, letter(bare)...)
}

// aboutTexts concludes that somebody wrote a record, or is written to.
func aboutTexts(o *owner, conclude conclusion, bare, own fieldNames) {
	if first(bare, "body", "html", "text", "content") == "" { // the message is all that is written
		conclude(talk, bare["subject"], first(bare, "to", "recipient", "recipients"), bare["message"])
	}
	if !o.in[company] && !o.in[thing] {
		namesPersons(o, conclude, bare, own)
		for _, text := range []string{"content", "text", "body", "message", "comment", "note"} {
			if o.in[login] || published(bare) || text == "message" && answers(o, bare) { // the body of a request, or what came of it
				break
			}
			if text == "comment" || text == "note" {
				conclude(talk, bare[text], first(bare, "customerid", "patientid", "memberid", "employeeid", "studentid", "clientid", "creatorid", "createdby", "ownerid"))
			}
			conclude(talk, bare[text], first(bare, "author", "authorid", "authorname", "username", "userid", "sender", "senderid", "posterid", "fromuserid"))
		}
		conclude(mail, bare["subject"], first(bare, "to", "from", "recipient", "recipients", "cc"))
	}
}

// entry corrects what a name says of a record by what its fields are for: forms
// are filled in by somebody, whatever they are called, and colours and languages
// are set by somebody for himself.
func (o *owner) entry(s *Struct) {
	bare := bareNames(s)
	for _, f := range s.Fields {
		if o.in[technical] && slices.ContainsFunc(f.Tags, func(t TagName) bool { return t.Key == "form" }) {
			o.in[technical], o.entered = false, true
		}
	}
	if o.in[config] && first(bare, "language", "locale") != "" && first(bare, "timezone", "theme") != "" &&
		first(bare, "password", "username", "displayname", "email") != "" {
		o.in[config], o.in[person] = false, true
	}
	o.in[place] = o.in[place] && !onNetwork(bare)
	o.fetches = first(bare, "proxyurl", "followredirects", "maxredirects", "insecureskipverify", "disablehttp2", "requesttimeout") != ""
}

// letter gives the fields of what is written, to whom and about what, or "".
func letter(bare fieldNames) []string {
	return []string{bare["subject"], first(bare, "to", "recipient", "recipients"), first(bare, "body", "html", "text", "htmlbody", "textbody")}
}

// letterParts are those of them that a record has.
func letterParts(s *Struct) []string {
	return slices.DeleteFunc(letter(bareNames(s)), func(f string) bool { return f == "" })
}

// bareNames has the fields of a record by their names without separators.
func bareNames(s *Struct) fieldNames {
	bare := fieldNames{}
	for _, f := range s.Fields {
		bare[strings.Join(split(f.Name), "")] = f.Name
	}
	return bare
}

// draft reports whether no field of a letter names a person.
func draft(s *Struct) bool {
	return !slices.ContainsFunc(s.Fields, func(f Field) bool {
		return slices.ContainsFunc(split(f.Name), func(w string) bool { return parties[w] || has(people, w) })
	})
}

// parties are words for those who write and get a letter.
var parties = set(`to from cc bcc email emails address addresses replyto by destination name phone mailbox account`)

// employee gives the field that says of which employee a record is.
func employee(bare fieldNames) string {
	return first(bare, "employeeid", "employeename", "employeenumber", "employeeno", "empid", "empname", "empno", "empcode", "staffid", "workerid", "payeeid")
}

// plainlyPersonal reports whether a record has fields that only persons have, of
// two kinds.
func plainlyPersonal(s *Struct) bool {
	n := 0
	for _, kind := range []string{"firstname givenname lastname familyname surname fullname", "dateofbirth dob birthdate birthday gender",
		"email emailaddress", "phone phonenumber mobile mobilenumber telephone", "ssn nationalid passportnumber licensenumber"} {
		words := set(kind)
		if slices.ContainsFunc(s.Fields, func(f Field) bool { return words[strings.Join(split(f.Name), "")] }) {
			n++
		}
	}
	return n > 1
}

// personalKinds counts the kinds of fields that are likely about persons, in
// whatever language.
func personalKinds(found []Proposal) int {
	kinds := map[string]bool{}
	for _, p := range found {
		if p.Confidence >= Medium && (ofPersonsAlone[p.Class] || p.Class == "email" || p.Class == "phone" || p.Class == "address" || p.Class == "name") {
			kinds[p.Class] = true
		}
	}
	return len(kinds)
}

// renter gives the fields that show that a record which is called as companies are
// is about a person: a given name and a surname, or what one rents.
func renter(o *owner, bare fieldNames) []string {
	given, family := first(bare, "firstname", "givenname"), first(bare, "lastname", "familyname", "surname")
	if given != "" && family != "" && first(bare, "companyname", "businessname", "name") == "" {
		return []string{given, family}
	}
	if home := first(bare, homes...); slices.Contains(o.words, "tenant") && home != "" {
		return []string{home}
	}
	return []string{""}
}

// animals have names, ages and dates of birth too.
var animals = set(`pet animal dog cat horse cow cattle livestock puppy kitten mascota hewan`)

// documentFields stand beside the number of a document.
var documentFields = strings.Fields(`idtype documenttype iddoctype validuntil issueddate dateissued issuedate issuingcountry issuingauthority mrz
	frontsideimage`)

// homes are fields of somebody who rents one.
var homes = strings.Fields(`leaseid lease rent rentamount monthlyrent apartmentid apartmentnumber apartment roomid roomnumber flatnumber
	unitnumber propertyid houseid bedid movein moveindate homeaddress`)

// loose are names that say little by themselves of what a record is about.
var loose = set(`user actor operator owner identifier`)

// onNetwork reports whether an address is one in a network.
func onNetwork(bare fieldNames) bool {
	return first(bare, "port", "subnet", "subnetwork", "netmask", "prefixlength", "prefixlen", "ipversion", "hostname", "protocol", "gateway", "cidr", "mac") != ""
}

// noLetter reports whether what is called a message is one of the program: it has
// a code and nobody to send it to.
func noLetter(bare fieldNames) bool {
	return first(bare, "code", "level", "severity", "errorcode") != "" &&
		first(bare, "to", "from", "sender", "recipient", "recipients", "subject", "cc", "author", "email", "phone", "userid", "username") == ""
}

// answers reports whether a record is the answer to a call: its message says how
// that went.
func answers(o *owner, bare fieldNames) bool {
	last := o.words[max(len(o.words)-1, 0):]
	return slices.ContainsFunc(last, func(w string) bool { return outcomes[w] }) ||
		first(bare, "error", "err", "errors", "code", "status", "statuscode", "success", "ok") != ""
}

// published reports whether a record is something that stands on a page for
// everybody: it has a title and an address there.
func published(bare fieldNames) bool {
	return bare["title"] != "" && first(bare, "url", "permalink", "slug", "publishedat", "feedurl", "link") != ""
}

var outcomes = set(`response resp reply result res error err`)

// fieldNames has the names of fields as they are written: by the name in lower
// case, without what separates words, or by class.
type fieldNames map[string]string

// aboutPersons lists fields of classes that only records about persons have.
func aboutPersons(sure fieldNames) []string {
	var out []string
	for _, class := range []string{"name", "email", "phone", "address", "dob", "birthplace", "gender", "ssn", "national_id", "passport"} {
		if sure[class] != "" {
			out = append(out, sure[class])
		}
	}
	return out
}

// traitsIn lists fields of what somebody is like, one of each class.
func traitsIn(sure fieldNames) []string {
	var out []string
	for _, class := range []string{"gender", "birthplace", "family", "belief", "ethnicity", "immigration", "sexual_orientation", "political_opinion", "health"} {
		if sure[class] != "" {
			out = append(out, sure[class])
		}
	}
	return out
}

// reachable gives the fields that show that a contact or a number is one by which
// somebody is reached: there is no other, and the record says who he is.
func reachable(bare fieldNames) []string {
	if first(bare, "phone", "phonenumber", "mobile", "mobilenumber", "telephone", "tel", "cell", "phoneno", "mobileno") != "" {
		return []string{""}
	}
	return []string{first(bare, "firstname", "lastname", "fullname", "name", "membername"), first(bare, "gender", "dob", "birthday", "dateofbirth", "birthdate", "lastname", "age")}
}

// isInbox reports whether a type is called an e-mail address.
func isInbox(o *owner) bool {
	last := strings.Join(o.words[max(len(o.words)-1, 0):], "")
	return last == "email" || last == "emails" || len(o.words) > 1 && o.words[len(o.words)-2] == "email" && last == "address"
}

// first gives the first of the fields that there is.
func first(bare fieldNames, names ...string) string {
	for _, n := range names {
		if f := bare[n]; f != "" {
			return f
		}
	}
	return ""
}

// namesPersons concludes from what stands beside a name that it is somebody's.
func namesPersons(o *owner, conclude conclusion, bare, own fieldNames) {
	name := first(bare, "name", "displayname", "nome", "nombre", "nombres", "nom", "naam", "nama", "imie", "ad", "adi", "jmeno", "namn", "navn", "nev", "ten")
	for _, class := range []string{"email", "phone", "dob"} {
		conclude(person, name, own[class])
	}
	if !slices.Contains(o.in[:], true) { // activities, channels and the like have pictures too
		conclude(person, name, own["photo"])
	}
	if own["credential"] == "" && first(bare, "username", "login", "nickname", "handle", "loginname") != "" { // with one it may be a server's
		conclude(person, name, own["username"])
	}
	if o.in[mail] {
		conclude(person, name, first(bare, "address", "mailbox"))
	}
	conclude(person, bare["firstname"], bare["lastname"])
	conclude(person, bare["fname"], bare["lname"])
	conclude(person, bare["givenname"], bare["familyname"])
	conclude(person, bare["sub"], own["email"])
}

// addressParts lists the fields that are parts of a postal address.
func addressParts(bare fieldNames) []string {
	var out []string
	for _, n := range []string{"street", "address", "address1", "addressline1", "addresslineone", "line1", "streetname", "postcode", "zipcode", "zip", "postalcode",
		"city", "town", "townname", "cityname", "state", "stateprovince", "province", "country"} {
		if f := bare[n]; f != "" {
			out = append(out, f)
		}
	}
	return out
}
