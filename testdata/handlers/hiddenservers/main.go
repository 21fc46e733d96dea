// Command hiddenservers starts a server by its interface.
package main

import "handlers/hiddenservers/servers"

func main() {
	s := servers.New(1)
	s.Listen() // want `servers.engine.find is reached by callers who are not verified: name from Person.Name and email from Person.Email` `servers.plain.find is reached by callers who are not verified: name from Person.Name`
}
