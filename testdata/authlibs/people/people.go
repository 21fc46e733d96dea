// Package people has the personal data of these tests, and a way to know who
// calls.
package people

import (
	"errors"
	"net/http"
)

// Person is somebody whom a service knows.
type Person struct {
	ID       string `json:"id"`
	Name     string `json:"name" pii:"name"`
	Email    string `json:"email" pii:"email"`
	Card     string `json:"-" pii:"payment_card"`
	Language string `json:"language" pii:"ip"`
}

var all = map[string]Person{}

// Put adds a person.
func Put(p Person) { all[p.ID] = p }

// Find looks a person up.
func Find(id string) Person { return all[id] }

// ErrUnknown says that nobody knows who calls.
var ErrUnknown = errors.New("unknown caller")

// Verify proves who sent a request.
//
//pii:verify
func Verify(r *http.Request) error { return VerifyToken(r.Header.Get("Authorization")) }

// VerifyToken proves that a token is known.
//
//pii:verify
func VerifyToken(token string) error {
	if token == "Bearer good" {
		return nil
	}
	return ErrUnknown
}

// IsVerified is [VerifyToken] with another kind of answer.
//
//pii:verify
func IsVerified(token string) bool { return token == "Bearer good" }
