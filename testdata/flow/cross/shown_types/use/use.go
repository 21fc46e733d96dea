// Package use sends messages, and knows the front alone.
package use

import (
	"log"

	"flow/cross/shown_types/front"
)

// Send sends a message.
func Send(m front.Message) {
	log.Print(m.About())
	log.Print(m.To()) // want `email from Letter.Email reaches log.Print`
}
