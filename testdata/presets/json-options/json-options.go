// Package jsonoptions marks fields behind their encoded names.
package jsonoptions

import "log"

// Account is of a user.
type Account struct {
	Name   string `json:"name,omitempty"`
	Named  string `json:"secret"`
	Token  string `json:"token,omitempty,secret"`
	Mail   string `yaml:"mail,sensitive"`
	Hidden string `json:"-"`
}

func show(a Account) {
	log.Print(a.Name, a.Named, a.Hidden)
	log.Print(a.Token) // want `credential from Account.Token reaches log.Print`
	log.Print(a.Mail)  // want `unknown from Account.Mail reaches log.Print`
}
