// Package show has what all pages share.
package show

import (
	"fmt"
	"net/http"

	"handlers/people"
)

// Page is what a page may show.
type Page struct {
	Title  string
	Owner  people.Person
	Others *people.Person
}

// HTML writes a page.
func HTML(w http.ResponseWriter, p *Page) {
	fmt.Fprintf(w, "<h1>%s</h1><p>%s %s</p>", p.Title, p.Owner.Name, p.Owner.Email)
}
