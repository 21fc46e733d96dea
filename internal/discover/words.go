package discover

import (
	"slices"
	"strings"
	"unicode"
)

// split takes a name apart: camel case, snake case, kebab case. The words are in
// lower case and written in ASCII.
func split(name string) []string {
	var words []string
	runes := []rune(fold(name))
	start := 0
	flush := func(end int) {
		if end > start {
			words = append(words, strings.ToLower(string(runes[start:end])))
		}
		start = end
	}
	for i, r := range runes {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush(i)
			start = i + 1
		case i > start && boundary(runes, i):
			flush(i)
		}
	}
	flush(len(runes))
	for i := range len(words) - 1 {
		if words[i] == "o" && words[i+1] == "auth" {
			return slices.Concat(words[:i], []string{"oauth"}, words[i+2:])
		}
	}
	return words
}

// boundary reports whether a new word begins at i, where a letter or digit
// stands on both sides.
func boundary(runes []rune, i int) bool {
	before, r := runes[i-1], runes[i]
	switch {
	case unicode.IsDigit(r) != unicode.IsDigit(before):
		return unicode.IsDigit(r) || !unicode.IsLower(r) || wordBefore(runes, i)
	case unicode.IsUpper(r) && !unicode.IsUpper(before):
		return true
	case unicode.IsUpper(r) && i+1 < len(runes) && unicode.IsLower(runes[i+1]):
		return !pluralAt(runes, i+1)
	}
	return false
}

// wordBefore reports whether the digits before i follow a word of more than one
// letter: line1a is three parts, e164 and s3 are one.
func wordBefore(runes []rune, i int) bool {
	for i > 0 && unicode.IsDigit(runes[i-1]) {
		i--
	}
	return i > 1 && unicode.IsLetter(runes[i-1]) && unicode.IsLetter(runes[i-2])
}

// pluralAt reports whether the letter at i only makes a plural of the capitals
// before it, as in UserIDs.
func pluralAt(runes []rune, i int) bool {
	return runes[i] == 's' && (i+1 == len(runes) || !unicode.IsLower(runes[i+1]))
}

var ascii = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue",
	"à", "a", "á", "a", "â", "a", "ã", "a", "å", "a", "ą", "a", "ç", "c", "ć", "c", "č", "c",
	"è", "e", "é", "e", "ê", "e", "ë", "e", "ę", "e", "É", "E", "ì", "i", "í", "i", "î", "i", "ï", "i", "ł", "l", "Ł", "L",
	"ñ", "n", "ń", "n", "ò", "o", "ó", "o", "ô", "o", "õ", "o", "ø", "o", "ś", "s", "š", "s",
	"ù", "u", "ú", "u", "û", "u", "ý", "y", "ź", "z", "ż", "z", "ž", "z")

// fold writes letters with marks as people do who have only ASCII.
func fold(name string) string {
	for i := range len(name) {
		if name[i] >= 0x80 {
			return ascii.Replace(name)
		}
	}
	return name
}

// singular gives the word that a plural may come from.
func singular(word string) []string {
	var out []string
	if s, ok := strings.CutSuffix(word, "ies"); ok && s != "" {
		out = append(out, s+"y")
	}
	if s, ok := strings.CutSuffix(word, "es"); ok && s != "" {
		out = append(out, s)
	}
	if s, ok := strings.CutSuffix(word, "s"); ok && s != "" && !strings.HasSuffix(s, "s") {
		out = append(out, s)
	}
	return out
}

// set makes a set of the words of a text.
func set(text string) map[string]bool {
	words := strings.Fields(text)
	out := make(map[string]bool, len(words)) // of the size that it needs: each process makes all of them
	for _, w := range words {
		out[w] = true
	}
	return out
}

// has reports whether the set has a word or its singular.
func has(words map[string]bool, word string) bool {
	if words[word] {
		return true
	}
	for _, s := range singular(word) {
		if words[s] {
			return true
		}
	}
	return false
}

// number reports whether a word is digits.
func number(word string) bool { return strings.Trim(word, "0123456789") == "" }
