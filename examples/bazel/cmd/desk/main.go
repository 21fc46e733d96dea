// Desk answers people.
package main

import (
	"log/slog"

	"example.com/desk/notify"
	"example.com/desk/person"
)

func main() {
	p := &person.Person{ID: "7", Name: "ada", Email: "ada@example.com"}
	notify.Trace("answering", p.Email)
	if err := notify.Send(p, "It is mended."); err != nil {
		slog.Error("not sent", "to", p.ID, "err", err)
	}
}
