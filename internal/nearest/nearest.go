// Package nearest finds what somebody probably meant to write.
//
// Tags, directives and the policy file are all small languages with fixed
// words, and all of them answer a misspelt word with the closest right one.
package nearest

import (
	"slices"
	"strings"
)

// maxWord bounds the words that are worth a suggestion; the cost of a
// comparison grows with their product.
const maxWord = 64

// Of returns the word of among that is closest to word, or "" if none is close
// enough to be a likely slip. Case and the choice between '-', '_', '.' and
// space do not count as a difference, and a word that another one begins with is
// close to it. Ties go to the word that stands first. A word that is among them
// needs no suggestion and gets none.
func Of(word string, among []string) string {
	if len(word) > maxWord || slices.Contains(among, word) {
		return ""
	}
	folded := fold(word)
	best, bestCost := "", limit(folded)+1
	for _, candidate := range among {
		if c := cost(folded, fold(candidate)); c < bestCost {
			best, bestCost = candidate, c
		}
	}
	return best
}

// limit is the number of slips that are believed to be slips: one in a short
// word, one letter in three in a longer one.
func limit(word string) int {
	return min(max(1, len(word)/3), 4)
}

// cost is the distance between two words; that of a word and its beginning is
// never more than one.
func cost(word, candidate string) int {
	d := distance(word, candidate)
	const minPrefix = 3
	short, long := word, candidate
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) >= minPrefix && strings.HasPrefix(long, short) {
		return min(d, 1)
	}
	return d
}

var folder = strings.NewReplacer("-", "", "_", "", ".", "", " ", "")

// fold removes the differences that nobody means.
func fold(s string) string {
	return folder.Replace(strings.ToLower(s))
}

// distance counts the insertions, deletions, replacements and swaps of
// neighbours between a and b, in bytes.
func distance(a, b string) int {
	prev2 := make([]int, len(b)+1)
	prev := make([]int, len(b)+1)
	cur := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}

// Hint puts a suggestion into the form that ends an error message, or gives
// nothing for an empty one.
func Hint(suggestion string) string {
	if suggestion == "" {
		return ""
	}
	return ` (did you mean "` + suggestion + `"?)`
}
