// Package docs holds the documentation, for the command's help and for reports
// that carry it.
package docs

import (
	"embed"
	"regexp"
	"strings"
)

//go:embed *.md
var pages embed.FS

// internal are pages for people who work on piivet.
const internal = "architecture.md"

// Page returns a page as Markdown, by its name without ending.
func Page(name string) (string, bool) {
	text, err := pages.ReadFile(name + ".md")
	return string(text), err == nil && name+".md" != internal
}

// Pages lists the names of all pages.
func Pages() []string {
	entries, err := pages.ReadDir(".")
	if err != nil {
		panic(err) // the files are part of the program
	}
	var out []string
	for _, e := range entries {
		if e.Name() != internal {
			out = append(out, strings.TrimSuffix(e.Name(), ".md"))
		}
	}
	return out
}

// site is where the pages are read on the web.
const site = "https://github.com/piivet/piivet/blob/main/docs/"

var relativeLink = regexp.MustCompile(`\]\(([^):]+)\)`)

// Absolute makes the links of a page work elsewhere.
func Absolute(page string) string { return relativeLink.ReplaceAllString(page, "]("+site+"$1)") }
