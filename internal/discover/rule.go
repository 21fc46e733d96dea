package discover

import (
	"strings"
	"sync"
)

// rule says how sure a word is in each kind of record.
type rule [contexts]Confidence

// everywhere gives the same answer in all records.
func everywhere(c Confidence) rule {
	var r rule
	for i := range r {
		r[i] = c
	}
	return r
}

// where gives another answer in some records.
func (r rule) where(c Confidence, in ...context) rule {
	for _, ctx := range in {
		r[ctx] = c
		if ctx == proof { // of which a vault is one
			r[vault] = c
		}
	}
	return r
}

// only gives an answer in some records, and none in all others.
func only(c Confidence, in ...context) rule { return everywhere(None).where(c, in...) }

// of gives the answer for a type: that of the kind of record in which the word
// is surest. Parts of the program and its settings are nothing else.
func (r rule) of(o *owner) Confidence {
	for _, ctx := range []context{technical, config} {
		if o.in[ctx] {
			return r[ctx]
		}
	}
	best, known := None, false
	for ctx, in := range o.in {
		if in {
			best, known = max(best, r[ctx]), true
		}
	}
	if !known {
		return r[other]
	}
	return best
}

// The rules that many words share.
var (
	// sure words mean one thing wherever they stand.
	sure = everywhere(High)
	// clear words mean it, but settings and services may hold somebody's own: a
	// sender address, a support line.
	clear = everywhere(High).where(Medium, technical).where(Low, config)
	// likely words mean it in records about persons.
	likely = everywhere(Medium).where(High, person).where(Low, technical, config)
	// personal words mean it in records about persons only.
	personal = only(High, person).where(Low, other)
	// vague words may mean it in records about persons.
	vague = only(Medium, person)
	// opaque words are ids: personal data, but seldom what one looks for.
	opaque = everywhere(Low).where(None, technical, config)
)

// group is a set of words for one class of data.
type group struct {
	class string
	in    rule
	words string // separated by spaces, joined as "firstname", in the singular
}

// index finds the groups of a word. It is made when it is first asked for: each unit of
// go vet is a process that has these tables, and none asks.
var index = sync.OnceValue(makeIndex)

func makeIndex() map[string][]*group {
	m := map[string][]*group{}
	for _, table := range [][]group{names, contacts, numbers, secrets, traits, texts, ids, languages, lives, standards, accesses} {
		for i := range table {
			for w := range set(table[i].words) {
				m[w] = append(m[w], &table[i])
			}
		}
	}
	return m
}

// product joins each of some words with each of others.
func product(before, after string) string {
	var out []string
	for _, b := range strings.Fields(before) {
		for _, a := range strings.Fields(after) {
			out = append(out, b+a)
		}
	}
	return strings.Join(out, " ")
}
