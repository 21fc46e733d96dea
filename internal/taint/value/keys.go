package value

import "strings"

// A label whose data became part of a JSON text remembers under which keys, so
// that decoding puts it where it was. The keys are separated by keySep, which
// also stands in front: an empty string says that nothing is known.
const keySep = "\x1f"

// AnyKey stands for the elements of an array and for keys that are not known.
const AnyKey = "*"

// InText stands between the keys of a text and those of another text that is a
// string in it.
const InText = "\x1e"

// Within returns l as a part of the text that l's own text, if it is one,
// stands in under these keys.
func (u *Universe) Within(l *Label, keys []string) *Label {
	if l.Text() != "" {
		return l
	}
	c := *l
	c.Keys = keySep + strings.Join(keys, keySep)
	switch inner := strings.TrimPrefix(l.Keys, keySep); {
	case inner == "":
	case len(keys) == 0:
		c.Keys = l.Keys
	default:
		c.Keys += l.Keys
	}
	return u.Label(c)
}

// KeyList takes Keys apart. It reports whether they are known.
func (l *Label) KeyList() ([]string, bool) {
	switch l.Keys {
	case "":
		return nil, false
	case keySep:
		return nil, true
	}
	return strings.Split(l.Keys[len(keySep):], keySep), true
}

// Plain returns l as data that is no part of a known text.
func (u *Universe) Plain(l *Label) *Label {
	if l.Keys == "" {
		return l
	}
	c := *l
	c.Keys = ""
	return u.Label(c)
}
