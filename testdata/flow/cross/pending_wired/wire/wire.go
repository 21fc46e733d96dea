// Package wire binds: what it converts is reported here, and only here.
package wire

import (
	"flow/cross/pending_wired/logn"
	"flow/cross/pending_wired/svc"
)

// Default gives the sender that everybody uses.
func Default() svc.Sender {
	return logn.Sender{} // want `email from Customer.Email reaches log.Println`
}
