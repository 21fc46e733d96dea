package rt

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// forms are the ways in which a canary may be written.
type forms struct {
	lower string   // looked for in the text in lower case
	exact []string // a number as a character, and by gob
	// numbers are looked for as words: an address may have the same digits.
	numbers []string
}

// registerWord makes the word of a field known to the running program.
func registerWord(owner, word string) {
	if now.tokens == nil {
		return
	}
	f := now.tokens[owner]
	f.lower = word
	now.tokens[owner] = f
}

// registerNumber does it for the number of a field: no others are looked for,
// since any text may hold a few digits.
func registerNumber(owner string, n uint32) {
	if now.tokens == nil {
		return
	}
	f := now.tokens[owner]
	f.exact = []string{string(rune(n)), string([]byte{gobLength, byte(n >> 15), byte(n >> 7), byte(n << 1)})}
	f.numbers = []string{fmt.Sprint(n), fmt.Sprintf("%x", n), fmt.Sprintf("%08x", n), fmt.Sprint(float64(n))}
	now.tokens[owner] = f
}

// gobLength stands before three bytes of a number.
const gobLength = 0xfd

// reading is what a sink wrote, with all that it may be an encoding of.
type reading []passage

// passage is a text that was read, and how often.
type passage struct {
	plain, lower string
	times        int
}

// maxCodes bounds how many encodings may lie in each other.
const maxCodes = 4

// unfold reads a text, and what it encodes, as often as there is anything.
func unfold(s string) (r reading) {
	level := []passage{{plain: s, times: 1}}
	for range maxCodes + 1 {
		var next []passage
		at := map[string]int{}
		for _, p := range level {
			p.lower = strings.ToLower(p.plain)
			r = append(r, p)
			for _, d := range decoded(p.plain) {
				i, ok := at[d]
				if !ok {
					i = len(next)
					at[d] = i
					next = append(next, passage{plain: d})
				}
				next[i].times += p.times
			}
		}
		level = next
	}
	return r
}

var (
	hexWord    = regexp.MustCompile(`(?i)[0-9a-f]{8,}`)
	base64Word = regexp.MustCompile(`[A-Za-z0-9+/_-]{8,}`)
	byteList   = regexp.MustCompile(`(?i)(?:0x[0-9a-f]{1,2}|[0-9]{1,3})(?:(?:,? +|[,+])(?:0x[0-9a-f]{1,2}|[0-9]{1,3})){5,}`)
	escape     = regexp.MustCompile(`\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\U[0-9a-f]{8}`)
)

// decoded lists the texts that parts of s are codes of.
func decoded(s string) (list []string) {
	for _, w := range hexWord.FindAllString(s, -1) {
		for skip := range 2 { // the word may be cut, or have a digit in front
			w := w[skip:]
			b, _ := hex.DecodeString(w[:len(w)&^1])
			list = append(list, string(b))
		}
	}
	for _, w := range base64Word.FindAllString(s, -1) {
		w = strings.NewReplacer("-", "+", "_", "/").Replace(w)
		for skip := range 4 {
			part := w[skip:]
			if len(part)%4 == 1 {
				part = part[:len(part)-1]
			}
			b, _ := base64.RawStdEncoding.DecodeString(part)
			list = append(list, string(b))
		}
	}
	for _, w := range byteList.FindAllString(s, -1) {
		list = append(list, bytesOf(w))
	}
	if escape.MatchString(s) {
		list = append(list, escape.ReplaceAllStringFunc(s, unescape))
	}
	return list
}

// bytesOf reads a list of bytes as fmt and encoding/json write it.
func bytesOf(list string) string {
	var b []byte
	for _, w := range strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(" ,+", r) }) {
		n, err := strconv.ParseUint(w, 0, 8)
		if err != nil {
			n, _ = strconv.ParseUint(w, 10, 8)
		}
		b = append(b, byte(n))
	}
	return string(b)
}

func unescape(s string) string {
	n, _ := strconv.ParseUint(s[2:], 16, 32)
	if s[1] == 'x' {
		return string([]byte{byte(n)})
	}
	return string(rune(n))
}

// count says how often a canary is in a text.
func (f forms) count(r reading) (n int) {
	for _, p := range r {
		if f.lower != "" {
			n += p.times * strings.Count(p.lower, f.lower)
		}
		for _, w := range f.exact {
			n += p.times * strings.Count(p.plain, w)
		}
		for _, w := range f.numbers {
			n += p.times * countWord(p.lower, w)
		}
	}
	return n
}

// countWord counts a number that no other digits stand around.
func countWord(s, word string) (n int) {
	for {
		i := strings.Index(s, word)
		if i < 0 {
			return n
		}
		before, after := s[:i], s[i+len(word):]
		if (before == "" || !isHex(before[len(before)-1])) && (after == "" || !isHex(after[0])) {
			n++
		}
		s = after
	}
}

func isHex(b byte) bool { return b >= '0' && b <= '9' || b >= 'a' && b <= 'f' }
