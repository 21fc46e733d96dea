package discover

import (
	"cmp"
	"slices"
	"strings"
)

// reading is what a name says: what the thing is, and what stands before that.
type reading struct {
	groups   []*group // of the longest word at the end that the tables know
	mods     []string // what stands before it
	veto     bool     // it is something else, whatever the word
	word     string   // that word
	owned    bool     // it begins with whose it is, as in userEmail
	in       [contexts]bool
	neutral  bool // nothing that matters stands before it
	somebody bool // the words before it name a person
	thing    bool // the words before it name something that is no person
}

// read takes a name apart.
func read(name string) *reading {
	words := split(name)
	if len(words) > 1 && plainPrefix[words[0]] {
		words = words[1:]
	}
	n := readWords(inOrder(words))
	if n.groups == nil {
		if turned := headFirst(words); turned != nil {
			return readWords(turned)
		}
	}
	return n
}

// readWords reads words of which the last says what the thing is.
func readWords(words []string) *reading {
	n := &reading{}
	digest := false
	for end := len(words); end > 0; end-- {
		m := &reading{}
		m.find(words[:end])
		if (n.groups == nil || m.groups != nil && len(m.mods) < len(n.mods)) && (!digest || m.secret()) {
			n = m // a streetAddress1 is a streetAddress more than an address1
		}
		digest = digest || digests[words[end-1]]
		if !filler(words[end-1]) && !digests[words[end-1]] {
			break
		}
	}
	n = n.named(words).copied(words)
	n.veto = vetoes(words, n)
	n.neutral = !slices.ContainsFunc(n.mods, func(w string) bool { return !neutral[w] && !number(w) })
	n.whose()
	n.of()
	return n
}

// digests are last words of what was computed from a secret, and is one itself.
var digests = set(`hash hmac digest sha1 sha256 sha512 md5 bcrypt argon2 hashed checksum`)

// secret reports whether what was read is a secret, whatever else it may be.
func (n *reading) secret() bool {
	return slices.ContainsFunc(n.groups, func(g *group) bool { return g.class == "credential" && g.in[other] == High })
}

// whose notes whether the words before name a person or a thing. The last of
// them decides: a serviceMemberName is a person's, a userGroupName is not.
func (n *reading) whose() {
	for i, w := range n.mods {
		switch {
		case has(people, w), w == "by" && i > 0 && deeds[n.mods[i-1]]:
			n.somebody, n.thing = true, false
		case has(things, w) && (i == 0 || w != "info"): // the address info@, not somebody's contact info
			n.somebody, n.thing = false, true
		}
	}
	n.thing = n.thing && !n.owned
}

// deeds are what somebody did, in names such as CreatedByEmail.
var deeds = set(`created updated modified changed deleted assigned approved rejected submitted requested uploaded owned invited
	posted reviewed signed sent reported edited added completed cancelled canceled closed opened`)

// of notes what the word right before says that the thing belongs to: a comment
// has a text, a recovery a code.
func (n *reading) of() {
	if len(n.mods) == 0 {
		return
	}
	last := n.mods[len(n.mods)-1]
	for ctx, words := range map[context]map[string]bool{place: places, talk: talks, card: cards, proof: proofs, mail: letters} {
		n.in[ctx] = words[last] && last != "code" && last != "token"
	}
	n.in[place] = n.in[place] || residences[last]
}

// find looks for the longest known word at the end.
func (n *reading) find(words []string) {
	if last := len(words) - 1; last > 0 && words[last] == "key" && ofVendor(words[:last]) {
		n.groups, n.word = vendorKey, "key"
		return
	}
	if last := len(words) - 1; last > 0 && words[last] == "by" && participle(words[last-1]) && !known(words[last-1:]) {
		n.groups, n.word, n.mods = byWhom, "by", words[:max(last-1, 0)]
		return
	}
	for i := range words {
		joined := strings.Join(words[i:], "")
		for _, w := range append([]string{joined}, singular(joined)...) { // notes are a note, and more
			if g := index()[w]; g != nil {
				n.groups, n.mods = append(slices.Clip(n.groups), g...), words[:i]
				n.word = cmp.Or(n.word, w)
				n.owned = len(words[i:]) > 1 && has(people, words[i])
			}
		}
		if n.groups != nil {
			return
		}
	}
	n.mods = words
}

