// Package norman marks fields of API types inside the value of another tag.
package norman

import "log"

// Provider is a source of users.
type Provider struct {
	Type     string `norman:"type=string,required"`
	Secret   string `json:"secret" norman:"type=password,required"`
	Later    string `norman:"required, type=password"`
	Password string `norman:"required,default=password"`
}

func show(p Provider) {
	log.Print(p.Type, p.Password)
	log.Print(p.Secret) // want `credential from Provider.Secret reaches log.Print`
	log.Print(p.Later)  // want `credential from Provider.Later reaches log.Print`
}
