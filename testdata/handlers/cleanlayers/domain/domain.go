// Package domain has what the layers share: interfaces, and what is shown of people, which
// has no tags of its own.
package domain

// Shown is shown of a person.
type Shown struct {
	Name string `json:"name"`
}

// Team tells who is in a team.
type Team interface {
	All() ([]Shown, error)
}