// byWhom is what follows what was done: who witnessed or prescribed something.
var byWhom = []*group{{class: "name", in: only(High, health, papers).where(Medium, person, deal)}}

// participle reports whether a word says what was done, and not to a row or a file,
// of which programs note it by an id.
func participle(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ed") && !deeds[w] && !has(things, w) || w == "drawn" || w == "taken" || w == "given" || w == "paid"
}

// neutral are words before another one that leave it what it is.
var neutral = set(`original formatted quoted edited sanitized pickup dropoff personal basic spoken registration communication correspondence contact native oauth oauth2 oidc sso social primary secondary main current new old preferred legal real alt alternative
	alternate other extra additional last first previous prev former prior next emergency home wifi wlan ethernet bluetooth legacy extern raw rendered parsed work private billing shipping delivery mailing postal permanent temporary`)

// plainPrefix are first words that say nothing of the data.
var plainPrefix = set(`flag arg param str m f p in the my not`)

// fillers are last words that only say in which form something is kept.
var fillers = set(`v4 v6 alt neu binary value val str string text raw plain plaintext lower lowercase normalized normalised canonical clean
	orig original list array slice ptr confirm confirmation repeat again utf8 ascii kanji romaji latin local intl one two
	three four five six seven eight nine ten base pem der
	international e164 encoded base64 bytes data
	new current old previous rendered parsed b64 hex secondary primary home work eng en th zh cn tw ja jp ko kr ar ru vi fr es pt nl`)

func filler(word string) bool { return fillers[word] || number(word) }

// vetoes reports whether words say that a name is not that of the data itself.
func vetoes(words []string, n *reading) bool {
	if len(words) > 1 && questions[words[0]] && len(n.mods) > 0 && !vendors[words[0]+words[1]] {
		return true
	}
	return slices.ContainsFunc(n.mods, func(w string) bool {
		return has(stand, w) && !(opens[n.word] && opened[w]) || n.word == "token" && pagers[w]
	})
}

var (
	// opens are words for secrets that open what is named before them.
	opens = set(`password passwd pwd passphrase pass`)

	// opened are what has a password of its own.
	opened = set(`file folder dir page download upload block list`)
)

var (
	// questions begin the names of switches and functions.
	questions = set(`is has have can should must require required requires enable enabled disable disabled skip show hide use
		uses with without no need needs verify validate check force ignore include exclude auto want invalid valid support
		supports send sends unique max min num count total on only map url uri`)

	// stand are words for what stands in the place of data: ciphers, names of
	// fields, templates, rules.
	stand = set(`encrypted cipher ciphertext ct enc masked redacted obfuscated attribute attr claim column field header label
		selector template tpl tmpl regex regexp pattern format placeholder example sample mock dummy
		page continuation cursor sync csrf xsrf captcha recaptcha public pub cancel paging
		block list err error endpoint timeout ttl lifetime duration interval expiry expires expiration length size schema table class html css mime media cache lock pagination upload download
		limiter file filename path dir folder hint prefix suffix verified validation required`)

	// pagers are words before a token that says where a list goes on.
	pagers = set(`next prev previous start last`)

	// things are words for what has names, numbers and addresses and is no
	// person.
	things = set(`company organization organisation org business institution brand merchant store shop site app application
		service system server host machine cluster node domain product project repo repository channel room group team
		tenant workspace realm role tag category plan package module plugin driver database db schema table column index
		bucket queue topic stream event device network interface region zone bank branch campaign template form page post
		article thread board list item asset file image resource object type kind class method func function param job
		task step stage flow workflow pipeline build release version commit issue ticket license key cert
		certificate issuer provider vendor carrier model engine metric rule policy permission scope action operation
		command program process thread port container pod namespace volume image secret config setting option feature
		flag experiment variant segment display screen view menu button theme color font icon currency language
		country state city street bucket smtp imap ldap ftp proxy bind listen cookie session header from noreply
		default support sales info api readable insurance unemployment pos terminal`)
)
