// Package scrub marks what StackRox takes out of objects before it shows them.
package scrub

import "log"

// Integration is with another service.
type Integration struct {
	Endpoint string            `scrub:"dependent"`
	Password string            `json:"password" scrub:"always"`
	Extra    map[string]string `scrub:"map-values"`
	Anon     bool              `scrub:"disableDependentIfTrue"`
}

func show(i *Integration) {
	log.Print(i.Endpoint, i.Anon)
	log.Print(i.Password) // want `credential from Integration.Password reaches log.Print`
	log.Print(i.Extra)    // want `credential from Integration.Extra reaches log.Print`
}
