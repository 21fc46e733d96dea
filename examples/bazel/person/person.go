// Package person knows who writes to the desk.
package person

import "strings"

// Person is somebody who asked for help.
type Person struct {
	ID    string `pii:"user_id"`
	Name  string `pii:"name"`
	Email string `pii:"email"`
}

// Salutation is how a letter begins.
func Salutation(p *Person) string {
	words := strings.Fields(p.Name)
	if len(words) == 0 {
		return "Hello"
	}
	var b strings.Builder
	b.WriteString("Dear")
	for _, w := range words {
		b.WriteByte(' ')
		b.WriteString(strings.ToUpper(w[:1]) + w[1:])
	}
	return b.String()
}
