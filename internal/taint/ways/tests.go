package ways

import (
	"slices"
	"strconv"
	"strings"
)

// What a test is about.
const (
	AboutPath     = 'p' // of what a test is: the path of the URL,
	AboutTemplate = 't' // the pattern of the route as it was registered,
	AboutVerb     = 'h' // the method of HTTP,
	AboutCalled   = 'f' // the full name of a remote procedure,
	AboutID       = 'i' // the name of an operation,
	AboutScheme   = 'S' // the schemes of security that an operation asks for,
	AboutTag      = 'T' // its tags,
	AboutMeta     = 'M' // the keys of its metadata, and those with what they hold,
	AboutParam    = '$' // a parameter of the function, whose number follows
)

// Any is a member of every list that has some.
const Any = "!"

// ofList reports whether a test asks for a member of a list, not for one text.
func ofList(about string) bool {
	return about[0] == AboutScheme || about[0] == AboutTag || about[0] == AboutMeta
}

// Test says that what it is about is one of some texts, or has one of them
// in a place; or that it has none.
type Test struct {
	Not   bool
	About string // one of the letters above, and the number of a parameter
	Op    byte   // =, ^, $ or ~
	Texts []string
}

// maxRouteTests bounds the tests of one way, maxRouteTexts the texts of one.
const (
	maxRouteTests = 8
	maxRouteTexts = 64
)

func (t Test) String() string {
	sign := "+"
	if t.Not {
		sign = "-"
	}
	return sign + t.About + string(t.Op) + strings.Join(t.Texts, altSep)
}

// Part is the test as a part of a name.
func (t Test) Part() string { return Sep + onlyPrefix + t.String() }

func parseTest(s string) (t Test, ok bool) {
	if len(s) < 3 {
		return t, false
	}
	t.Not = s[0] == '-'
	i := strings.IndexAny(s, "=^$~")
	if i >= 0 && s[1] == AboutParam {
		if i = strings.IndexByte(s, ':'); i > 0 {
			i++
		}
	}
	if i < 2 || i >= len(s) {
		return t, false
	}
	t.About, t.Op, t.Texts = s[1:i], s[i], strings.Split(s[i+1:], altSep)
	return t, true
}

// Param is the number of the parameter that a test is about, or -1.
func (t Test) Param() int {
	if t.About[0] != AboutParam {
		return -1
	}
	n, err := strconv.Atoi(strings.TrimSuffix(t.About[1:], ":"))
	if err != nil {
		return -1
	}
	return n
}

// implied reports whether another test says more than this one.
func implied(t Test, all []Test) bool {
	return !ofList(t.About) && slices.ContainsFunc(all, func(o Test) bool { return !o.Not && o.Op == '=' && o.About == t.About })
}

func passesAll(text, about string, all []Test) bool {
	for _, t := range all {
		if t.About == about && (!ofList(about) || t.Not) && !t.mayPass([]string{text}) {
			return false
		}
	}
	return true
}

// mayPass reports whether some text of the globs passes the test.
func (t Test) mayPass(globs []string) bool {
	if t.Not && ofList(t.About) {
		return !slices.ContainsFunc(globs, func(g string) bool {
			return slices.ContainsFunc(t.Texts, func(s string) bool { return mustHave(g, t.Op, s) })
		})
	}
	return slices.ContainsFunc(globs, func(g string) bool {
		if t.Not {
			return !slices.ContainsFunc(t.Texts, func(s string) bool { return mustHave(g, t.Op, s) })
		}
		return slices.ContainsFunc(t.Texts, func(s string) bool { return mayHave(g, t.Op, s) })
	})
}

// Unwritable reports whether a text cannot stand in the name of a way.
func Unwritable(s string) bool { return !literal(s) || unwritableGlob(s) }

func unwritableGlob(s string) bool { return strings.ContainsAny(s, "\x00\x01"+Sep+"\x03"+altSep) }
