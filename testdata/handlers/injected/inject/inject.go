// Package inject puts a service together, as code that wire generates does.
package inject

import (
	"handlers/injected/mw"
	"handlers/injected/server"
	"handlers/injected/shown"
)

// Server makes the server.
func Server() (*server.Server, error) { // want `shown.handler.Login is reached by callers who are not verified: email from Person.Email` `shown.handler.Search is reached by callers who are not verified: name from Person.Name and email from Person.Email`
	m := mw.New()
	p := shown.New()
	return server.New(m, p), nil
}
