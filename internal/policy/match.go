package policy

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"
)

// Patterns are slash-separated. "*", "?" and "[...]" match within one element as
// in package path, "**" as an element matches any number of elements, none too.

// matchPath reports whether an import path matches a pattern as a whole.
func matchPath(pattern, name string) bool {
	return matchElems(strings.Split(pattern, "/"), strings.Split(name, "/"))
}

// matchFile matches a file name. A pattern with a leading slash begins at the
// directory of the policy file, any other one below any directory.
func (p *Policy) matchFile(pattern, file string) bool {
	if rooted, ok := strings.CutPrefix(pattern, "/"); ok {
		rel, err := filepath.Rel(p.dir, file)
		return err == nil && matchPath(rooted, filepath.ToSlash(rel))
	}
	return matchPath("**/"+pattern, strings.TrimPrefix(filepath.ToSlash(file), "/"))
}

// matchElems matches element by element. To stay linear in the length of name
// for each "**", it remembers only the last one: an earlier one never needs to
// take more.
func matchElems(pattern, name []string) bool {
	star, starAt := -1, 0
	i, j := 0, 0
	for j < len(name) {
		switch {
		case i < len(pattern) && pattern[i] == "**":
			star, starAt = i, j
			i++
		case i < len(pattern) && matchElem(pattern[i], name[j]):
			i++
			j++
		case star >= 0:
			starAt++
			i, j = star+1, starAt
		default:
			return false
		}
	}
	for i < len(pattern) && pattern[i] == "**" {
		i++
	}
	return i == len(pattern)
}

func matchElem(pattern, elem string) bool {
	ok, err := path.Match(pattern, elem)
	return ok && err == nil
}

// checkPattern reports what is wrong with a pattern.
func checkPattern(pattern string) error {
	for _, elem := range strings.Split(strings.TrimPrefix(pattern, "/"), "/") {
		switch _, err := path.Match(elem, ""); {
		case elem == "":
			return fmt.Errorf("pattern %q has an empty element", pattern)
		case err != nil:
			return fmt.Errorf("pattern %q: %v", pattern, err)
		case strings.Contains(elem, "**") && elem != "**":
			return fmt.Errorf("pattern %q: ** stands for whole elements", pattern)
		}
	}
	return nil
}
