// Package ways reads and writes the names of ways on which control may come to a place
// in a program. A name has marks, one letter each, and parts: conditions, what the
// request holds, and which requests take the way. Nothing in it knows the engine.
package ways

import (
	"iter"
	"strings"
)

// Sep stands before each part of a name.
const Sep = "\x02"

// Marks are the letters that a name begins with.
func Marks(name string) string {
	marks, _, _ := strings.Cut(name, Sep)
	return marks
}

// Parts are the parts of a name, without what separates them.
func Parts(name string) []string {
	_, parts, ok := strings.Cut(name, Sep)
	if !ok {
		return nil
	}
	return strings.Split(parts, Sep)
}

// each goes through the parts of a name.
func each(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if _, parts, ok := strings.Cut(name, Sep); ok {
			strings.SplitSeq(parts, Sep)(yield)
		}
	}
}

// some are the parts of a name that are wanted, as a name. What stands together is not
// copied: names are long, and taken apart at each call.
func some(name string, wanted func(part string) bool) string {
	out, from, to := "", 0, 0
	at := len(Marks(name))
	for p := range each(name) {
		end := at + len(Sep) + len(p)
		if wanted(p) {
			if at != to {
				out += name[from:to]
				from = at
			}
			to = end
		}
		at = end
	}
	return out + name[from:to]
}

// Without is a name without one of its parts.
func Without(name, part string) string {
	return Marks(name) + some(name, func(p string) bool { return p != part })
}
