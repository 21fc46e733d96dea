package directive

import "strings"

// NoLint reads a comment of golangci-lint that switches linters off for the
// code that it stands at: the names after //nolint:, and the explanation behind
// a second //. A comment without names, which is for all linters, gives none.
func NoLint(comment string) (names []string, reason string, ok bool) {
	text, ok := strings.CutPrefix(comment, "//")
	if !ok {
		return nil, "", false
	}
	text, reason, _ = strings.Cut(strings.TrimLeft(text, " "), "//")
	list, ok := strings.CutPrefix(text, "nolint:")
	if !ok {
		return nil, "", false
	}
	for name := range strings.SplitSeq(list, ",") {
		// What stands behind a space is an explanation without slashes.
		if words := strings.Fields(name); len(words) > 0 {
			names = append(names, words[0])
		}
	}
	return names, strings.TrimSpace(reason), len(names) > 0
}
