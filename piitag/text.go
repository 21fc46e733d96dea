package piitag

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hints give, for some classes, a text with a part of the original that is of use
// and not enough to know whose it is; "" where the text is not of the usual form.
var hints = map[string]func(string) string{
	"email":        hintEmail,
	"name":         hintName,
	"phone":        hintPhone,
	"payment_card": hintCard,
	"ip":           hintIP,
}

// maskText masks one string under a tag.
//
// With a key, the text carries a pseudonym that is equal for equal strings of the
// class. Data of high level gets none. Hints are given at the class's own level
// only: who raises the level wants less to be seen.
func (m *Masker) maskText(tag *Tag, s string) string {
	if s == "" {
		return ""
	}
	if m.key != nil && tag.Level < High {
		return "[" + tag.Class + " " + m.pseudonym(tag.Class, s) + "]"
	}
	hint := hints[tag.Class]
	if hint == nil {
		return "[" + tag.Class + "]"
	}
	if c, _ := m.classes.Lookup(tag.Class); tag.Level > c.Level {
		return "[" + tag.Class + "]"
	}
	if text := hint(s); text != "" {
		return text
	}
	return "[" + tag.Class + "]"
}

// pseudonym is a keyed hash: without the key nobody can try candidates.
func (m *Masker) pseudonym(class, s string) string {
	h := hmac.New(sha256.New, m.key)
	h.Write([]byte(class))
	h.Write([]byte{0})
	h.Write([]byte(s))
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// minLocal is the length from which the first letter of a name says little.
const minLocal = 3

// hintEmail keeps the first letter and the top-level domain: j***@***.org.
func hintEmail(s string) string {
	at := strings.LastIndexByte(s, '@')
	dot := strings.LastIndexByte(s, '.')
	if at < 0 || dot < at+2 || strings.ContainsAny(s, " \t\n<>\"") {
		return ""
	}
	top := s[dot+1:]
	if len(top) < 2 || len(top) > 6 || strings.ContainsFunc(top, func(r rune) bool { return !isLatin(r) }) {
		return ""
	}
	return firstLetter(s[:at]) + "***@***." + top
}

// hintName keeps the first letter: J***.
func hintName(s string) string {
	first := firstLetter(s)
	if first == "" {
		return ""
	}
	return first + "***"
}

// firstLetter gives the first letter of a text that is long enough and of a
// script in which one letter is not yet a name.
func firstLetter(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if utf8.RuneCountInString(s) < minLocal || !unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek) {
		return ""
	}
	return s[:size]
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// hintPhone keeps the last two digits: ***42.
func hintPhone(s string) string {
	const least = 7 // shorter ones are extensions and emergency numbers
	d, ok := digits(s, " +-./()")
	if !ok || len(d) < least {
		return ""
	}
	return "***" + d[len(d)-2:]
}

// hintCard keeps the last four digits, which PCI DSS lets everybody see.
func hintCard(s string) string {
	const least, most = 12, 19 // lengths of card numbers, ISO/IEC 7812
	d, ok := digits(s, " -")
	if !ok || len(d) < least || len(d) > most {
		return ""
	}
	return "****" + d[len(d)-4:]
}

// digits returns the digits of s, provided that it has nothing else but the
// separators.
func digits(s, separators string) (string, bool) {
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			b.WriteByte(c)
		case strings.IndexByte(separators, c) < 0:
			return "", false
		}
	}
	return b.String(), true
}

// hintIP keeps the network: 192.0.2.0/24, 2001:db8:1::/48.
func hintIP(s string) string {
	addr, err := netip.ParseAddr(s)
	if err != nil {
		return ""
	}
	return network(addr).String()
}

// network returns the part of an address that many share.
func network(addr netip.Addr) netip.Prefix {
	addr = addr.Unmap().WithZone("")
	bits := 24
	if addr.Is6() {
		bits = 48
	}
	prefix, _ := addr.Prefix(bits)
	return prefix
}
