package piitag

import (
	"fmt"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/nearest"
)

// Unknown is the class of data that is personal in a way that nobody has said,
// or whose tag can't be read.
const Unknown = "unknown"

// Class is one kind of personal data.
type Class struct {
	// Name is the word for it in tags: lower case letters, digits, '_'.
	Name string
	// Level applies where a tag names none.
	Level Level
	// Anchors are the provisions that make it personal data or protect it, such
	// as "GDPR Art. 9(1)".
	Anchors []string
	// Meaning says in one line what belongs to the class.
	Meaning string
	// Aliases are other words that tags may use for the class.
	Aliases []string
}

// Table is an immutable set of classes.
type Table struct {
	classes []Class
	index   map[string]int // names and aliases
}

// builtin holds the classes that need no policy.
var builtin = mustTable(classTable)

// Builtin returns the table of the classes that every program has.
func Builtin() *Table { return builtin }

// Classes lists the built-in classes in the order of the documentation: by
// level, lowest first.
func Classes() []Class { return builtin.Classes() }

// Lookup returns the built-in class that has the name or alias.
func Lookup(name string) (Class, bool) { return builtin.Lookup(name) }

// Classes lists the classes of the table; the caller may keep the slice.
func (t *Table) Classes() []Class { return slices.Clone(t.classes) }

// Lookup returns the class that has the name or alias.
func (t *Table) Lookup(name string) (Class, bool) {
	i, ok := t.index[name]
	if !ok {
		return Class{}, false
	}
	return t.classes[i], true
}

// Nearest returns the class name or alias that is closest to word, or "" where
// nothing is close.
func (t *Table) Nearest(word string) string {
	return nearest.Of(word, t.words())
}

// words lists the names of all classes, then all aliases.
func (t *Table) words() []string {
	var names, aliases []string
	for _, c := range t.classes {
		names = append(names, c.Name)
		aliases = append(aliases, c.Aliases...)
	}
	return append(names, aliases...)
}

// With returns a table with more classes. A class whose name is in t already
// takes the place of the older one. It is an error when a name is not well
// formed, when a level is missing, and when a name or an alias belongs to
// another class.
func (t *Table) With(classes ...Class) (*Table, error) {
	all := slices.Clone(t.classes)
	for _, c := range classes {
		if i := slices.IndexFunc(all, func(o Class) bool { return o.Name == c.Name }); i >= 0 {
			all[i] = c
			continue
		}
		all = append(all, c)
	}
	return newTable(all)
}

func newTable(classes []Class) (*Table, error) {
	t := &Table{classes: classes, index: make(map[string]int)}
	for i, c := range classes {
		if c.Level < Low || c.Level > High {
			return nil, fmt.Errorf("class %q has no level", c.Name)
		}
		for _, word := range append([]string{c.Name}, c.Aliases...) {
			if err := t.enter(word, i); err != nil {
				return nil, err
			}
		}
	}
	return t, nil
}

// enter makes word stand for class i.
func (t *Table) enter(word string, i int) error {
	if !ValidClassName(word) {
		return fmt.Errorf("class name %q: want lower case letters, digits and '_', a letter first", word)
	}
	if slices.Contains(options, word) {
		return fmt.Errorf("class name %q is a word of the tag grammar", word)
	}
	if o, dup := t.index[word]; dup {
		return fmt.Errorf("%q already stands for class %q", word, t.classes[o].Name)
	}
	t.index[word] = i
	return nil
}

func mustTable(classes []Class) *Table {
	t, err := newTable(classes)
	if err != nil {
		panic("piitag: " + err.Error())
	}
	return t
}

// ValidClassName reports whether a class may have the name: lower case letters,
// digits and '_', beginning with a letter.
func ValidClassName(name string) bool {
	if name == "" || name[0] < 'a' || name[0] > 'z' {
		return false
	}
	return strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}
