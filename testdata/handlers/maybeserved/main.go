// Package main puts an application together whose server is behind an interface: nobody
// knows that its router is served, and it is told once.
package main

import (
	"handlers/maybeserved/app"
	"handlers/maybeserved/users"
)

func main() {
	a := app.New()
	a.Register(users.New())
	a.Run() // want `users.show is reached by callers who are not verified: email from User.Email reaches fiber.Ctx.JSON`
	wait()
}

func wait() {}
