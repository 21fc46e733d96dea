package policy

import (
	"slices"
	"strings"
	"unicode"

	"github.com/piivet/piivet/internal/nearest"
	"github.com/piivet/piivet/piitag"
)

// KeyLevel says which constant keys make what lies under them personal data: of
// form values, columns, maps and the like.
type KeyLevel uint8

// The levels of keys.
const (
	KeysOff    KeyLevel = iota // none
	KeysStrict                 // words that mean one thing
	KeysBroad                  // every class and alias, also as a part of the key
)

// keyLevels lists the words of the file.
var keyLevels = []string{KeysOff: "off", KeysStrict: "strict", KeysBroad: "broad"}

func (l KeyLevel) String() string { return keyLevels[l] }

// StrictKeys lists the names and aliases of built-in classes that mean one thing
// wherever they stand. All others are words of programs as well: a name may be
// that of a file, an address that of a host, a token that of a parser.
func StrictKeys() []string { return slices.Clone(strictKeys) }

var strictKeys = []string{
	"email", "mail", "e_mail", "email_address",
	"phone", "telephone", "phone_number", "msisdn",
	"full_name", "first_name", "given_name", "last_name", "family_name", "surname", "maiden_name",
	"postal_address", "street", "street_address", "home_address",
	"dob", "birthday", "birthdate", "birth_date", "date_of_birth", "birthplace", "place_of_birth",
	"salary", "net_worth", "credit_score", "license_plate", "licence_plate", "marital_status",
	"ssn", "social_security", "social_security_number", "national_id", "identity_card", "id_card", "personal_code",
	"passport", "passport_number", "drivers_license", "driving_licence", "driver_license", "driving_license",
	"tax_id", "tax_number", "itin", "citizenship", "nationality", "immigration_status",
	"payment_card", "card_number", "credit_card", "debit_card", "cvv", "cvc", "card_pin",
	"bank_account", "iban", "account_number", "routing_number", "sort_code",
	"password", "passphrase", "security_answer",
	"diagnosis", "medication", "medical_record", "mrn", "patient_id", "health_insurance", "insurance_id", "beneficiary_number",
	"religion", "ethnicity", "ethnic_origin", "sexual_orientation", "criminal_record", "political_opinion", "trade_union",
}

// harmlessEnds are words behind a class that make the whole something else: whether
// there is an address, how it is written, what it looks like.
var harmlessEnds = []string{
	"verified", "required", "enabled", "disabled", "valid", "confirmed", "status", "type", "kind", "count", "length", "size", "limit", "min",
	"max", "format", "template", "label", "title", "text", "error", "message", "field", "column", "pattern", "regex", "hash", "id", "host",
	"port", "url", "server", "domain", "provider", "from", "subject", "body", "ttl", "expiry", "policy", "changed", "reset", "updated",
	"at", "sent", "notifications", "enable", "disable", "file", "path", "timeout", "lifetime", "encryption", "endpoint", "tls", "ssl",
}

// readSources reads [sources].
func readSources(t *table, p *Policy) {
	if s, ok := t.str("keys"); ok {
		i := slices.Index(keyLevels, s.s)
		if i < 0 {
			t.r.failAt(s.off, nearest.Of(s.s, keyLevels), "keys is %q, want %s", s.s, strings.Join(keyLevels, ", "))
			return
		}
		p.keys = KeyLevel(i)
	}
}

// Keys is the level of keys that the file asks for; strict without a word.
func (p *Policy) Keys() KeyLevel { return p.keys }

// Key says whether what lies under a constant key is personal data, and of which
// class. Only the last element of a path in the key counts, as in "smtp.email",
// "user[email]" and "u.email", unless an element before it says that this is a
// text about the thing: "label.email".
func (p *Policy) Key(key string) (piitag.Tag, bool) {
	if p.keys == KeysOff || len(key) > maxKey || isCaption(key) {
		return piitag.Tag{}, false
	}
	words := keyWords(lastElement(key))
	if len(words) == 0 {
		return piitag.Tag{}, false
	}
	words = withoutCarrier(words)
	if tag, ok := p.keyClass(strings.Join(words, "")); ok {
		return tag, true
	}
	if p.keys != KeysBroad || len(words) == 1 || slices.Contains(harmlessEnds, words[len(words)-1]) {
		return piitag.Tag{}, false
	}
	return p.partClass(words)
}

