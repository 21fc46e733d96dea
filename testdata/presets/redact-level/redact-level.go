// Package redactlevel marks fields with levels.
package redactlevel

import "log"

// Item goes into a bundle for the support.
type Item struct {
	Version string `redact:"public"`
	Host    string `redact:"internal"`
	Owner   string `redact:"sensitive"`
	Token   string `redact:"secret"`
	Key     string `redact:"never_export"`
	Comment string
}

func show(i Item) {
	log.Print(i.Version, i.Host)
	log.Print(i.Owner)   // want `unknown from Item.Owner reaches log.Print`
	log.Print(i.Token)   // want `credential from Item.Token reaches log.Print`
	log.Print(i.Key)     // want `unknown from Item.Key reaches log.Print`
	log.Print(i.Comment) // want `unknown from Item.Comment reaches log.Print`
}
