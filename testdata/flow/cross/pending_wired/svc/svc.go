// Package svc calls an interface that nothing implements yet.
package svc

import "flow/cross/pending_wired/model"

// Sender is implemented elsewhere.
type Sender interface{ Send(to string) error }

// Welcome hands the address to whatever it was given.
func Welcome(s Sender, c model.Customer) error { return s.Send(c.Email) }
