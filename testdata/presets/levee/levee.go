// Package levee marks sources for go-flow-levee.
package levee

import "log"

// Token is of a session.
type Token struct {
	ID   string
	Text string `levee:"source"`
}

func show(t Token) {
	log.Print(t.ID)
	log.Print(t.Text) // want `unknown from Token.Text reaches log.Print`
}
