package ways

import "strings"

// RightPrefix begins the name of a question among the conditions of a way. The
// last character is the answer.
const RightPrefix = consentPrefix + "\x06"

// DecidedRight is a question with one answer: what was decided before.
const DecidedRight = RightPrefix + "!"

// Rights are the questions that were answered on a way.
func Rights(name string) []string {
	var out []string
	for c := range each(name) {
		if strings.HasPrefix(c, RightPrefix) {
			out = append(out, c)
		}
	}
	return out
}

// RightMarks writes questions as conditions.
func RightMarks(rights []string) string {
	marks := ""
	for _, r := range rights {
		marks += Sep + r
	}
	return marks
}

// WithoutRights is a way's name without questions.
func WithoutRights(name string) string {
	return Marks(name) + some(name, func(c string) bool { return !strings.HasPrefix(c, RightPrefix) })
}
