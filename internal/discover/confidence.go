package discover

import (
	"slices"
	"strings"
)

// confidence says how sure it is that a name which ends with a word of the group
// means it, in a record.
func (n *reading) confidence(g *group, o *owner) Confidence {
	if o.about {
		return None
	}
	if n.word == "token" && o.lexical() {
		return min(g.in.of(o), Low)
	}
	if o.offers() && !n.somebody && (g.class == "income" || g.class != "user_id" && g.in[other] < Medium) {
		return None
	}
	if o.in[pay] && g.in[pay] == High { // whatever it is paid for
		return High
	}
	if n.somebody {
		return n.ofSomebody(g, o)
	}
	c := g.in.of(o)
	if !o.in[technical] && !o.in[config] {
		for ctx, in := range n.in {
			if in && g.in[ctx] > None && (context(ctx) != place || !isNetwork(o.words)) {
				return max(c, g.in[ctx])
			}
		}
	}
	if o.in[company] && !o.in[person] && !o.in[bank] && !ofPersonsAlone[g.class] {
		c = min(c, Medium)
	}
	if o.draft && g.class == "message" {
		c = min(c, Medium)
	}
	if o.fetches && g.class == "device_id" {
		return None
	}
	switch {
	case letterOf(n):
		c = min(c, Low)
	case (o.entered || o.proves()) && o.in[proof] && g.class == "username" && c == Medium:
		c = High
	case o.mails() && g.class == "email" && receives[n.word] && n.neutral:
		c = High
	case o.kubernetes && n.word == "secret", o.account && n.word == "name" && len(n.mods) == 0, o.account && n.word == "description" && !o.ofSomebody():
		c = lower(c)
	case n.thing && !unmistakable(g):
		// A company's address, the name of a file.
		c = min(c, lower(g.in[other]))
	case !n.neutral && g.in[other] < Medium && (g.class != "ip" || !n.ofMoment()):
		// Some name, number or code: nobody knows what of.
		c = min(c, Low)
		if !o.in[person] && !o.in[place] && !o.in[card] && !o.in[proof] {
			c = None
		}
	}
	return c
}

// ofPersonsAlone are classes of data that a company does not have.
var ofPersonsAlone = set(`credential ip device_id dob gender`)

// ofSomebody reports whether a record says whose it is: a UserAccount does, and an
// Account may be one of a ledger.
func (o *owner) ofSomebody() bool {
	return slices.ContainsFunc(o.words, func(w string) bool { return has(people, w) })
}

// ofSomebody is the confidence where the words before say that it is somebody's:
// a subscriberName is a person's name, in whatever record it stands.
func (n *reading) ofSomebody(g *group, o *owner) Confidence {
	c := max(g.in[person], g.in[other])
	if n.thing && !unmistakable(g) {
		return lower(g.in[other])
	}
	if o.in[company] && g.class == "name" && !o.in[person] {
		c = min(c, Medium)
	}
	if (o.in[technical] || o.in[config]) && !receives[n.mods[len(n.mods)-1]] {
		c = min(c, max(g.in.of(o), Medium))
	}
	return c
}

// ofMoment reports whether the words before say when something was noted: the ip of
// a sign-up is somebody's.
func (n *reading) ofMoment() bool {
	return !slices.ContainsFunc(n.mods, func(w string) bool { return !moments[w] && !deeds[w] && !neutral[w] })
}

var moments = set(`logged in seen purchase order login signin signup registration request accepted confirmed visit access session checkout payment consent`)

// receives are words before an address to which the program sends, or for one.
var receives = set(`recipient receiver to cc bcc`)

// proves reports whether somebody shows with a record who he is, which programs do
// not that have an account elsewhere.
func (o *owner) proves() bool {
	return slices.ContainsFunc(o.words, func(w string) bool { return byPersons[w] })
}

var byPersons = set(`reset recovery recover verification verify otp totp mfa invitation activation confirmation challenge passcode
	passwordless twofactor webauthn passkey`)

// mails reports whether settings say to whom the program writes.
func (o *owner) mails() bool {
	return o.in[config] && slices.ContainsFunc(o.words, func(w string) bool { return w == "mail" || w == "email" || w == "smtp" })
}

// letterOf reports whether an address is none: a ConfirmationMail is a letter.
func letterOf(n *reading) bool {
	return (n.word == "mail" || n.word == "email") && len(n.mods) > 0 && occasions[n.mods[len(n.mods)-1]]
}

// occasions are on which letters are sent.
var occasions = set(`confirmation welcome invitation reminder digest newsletter activation magic reset order received announcement goodbye`)

// lexical reports whether the tokens of a type are words of a text, or permits of
// something that is not about persons.
func (o *owner) lexical() bool {
	return slices.ContainsFunc(o.words, func(w string) bool { return lexicals[w] })
}

