// Package front shows the types of another package by names of its own.
package front

import "flow/cross/shown_types/kinds"

type (
	// Message is what is sent.
	Message = kinds.Message
	// Letter is the only kind.
	Letter = kinds.Letter
)
