package ways

import "strings"

// Middleware often lets everybody pass and leaves in the request who it is, or
// nothing; a handler behind it looks. So a way on which control may have come
// also says what its request holds: a note under a key. A look under a key is a
// test. Ways whose notes cannot pass it end there. Where the way began elsewhere,
// the test becomes part of it, for those who know what the request held before.
//
// Notes and tests are parts of a way's name, as its conditions are.
const (
	NotePrefix = "="
	TestPrefix = "?"
	KeySep     = "\x03"

	AnyKey     = "*" // the key of a note that says that all may be under any key
	NoteMaybe  = "?" // a note that says that anything may be there
	NoteSome   = "~" // begins a note of an interface: something that implements it may be there
	NoteParam  = "$" // begins a note of a parameter: its number and a colon stand before its type
	NoteZero   = "0" // begins a note of a type whose value is nil, false, 0 or empty
	NoteNobody = "1" // begins a note of a type whose value is what the program takes for nobody, or nil

	// Tests: one letter each, followed by the type if there is one.
	TestIs       = "i" // something of that type is there
	TestIsNot    = "n" // it is not of that type, or nothing is there
	TestSet      = "s" // something is there
	TestUnset    = "u"
	TestPresent  = "p" // something is there that is not nil, false, 0 or empty
	TestSomebody = "b" // and not what the program takes for nobody
)

func NotePart(key, content string) string { return Sep + NotePrefix + key + KeySep + content }

func TestPart(key, test string) string { return Sep + TestPrefix + key + KeySep + test }

// AboutRequest reports whether a part of a way's name is a note, a test or a
// setting, or speaks of routes.
func AboutRequest(part string) bool {
	for _, p := range []string{NotePrefix, TestPrefix, SettingPrefix, SwitchPrefix} {
		if strings.HasPrefix(part, p) {
			return true
		}
	}
	return AboutRoute(part)
}

// RequestParts are the notes and tests in a way's name, as a name.
func RequestParts(name string) string {
	return some(name, AboutRequest)
}

// WithoutRequest is a way's name without notes and tests.
func WithoutRequest(name string) string {
	return Marks(name) + some(name, func(p string) bool { return !AboutRequest(p) })
}

// OfVerified is what of a way's name goes along with a verified way: no notes and tests,
// but on which side of a switch it goes.
func OfVerified(name string) string {
	return Marks(name) + some(name, func(p string) bool { return !AboutRequest(p) || IsSide(p) })
}

// Sides are the parts of a name that say on which side of a switch it goes, as a name.
func Sides(name string) string { return some(name, IsSide) }

// IsSide reports whether a part says on which side of a switch a way goes.
func IsSide(part string) bool {
	return strings.HasPrefix(part, SwitchPrefix) || strings.HasPrefix(part, SettingPrefix+AskedSwitch)
}

// IsSaid reports whether a way is taken only if callers say so of a setting.
func IsSaid(name string) bool { return strings.Contains(name, Sep+SettingPrefix+SaidSetting) }

// NoteUnder is the note under a key.
func NoteUnder(parts []string, key string) (content string, ok bool) {
	for _, p := range parts {
		if k, c, _ := strings.Cut(p, KeySep); k == NotePrefix+key {
			return c, true
		}
	}
	return "", false
}

// Held is what a way says of a key, by its notes and by where it began; false
// where only callers know.
func Held(parts []string, key string, fresh bool) (content string, known bool) {
	if content, ok := NoteUnder(parts, key); ok {
		return content, true
	}
	if _, all := NoteUnder(parts, AnyKey); all {
		return NoteMaybe, true
	}
	return "", fresh
}

// Keys are the keys of notes and tests in a name.
func Keys(name string) (keys []string) {
	for p := range each(name) {
		if key, ok := heldKey(p); ok {
			keys = append(keys, key)
		}
	}
	return keys
}

// heldKey is the key of a note or a test.
func heldKey(part string) (string, bool) {
	if !strings.HasPrefix(part, NotePrefix) && !strings.HasPrefix(part, TestPrefix) {
		return "", false
	}
	key, _, _ := strings.Cut(part[1:], KeySep)
	return key, key != AnyKey
}

// Forget is a name that knows nothing of what is under a key, nor of what was.
func Forget(name, key string) string {
	if _, all := NoteUnder(Parts(name), AnyKey); all {
		return without(name, key)
	}
	return Join(without(name, key), NotePart(key, NoteMaybe))
}

func without(name, key string) string {
	return Marks(name) + some(name, func(p string) bool {
		k, ok := heldKey(p)
		return !ok || k != key
	})
}

// ForgetAll is a name that knows nothing of what a request holds, nor of what it held.
func ForgetAll(name string) string {
	left := Marks(name) + some(name, func(p string) bool {
		return !strings.HasPrefix(p, NotePrefix) && !strings.HasPrefix(p, TestPrefix)
	})
	return Join(left, NotePart(AnyKey, NoteMaybe))
}

// OppositeTest is the test that fails where this one succeeds, and the other way round;
// empty where that is more than one.
func OppositeTest(part string) string {
	key, test, _ := strings.Cut(part, KeySep)
	if !strings.HasPrefix(part, TestPrefix) || test == "" {
		return ""
	}
	other := map[string]string{TestIs: TestIsNot, TestIsNot: TestIs, TestSet: TestUnset, TestUnset: TestSet}[test[:1]]
	if other == "" {
		return ""
	}
	return key + KeySep + other + test[1:]
}

const (
	SettingPrefix = "#"
	SwitchPrefix  = "%" // a setting that no caller can know more about

	// Behind the prefix of a setting: it may be one that the operator chooses, one for
	// which it is clear that callers are verified on its other side, and one that has the
	// other value unless somebody says so.
	AskedSwitch = "~"
	OffSwitch   = "!"
	SaidSetting = "="
)
