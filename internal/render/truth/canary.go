package truth

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// maxCanaries bounds the canaries of one value.
const maxCanaries = 4000

// firstInt starts the integer canaries. They are code points that nothing
// else uses, so that %c and %U show them too.
const firstInt = 0xD0000

// stringCanary is the text of canary n. It survives escaping of any kind.
func stringCanary(n int) string { return fmt.Sprintf("kq%04dzj", n) }

// intCanary is the number of canary n.
func intCanary(n int) int64 { return firstInt + int64(n)*11 }

// canaryName is what canary n is called in reports.
func canaryName(n int) string { return stringCanary(n) }

// forms lists the regular expressions that find canaries in a text, each with
// a function that turns a match into the canary's text.
var forms = sync.OnceValue(func() []form {
	list := []form{{"kq", regexp.MustCompile(`kq\d{4}zj`), func(m string) string { return m }}}
	list = append(list, form{"6b71", regexp.MustCompile(`(?i)6b71(3\d){4}7a6a`), func(m string) string {
		b, _ := hex.DecodeString(m)
		return string(b)
	}})
	for _, sep := range []string{" ", ", ", ","} {
		list = append(list, byteForm("%d", sep), byteForm("%#x", sep))
	}
	for _, format := range []string{"%x", "%o", "%O", "%#o", "%b", "%#b", "%U", "%#U", "%c"} {
		list = append(list, byteForm(format, " "))
	}
	list = append(list, form{"a3", regexp.MustCompile(`a3[A-Za-z0-9+/]{9}=`), func(m string) string {
		b, _ := base64.StdEncoding.DecodeString(m)
		return string(b)
	}})
	return list
})

// form finds canaries written in one way.
type form struct {
	// hint is in any lower-cased text that has a match.
	hint   string
	find   *regexp.Regexp
	decode func(string) string
}

// in lists the matches in a text, given also in lower case.
func (f form) in(text, lower string) []string {
	if !strings.Contains(lower, f.hint) {
		return nil
	}
	return f.find.FindAllString(text, -1)
}

// byteForm finds canaries written byte by byte.
func byteForm(format, sep string) form {
	bytes := map[string]byte{}
	var all []string
	digit := func(chars string) string {
		var alts []string
		for _, c := range []byte(chars) {
			text := strings.ToLower(fmt.Sprintf(format, c))
			bytes[text] = c
			alts = append(alts, regexp.QuoteMeta(text))
		}
		all = append(all, alts...)
		return `\+?(?:` + strings.Join(alts, "|") + ")"
	}
	parts := []string{digit("k"), digit("q")}
	for range 4 {
		parts = append(parts, digit("0123456789"))
	}
	parts = append(parts, digit("z"), digit("j"))
	slices.SortFunc(all, func(a, b string) int { return len(b) - len(a) })
	one := regexp.MustCompile(strings.Join(all, "|"))
	return form{
		hint: strings.ToLower(fmt.Sprintf(format, 'k')) + sep,
		find: regexp.MustCompile("(?i)" + strings.Join(parts, regexp.QuoteMeta(sep))),
		decode: func(m string) string {
			var b []byte
			for _, d := range one.FindAllString(strings.ToLower(m), -1) {
				b = append(b, bytes[d])
			}
			return string(b)
		},
	}
}

// wrongVerb is what fmt prints of an operand that does not fit the verb.
var wrongVerb = regexp.MustCompile(`%!.\([\w.]+=(\+?\w+)\)`)

// numbers finds anything that may be an integer canary.
var numbers = regexp.MustCompile(`[0-9a-zA-Z+\\]+|[^\x00-\x7f]`)

// canaries lists the canaries that a text shows, in order.
func canaries(text string, noInts bool) []string {
	found := map[string]bool{}
	if strings.Contains(text, "%!") {
		text += wrongVerb.ReplaceAllString(text, "$1")
	}
	lower := strings.ToLower(text)
	for _, f := range forms() {
		for _, m := range f.in(text, lower) {
			if c := f.decode(m); strings.HasPrefix(c, "kq") && len(c) == len(stringCanary(0)) {
				found[c] = true
			}
		}
	}
	if !noInts {
		for _, m := range numbers.FindAllString(text, -1) {
			if n, ok := intForms()[strings.ToLower(strings.TrimLeft(m, "+"))]; ok {
				found[canaryName(n)] = true
			}
		}
	}
	return sorted(found)
}

// intForms maps each way in which an integer canary is written to its number.
var intForms = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for n := range maxCanaries {
		i := intCanary(n)
		for _, verb := range []string{"%d", "%x", "%#x", "%o", "%O", "%#o", "%b", "%#b", "%c", "%U"} {
			m[strings.ToLower(fmt.Sprintf(verb, i))] = n
		}
		m[strings.ToLower(strings.Trim(strconv.QuoteRune(rune(i)), "'"))] = n
	}
	return m
})

// sorted lists a set.
func sorted(set map[string]bool) []string {
	var list []string
	for s := range set {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}