// withoutCarrier takes off what stands in front of the name of a header that a
// proxy or a gateway adds: X-Email, X-Auth-Request-Email,
// Cf-Access-Authenticated-User-Email.
func withoutCarrier(words []string) []string {
	if !slices.Contains(carriers, words[0]) {
		return words
	}
	i := slices.IndexFunc(words, func(w string) bool { return !slices.Contains(carriers, w) && !slices.Contains(carried, w) })
	if i < 0 {
		return words
	}
	return words[i:]
}

// carriers begin names of such headers, carried are other words in front of what
// they hold.
var (
	carriers = []string{"x", "remote", "cf", "tailscale"}
	carried  = []string{
		"auth", "request", "forwarded", "access", "authenticated", "goog", "webauth", "authentik", "token", "oidc", "claim", "jwt", "amzn", "ms",
		"user", "customer", "client", "member", "account", "patient", "login", "end",
	}
)

// maxKey bounds how long a key may be, in bytes: what is longer is a text.
const maxKey = 64

// keyClass finds the class that has a word without separators for its name.
func (p *Policy) keyClass(squashed string) (piitag.Tag, bool) {
	for _, c := range p.classes.Classes() {
		_, builtin := piitag.Lookup(c.Name)
		for _, word := range append([]string{c.Name}, c.Aliases...) {
			if strings.ReplaceAll(word, "_", "") != squashed || c.Name == piitag.Unknown {
				continue
			}
			if p.keys == KeysBroad || !builtin || slices.Contains(strictKeys, word) {
				return piitag.Tag{Class: c.Name, Level: c.Level}, true
			}
		}
	}
	return piitag.Tag{}, false
}

// partClass finds the strictest class that some words in a row name.
func (p *Policy) partClass(words []string) (piitag.Tag, bool) {
	var out piitag.Tag
	for i := range words {
		for j := i + 1; j <= len(words); j++ {
			if tag, ok := p.keyClass(strings.Join(words[i:j], "")); ok && tag.Level > out.Level {
				out = tag
			}
		}
	}
	return out, out.Class != ""
}

// lastElement is the end of a path: behind the last dot, slash, colon or bracket.
func lastElement(key string) string {
	key = strings.TrimRight(key, "] ")
	if i := strings.LastIndexAny(key, "./:["); i >= 0 {
		return key[i+1:]
	}
	return key
}

// captions are elements of keys of texts that are shown about a thing, as files of
// translations have them.
var captions = []string{
	"caption", "captions", "error", "errors", "hint", "hints", "i18n", "label", "labels", "placeholder", "placeholders", "property",
	"tooltip", "tooltips", "translation", "translations", "validation", "validations",
}

// isCaption reports whether a key with several elements names such a text.
func isCaption(key string) bool {
	elements := strings.FieldsFunc(key, func(r rune) bool { return strings.ContainsRune("./:[] ", r) })
	return len(elements) > 1 && slices.ContainsFunc(elements[:len(elements)-1], func(e string) bool {
		words := keyWords(e)
		return len(words) > 0 && slices.Contains(captions, words[len(words)-1])
	})
}

// keyWords takes a key apart, at separators and where capitals begin, and
// writes the words in lower case. What is no identifier has none.
func keyWords(key string) []string {
	var words []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			words = append(words, strings.ToLower(string(word)))
			word = word[:0]
		}
	}
	rs := []rune(key)
	for i, r := range rs {
		switch {
		case r == '_' || r == '-' || r == ' ':
			flush()
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			return nil
		case unicode.IsUpper(r) && i > 0 && (unicode.IsLower(rs[i-1]) || i+1 < len(rs) && unicode.IsLower(rs[i+1]) && unicode.IsUpper(rs[i-1])):
			flush()
		}
		word = append(word, r)
	}
	flush()
	return words
}
