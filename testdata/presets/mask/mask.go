// Package mask marks what masking libraries mask.
package mask

import "log"

// Entry is of an audit log.
type Entry struct {
	Action string
	Actor  string `mask:"email"`
	User   string `mask:"username"`
	Pass   string `mask:"password"`
	Server string `mask:"url"`
	Note   string `mask:"filled4"`
	Blank  string `mask:""`
	Free   string `mask:"-"`
}

func show(e Entry) {
	log.Print(e.Action, e.Free)
	log.Print(e.Actor)  // want `email from Entry.Actor reaches log.Print`
	log.Print(e.User)   // want `username from Entry.User reaches log.Print`
	log.Print(e.Pass)   // want `credential from Entry.Pass reaches log.Print`
	log.Print(e.Server) // want `credential from Entry.Server reaches log.Print`
	log.Print(e.Note)   // want `unknown from Entry.Note reaches log.Print`
	log.Print(e.Blank)  // want `unknown from Entry.Blank reaches log.Print`
}
