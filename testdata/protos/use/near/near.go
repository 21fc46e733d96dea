// Package near hands messages on to packages that do not import theirs.
package near

import (
	"example.com/protos/opaque"
	"example.com/protos/v13610"
)

// Find finds a user.
func Find(id string) (*v13610.User, error) { return &v13610.User{Id: id}, nil }

// Load reads a user from somewhere.
var Load func(id string) (*v13610.User, error)

// Record holds a message.
type Record struct {
	User   *v13610.User
	Hidden *opaque.User
}
