package piitag

import (
	"reflect"
	"strconv"
	"strings"
)

// FromStructTag reads the pii tag of a field with the built-in classes. ok says
// whether there is one; see the method of [Table].
func FromStructTag(tag reflect.StructTag) (t Tag, ok bool, err error) {
	return builtin.FromStructTag(tag)
}

// FromStructTag reads the pii tag among the tags of a field. ok says whether
// there is one, be it the tag "-".
//
// A struct tag that does not follow the convention key:"value" hides what comes
// after the fault from package reflect. Where a pii tag seems to be among that,
// or its key is written in capitals or stands twice, the result is a Tag of
// class Unknown, true and an error. Columns count in the whole struct tag.
func (t *Table) FromStructTag(tag reflect.StructTag) (Tag, bool, error) {
	s := scanStructTag(string(tag))
	if s.value == nil {
		if s.fault == nil {
			return Tag{}, false, nil
		}
		return Tag{Class: Unknown, Level: Moderate}, true, s.fault
	}
	parsed, err := t.Parse(*s.value)
	if e, _ := err.(*ParseError); e != nil {
		moved := *e
		moved.Text, moved.Col = string(tag), e.Col+s.off
		return parsed, true, &moved
	}
	if s.fault != nil {
		return Tag{Class: Unknown, Level: max(Moderate, parsed.Level)}, true, s.fault
	}
	return parsed, true, nil
}

// structTag is what scanning a struct tag for the pii key gives.
type structTag struct {
	value *string     // value of the pii key, if it can be read
	off   int         // byte offset of the value's text
	fault *ParseError // a pii key that reflect does not see, or sees only once
}

// scanStructTag walks the key:"value" pairs the way reflect does, and looks
// closer where reflect gives up.
func scanStructTag(tag string) (s structTag) {
	fail := func(off int, suggestion, msg string) {
		if s.fault == nil {
			s.fault = &ParseError{Text: tag, Col: off + 1, Msg: msg, Suggestion: suggestion}
		}
	}
	off := 0
	for {
		for off < len(tag) && tag[off] == ' ' {
			off++
		}
		key, quoted, ok := pair(tag[off:])
		if !ok {
			if i := strayKey(tag[off:]); i >= 0 {
				fail(off+i, `pii:"CLASS"`, "malformed struct tag hides the pii tag")
			}
			return s
		}
		value, err := strconv.Unquote(quoted)
		switch {
		case err != nil && strings.EqualFold(key, Key):
			fail(off+len(key)+1, "", "malformed value of the pii tag")
		case key == Key && s.value != nil:
			fail(off, "", "second pii tag")
		case key == Key:
			s.value, s.off = &value, off+len(key)+len(`:"`)
		case strings.EqualFold(strings.TrimLeft(key, ",;"), Key):
			fail(off, Key, "key "+strconv.Quote(key)+" is not pii")
		}
		off += len(key) + 1 + len(quoted)
	}
}

// pair splits the first key and its quoted value off a struct tag.
func pair(tag string) (key, quoted string, ok bool) {
	i := 0
	for i < len(tag) && tag[i] > ' ' && tag[i] != ':' && tag[i] != '"' && tag[i] != 0x7f {
		i++
	}
	if i == 0 || i+1 >= len(tag) || tag[i] != ':' || tag[i+1] != '"' {
		return "", "", false
	}
	j := i + 2
	for j < len(tag) && tag[j] != '"' {
		if tag[j] == '\\' {
			j++
		}
		j++
	}
	if j >= len(tag) {
		return "", "", false
	}
	return tag[:i], tag[i+1 : j+1], true
}

// strayKey finds the word pii, in any case, where it looks like a key in the
// malformed rest of a struct tag; -1 if it does not occur.
func strayKey(rest string) int {
	lower := strings.ToLower(rest)
	for off := 0; ; {
		i := strings.Index(lower[off:], Key)
		if i < 0 {
			return -1
		}
		i += off
		off = i + len(Key)
		if (i == 0 || !isNameByte(lower[i-1])) && startsValue(lower[off:]) {
			return i
		}
	}
}

// startsValue reports whether s goes on as a key's value would, right or wrong.
func startsValue(s string) bool {
	s = strings.TrimLeft(s, " \t\n")
	return s == "" || strings.ContainsRune(":=\"'", rune(s[0]))
}

func isNameByte(b byte) bool {
	return b == '_' || b == '-' || b >= 0x80 ||
		'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
}
