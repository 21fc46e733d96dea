package tags

import "log"

// Unquoted has a tag that reflect can't read, and that go vet complains about.
type Unquoted struct {
	ID   string
	Mail string `pii:email`
}

func unquoted(u Unquoted) {
	log.Println(u.ID)
	log.Println(u.Mail) // want `unknown from Unquoted.Mail.* reach.*log.Println`
}
