package ways

import (
	"slices"
	"strconv"
	"strings"
)

// AnyPurpose is the purpose of a consent that names none.
const AnyPurpose = "*"

// Nobody is the purpose on a way that control never takes: it proves everything.
const Nobody = "!"

// consentPrefix tells purposes from the other conditions of a way.
const consentPrefix = "@"

// Purposes are the purposes among the conditions of a way.
func Purposes(name string) []string {
	var out []string
	for c := range each(name) {
		if p, ok := strings.CutPrefix(c, consentPrefix); ok && !strings.HasPrefix(c, RightPrefix) {
			out = append(out, p)
		}
	}
	return out
}

// ConsentMarks writes purposes as conditions.
func ConsentMarks(purposes []string) string {
	marks := ""
	for _, p := range purposes {
		marks += Sep + consentPrefix + p
	}
	return marks
}

// Carried is what of a way's name goes along with another way: its marks, what
// was agreed to, what was asked about the caller, and what the request holds.
func Carried(name string) string {
	return Marks(name) + ConsentMarks(Purposes(name)) + RightMarks(Rights(name)) + RequestParts(name)
}

// Conditions are the conditions of a way, without what was agreed to and what the
// request holds.
func Conditions(name string) []string {
	var out []string
	for c := range each(name) {
		if !strings.HasPrefix(c, consentPrefix) && !AboutRequest(c) {
			out = append(out, c)
		}
	}
	return out
}

// WithoutOutcomes is a way's name without the conditions that results of callbacks are.
func WithoutOutcomes(name string) string {
	for _, c := range Conditions(name) {
		name = Without(name, c)
	}
	return name
}

// Asked takes a name apart: all that only keeps callers off the way, and the rest. That
// is results of callbacks, tests of what the request held before, and settings.
func Asked(name string) (rest string, asked []string) {
	rest = Marks(name)
	for _, p := range Parts(name) {
		switch {
		case strings.HasPrefix(p, TestPrefix), strings.HasPrefix(p, SettingPrefix), strings.HasPrefix(p, SwitchPrefix), !strings.HasPrefix(p, consentPrefix) && !AboutRequest(p):
			asked = append(asked, p)
		default:
			rest += Sep + p
		}
	}
	return rest, asked
}

// Join has the marks and conditions of both names, and what the request holds
// at the end.
func Join(a, b string) string {
	marks := Marks(a)
	for _, m := range Marks(b) {
		if !strings.ContainsRune(marks, m) {
			marks += string(m)
		}
	}
	if marks == "na" {
		marks = "an"
	}
	later := Parts(b)
	conds := slices.DeleteFunc(Parts(a), func(p string) bool {
		key, _, _ := strings.Cut(p, KeySep)
		if !strings.HasPrefix(p, NotePrefix) {
			return false
		}
		_, again := NoteUnder(later, strings.TrimPrefix(key, NotePrefix))
		return again
	})
	conds = append(conds, later...)
	slices.Sort(conds)
	for _, c := range slices.Compact(conds) {
		marks += Sep + c
	}
	return marks
}

// OutcomeCondition is the condition that the result of a callback proves.
func OutcomeCondition(n, m int) string { return strconv.Itoa(n) + "." + strconv.Itoa(m) }

func ParseOutcome(s string) (n, m int, ok bool) {
	a, b, found := strings.Cut(s, ".")
	n, err1 := strconv.Atoi(a)
	m, err2 := strconv.Atoi(b)
	return n, m, found && err1 == nil && err2 == nil
}
