package taint

import (
	"strings"

	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// Middleware often lets everybody pass and leaves in the request who it is, or
// nothing; a handler behind it looks. So a way on which control may have come
// also says what its request holds: a note under a key. A look under a key is a
// test. Ways whose notes cannot pass it end there. Where the way began elsewhere,
// the test becomes part of it, for those who know what the request held before.
//
// Notes and tests are parts of a way's name, as its conditions are.
const (
	notePrefix = "="
	testPrefix = "?"
	keySep     = "\x03"

	anyKey    = "*" // the key of a note that says that all may be under any key
	noteMaybe = "?" // a note that says that anything may be there
	noteSome  = "~" // begins a note of an interface: something that implements it may be there
	noteParam = "$" // begins a note of a parameter: its number and a colon stand before its type
	noteZero  = "0" // begins a note of a type whose value is nil, false, 0 or empty

	// Tests: one letter each, followed by the type if there is one.
	testIs      = "i" // something of that type is there
	testIsNot   = "n" // it is not of that type, or nothing is there
	testSet     = "s" // something is there
	testUnset   = "u"
	testPresent = "p" // something is there that is not nil, false, 0 or empty
)

// maxTests bounds the tests of one way, maxWays the ways that are told apart by
// what the request holds.
const (
	maxTests = 6
	maxWays  = 24
)

func notePart(key, content string) string { return ways.Sep + notePrefix + key + keySep + content }

func testPart(key, test string) string { return ways.Sep + testPrefix + key + keySep + test }

// aboutRequest reports whether a part of a way's name is a note, a test or a
// setting, or speaks of routes.
func aboutRequest(part string) bool {
	for _, p := range []string{notePrefix, testPrefix, settingPrefix} {
		if strings.HasPrefix(part, p) {
			return true
		}
	}
	return ways.AboutRoute(part)
}

// requestParts are the notes and tests in a way's name, as a name.
func requestParts(name string) string {
	out := ""
	for _, p := range ways.Parts(name) {
		if aboutRequest(p) {
			out += ways.Sep + p
		}
	}
	return out
}

// withoutRequest is a way's name without notes and tests.
func withoutRequest(name string) string {
	out := ways.Marks(name)
	for _, p := range ways.Parts(name) {
		if !aboutRequest(p) {
			out += ways.Sep + p
		}
	}
	return out
}

// noteUnder is the note under a key.
func noteUnder(parts []string, key string) (content string, ok bool) {
	for _, p := range parts {
		if k, c, _ := strings.Cut(p, keySep); k == notePrefix+key {
			return c, true
		}
	}
	return "", false
}

// continued is the name of a way that goes on as another name says. It is false
// where the way cannot: a test fails. Fresh ways began with the request, so that
// what they do not note is not there.
func (f *frame) continued(name, more string, fresh bool) (string, bool) {
	key := wayJoin{name, more, fresh}
	if w, ok := f.e.wayJoins[key]; ok {
		return w.name, w.possible
	}
	asked := f.e.typesAsked
	joined, ok := f.joinWays(name, more, fresh)
	if f.e.typesAsked == asked {
		f.e.wayJoins[key] = joinedWay{joined, ok}
	}
	return joined, ok
}

// wayJoin is what continued was asked, joinedWay its answer. They are kept: ways come
// together again at each block, and most of their names are long. Those that
// depend on types are not, since more types may be known later.
type wayJoin struct {
	name, more string
	fresh      bool
}

type joinedWay struct {
	name     string
	possible bool
}

func (f *frame) joinWays(name, more string, fresh bool) (string, bool) {
	name, more, route, ok := ways.JoinRoutes(name, more, fresh)
	if !ok {
		return "", false
	}
	parts := ways.Parts(name)
	tests := 0
	for _, p := range parts {
		if strings.HasPrefix(p, testPrefix) {
			tests++
		}
	}
	keep := ways.Marks(more)
	for _, p := range ways.Parts(more) {
		rest, isTest := strings.CutPrefix(p, testPrefix)
		if !isTest {
			keep += ways.Sep + p
			continue
		}
		key, test, _ := strings.Cut(rest, keySep)
		if content, known := held(parts, key, fresh); known {
			if !f.satisfies(content, test) {
				return "", false
			}
			continue
		}
		if tests++; tests <= maxTests {
			keep += ways.Sep + p
		}
	}
	return joinMarks(name, keep+route.Name()), true
}

// held is what a way says of a key, by its notes and by where it began; false
// where only callers know.
func held(parts []string, key string, fresh bool) (content string, known bool) {
	if content, ok := noteUnder(parts, key); ok {
		return content, true
	}
	if _, all := noteUnder(parts, anyKey); all {
		return noteMaybe, true
	}
	return "", fresh
}

// satisfies reports whether what a note says may pass a test.
func (f *frame) satisfies(note, test string) bool {
	if p, ok := strings.CutPrefix(note, noteParam); ok {
		_, note, _ = strings.Cut(p, ":")
	}
	zero := strings.HasPrefix(note, noteZero)
	note = strings.TrimPrefix(note, noteZero)
	op, typ := test[:1], test[1:]
	switch {
	case note == noteMaybe:
		return true
	case note == "":
		return op == testIsNot || op == testUnset
	case strings.HasPrefix(note, noteSome):
		return op != testIs || typ == noteMaybe || f.mayBe(typ, note[len(noteSome):])
	}
	switch op {
	case testIs:
		return typ == note || typ == noteMaybe
	case testIsNot:
		return typ != note
	case testUnset:
		return false
	case testPresent:
		return !zero
	}
	return true
}

// tested is the state st behind a test.
func (f *frame) tested(st *value.Node, key, test string) *value.Node {
	return f.marked(st, testPart(key, test))
}

// tidy takes ways together that differ only in what the request holds, where
// there are too many of them.
func (f *frame) tidy(st *value.Node) *value.Node {
	if len(st.Labels) <= maxWays {
		return st
	}
	var out *value.Node
	for _, l := range st.Labels {
		if l.Root.Kind == value.Caller {
			l = f.e.stateOf(l.Root.N, l.Root.M, withoutRequest(l.Root.Name)+notePart(anyKey, noteMaybe)).Labels[0]
		}
		out = f.u.Join(out, value.Of(l))
	}
	return out
}

// unknownRequest is a state of which nobody knows what the request holds.
func (f *frame) unknownRequest(st *value.Node) *value.Node {
	return f.marked(st, notePart(anyKey, noteMaybe))
}
