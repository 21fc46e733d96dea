// Program logged serves handlers of another package, on a router of a third.
package main

import (
	"fmt"

	"handlers/logged/server"
)

type logger struct{ prefix string }

func (l *logger) Infof(format string, args ...any) { fmt.Printf(l.prefix+format+"\n", args...) }

func (l *logger) Errorf(format string, args ...any) {
	fmt.Printf(l.prefix+"error: "+format+"\n", args...)
}

func main() {
	s := server.New(&logger{"logged: "})
	if err := s.Run(); err != nil { // want `api.handlers.Open is reached by callers who are not verified: name from Person.Name and email from Person.Email reach echo.Context.JSON` `api.handlers.Other is reached by callers who are not verified: email from Person.Email reaches echo.Context.String`
		fmt.Println(err)
	}
}
