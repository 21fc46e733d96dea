package piitag

import (
	"fmt"
	"reflect"
	"sync"
)

// Options change what a Masker does. The zero Options are those of the functions
// of this package.
type Options struct {
	// Classes are the classes that tags may name; nil stands for Builtin.
	Classes *Table
	// MinLevel is the level from which data is masked; zero stands for Low.
	MinLevel Level
	// Key, if it is not empty, makes masked text carry a pseudonym instead of a
	// hint: an HMAC-SHA-256 of class and text, of which 64 bits are shown. Equal
	// texts can then be told to be equal, by everybody, and be found again by
	// those who have the key. Data of high level has no pseudonym. The key should
	// have 32 random bytes.
	Key []byte
	// Tag, if set, gives the tag of a field that has no pii tag: for types that
	// can't be tagged, and for other tag conventions. t is the struct type. It is
	// asked when a type is met first, not for each value.
	Tag func(t reflect.Type, field reflect.StructField) (tag string, ok bool)
	// Attrs gives slog attribute keys a tag: what is logged under the key is
	// masked whatever its type. A key may be "group.key", and may be a group.
	Attrs map[string]string
}

// Masker makes masked copies. It is safe for concurrent use; what it learns of
// types it keeps for good, so programs should make few.
type Masker struct {
	classes  *Table
	minLevel Level
	key      []byte
	tag      func(reflect.Type, reflect.StructField) (string, bool)
	attrs    map[string]*Tag
	plans    sync.Map // reflect.Type -> *plan
}

// std serves the functions of the package.
var std = &Masker{classes: builtin, minLevel: Low}

// NewMasker returns a masker. It fails where a tag in Attrs can't be read. The
// other tags are those of types that it does not know yet; where one of them
// can't be read, the field is masked as Unknown.
func NewMasker(o Options) (*Masker, error) {
	m := &Masker{classes: o.Classes, minLevel: max(o.MinLevel, Low), tag: o.Tag}
	if m.classes == nil {
		m.classes = builtin
	}
	if len(o.Key) > 0 {
		m.key = append([]byte(nil), o.Key...)
	}
	for key, text := range o.Attrs {
		tag, err := m.classes.Parse(text)
		if err != nil {
			return nil, fmt.Errorf("piitag: attribute %q: %w", key, err)
		}
		if m.wants(tag) {
			if m.attrs == nil {
				m.attrs = make(map[string]*Tag)
			}
			m.attrs[key] = &tag
		}
	}
	return m, nil
}

// wants reports whether data under the tag is masked.
func (m *Masker) wants(t Tag) bool { return t.Personal() && t.Level >= m.minLevel }

// Mask returns a copy of v in which everything under a pii tag is masked. v
// itself is not changed. Parts without personal data may be shared between the
// two, so the copy is for printing, not for writing to.
//
// Strings are replaced as [MaskString] does, values of other kinds by zero
// values. A tag on a field of composite type covers everything in it; where tags
// are nested, the one of higher level decides. The keys of a map are masked too
// if a tag covers the map; keys that become equal are numbered, or, if they are
// not strings, dropped.
//
// Fields are followed whether exported or not. What hides behind channels,
// functions, unsafe pointers and, inside unexported fields, pointers to types
// that have no tags anywhere, is not looked at.
func Mask[T any](v T) T {
	std.maskValue(reflect.ValueOf(&v).Elem(), nil)
	return v
}

// MaskString masks s as data of a class. tag is the name of a class, one of its
// aliases, or a whole tag like "email,level=high"; one that can't be read masks
// as Unknown.
func MaskString(tag, s string) string { return std.MaskString(tag, s) }

// Mask is like the function [Mask].
func (m *Masker) Mask(v any) any {
	m.maskValue(reflect.ValueOf(&v).Elem(), nil)
	return v
}

// MaskString is like the function [MaskString].
func (m *Masker) MaskString(tag, s string) string {
	if c, ok := m.classes.Lookup(tag); ok {
		return m.maskWanted(Tag{Class: c.Name, Level: c.Level}, s)
	}
	t, _ := m.classes.Parse(tag) // broken tags are Unknown
	return m.maskWanted(t, s)
}

func (m *Masker) maskWanted(t Tag, s string) string {
	if !m.wants(t) {
		return s
	}
	return m.maskText(&t, s)
}

// maskValue masks v in place and reports whether it changed. v must be
// addressable and belong to us alone; cover is a tag that covers all of it.
func (m *Masker) maskValue(v reflect.Value, cover *Tag) bool {
	w := walker{m: m}
	return w.value(v, cover)
}