var lexicals = set(`parser lexer scanner tokenizer tokeniser tokenize tokens decoder iterator syntax grammar ast node expr expression limiter
	lock locker locks bucket err error sentence nlp vocabulary highlighter mapping completion embedding prompt usage`)

// offers reports whether a type is about a post that is offered, or says what is
// looked for: what it pays is nobody's income.
func (o *owner) offers() bool {
	return slices.ContainsFunc(o.words, func(w string) bool { return offers[w] })
}

var offers = set(`vacancy vacancies opening openings filter filters vacante vacantes vaga vagas oferta ofertas posting postings`)

func lower(c Confidence) Confidence {
	if c > None {
		c--
	}
	return c
}

// unmistakable reports whether words of the group mean it whatever stands before
// them.
func unmistakable(g *group) bool {
	return g.in[technical] == High || g.in[technical] == Medium && g.class == "credential"
}

// holds says how sure one can be, at most, that values of a field's type are
// data of a class.
func holds(f *Field, g *group) Confidence {
	base, mapped := f.Kind.base()
	most := High
	if selects(f, base, g) {
		return None
	}
	switch base {
	case String, Bytes:
	case Time:
		if g.class != "dob" && !strings.Contains(g.words, "dateofdeath") {
			return None
		}
	case Number:
		if !numeric[g.class] {
			return None
		}
	case Interface:
		if (g.class != "unknown" || !mapped) && g.class != "dob" {
			most = Medium
		}
	case Record:
		if g.class != "dob" || !slices.ContainsFunc(typeWords(f.Type), func(w string) bool { return dates[w] }) {
			return None
		}
	case Other:
		most = foreign(f.Type, g)
	default:
		return None
	}
	if mapped && g.class != "unknown" { // the attributes of somebody come in maps
		most = min(most, Medium)
	}
	return most
}

// numeric are the classes of which data may be numbers.
var numeric = set(`precise_location age dob income phone ssn national_id tax_id payment_card card_security bank_account
	location user_id customer_number address medical_record family employment`)

// foreign judges a type of another module by its name: many modules have their
// own string that may be null, and some have types for secrets.
func foreign(typ string, g *group) Confidence {
	words := split(typ[strings.LastIndexByte(typ, '.')+1:])
	if len(words) == 0 {
		return None
	}
	switch last := words[len(words)-1]; {
	case textual[last], last == "array" && len(words) > 1 && words[len(words)-2] == "string":
		return High
	case secretive[last] && g.class == "credential":
		return High
	case last == "value" && len(words) > 1 && (words[len(words)-2] == "string" || words[len(words)-2] == "bytes" || numeric[g.class]): // of protocol buffers
		return High
	case last == "url" && (g.class == "photo" || g.class == "profile_url"), last == "tag" && g.class == "language":
		return High
	case last == "uuid" && g.class == "user_id":
		return High
	case (last == "ip" || last == "addr" || last == "prefix") && g.class == "ip":
		return High
	case last == "address" && g.class == "email":
		return High
	case dates[last] && g.class == "dob", amounts[last] && numeric[g.class]:
		return High
	case last == "message" && strings.Contains(typ, "Raw"), last == "json", last == "jsonb", last == "map":
		return Medium
	}
	return None
}

// selects reports whether a field's type says that its values are some of a few
// words about the data, not the data: Email EmailStatus.
func selects(f *Field, base Kind, g *group) bool {
	typ := strings.TrimLeft(f.Type, "*[]")
	if base != String && base != Number || identKind(typ) {
		return false
	}
	last := lastWord(typ)
	return selectors[last] && !enumerable[g.class] || last == "state" || last == "status" && g.class == "location"
}

// identKind reports whether a type is one of the language, or keyed by one.
func identKind(typ string) bool {
	return typ == "string" || strings.Contains(typ, "[") || strings.HasPrefix(typ, "int") || strings.HasPrefix(typ, "uint") || strings.HasPrefix(typ, "float")
}

// typeWords takes a type's name apart.
func typeWords(typ string) []string { return split(typ[strings.LastIndexByte(typ, '.')+1:]) }

// lastWord gives the last word of a type's name.
func lastWord(typ string) string {
	words := typeWords(typ)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

var (
	selectors = set(`type kind status mode policy format option setting strategy level visibility flag enum pattern check permission scope state
		method rule reason template result`)

	// enumerable are classes whose data may be one of a few words.
	enumerable = set(`gender language location age family employment education health belief ethnicity immigration sexual_orientation
		political_opinion`)

	dates   = set(`date timestamp timestamptz datetime time day`)
	amounts = set(`decimal numeric money float number amount`)
)

var (
	textual   = set(`string text str varchar char nullstring email phone phonenumber html secret encryptedstring sensitive`)
	secretive = set(`key secret password digest passphrase`)
)
