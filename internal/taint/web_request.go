package taint

import (
	"strings"

	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// maxTests bounds the tests of one way, maxWays the ways that are told apart by
// what the request holds.
const (
	maxTests = 6
	maxWays  = 24
)

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
		if strings.HasPrefix(p, ways.TestPrefix) {
			tests++
		}
	}
	keep := ways.Marks(more)
	for _, p := range ways.Parts(more) {
		rest, isTest := strings.CutPrefix(p, ways.TestPrefix)
		if !isTest {
			keep += ways.Sep + p
			continue
		}
		key, test, _ := strings.Cut(rest, ways.KeySep)
		if content, known := ways.Held(parts, key, fresh); known {
			if !f.satisfies(content, test) {
				return "", false
			}
			continue
		}
		if tests++; tests <= maxTests {
			keep += ways.Sep + p
		}
	}
	return ways.Join(name, keep+route.Name()), true
}

// satisfies reports whether what a note says may pass a test.
func (f *frame) satisfies(note, test string) bool {
	if p, ok := strings.CutPrefix(note, ways.NoteParam); ok {
		_, note, _ = strings.Cut(p, ":")
	}
	zero := strings.HasPrefix(note, ways.NoteZero)
	note, nobody := strings.CutPrefix(strings.TrimPrefix(note, ways.NoteZero), ways.NoteNobody)
	op, typ := test[:1], test[1:]
	switch {
	case note == ways.NoteMaybe:
		return true
	case note == "":
		return op == ways.TestIsNot || op == ways.TestUnset
	case strings.HasPrefix(note, ways.NoteSome):
		return op != ways.TestIs || typ == ways.NoteMaybe || f.mayBe(typ, note[len(ways.NoteSome):])
	}
	switch op {
	case ways.TestIs:
		return typ == note || typ == ways.NoteMaybe
	case ways.TestIsNot:
		return typ != note
	case ways.TestUnset:
		return false
	case ways.TestPresent:
		return !zero
	case ways.TestSomebody:
		return !zero && !nobody
	}
	return true
}

// tested is the state st behind a test.
func (f *frame) tested(st *value.Node, key, test string) *value.Node {
	return f.marked(st, ways.TestPart(key, test))
}

// unknownRequest is a state of which nobody knows what the request holds.
func (f *frame) unknownRequest(st *value.Node) *value.Node {
	return f.marked(st, ways.NotePart(ways.AnyKey, ways.NoteMaybe))
}
