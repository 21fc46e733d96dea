// Package lines logs what it is given.
package lines

import (
	"log"

	"agreed/people"
)

// Put logs a text.
func Put(s string) { log.Print(s) }

// Takes reports whether somebody takes part.
func Takes(id string) bool { return people.Study(id) }
