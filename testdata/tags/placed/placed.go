// Package placed has tags that can be read, at places where they mean nothing,
// or something else than their reader thinks.
package placed

type Address struct {
	Street string `pii:"address"`
	City   string `pii:"location"`
}

// Email is one string.
type Email string

type Customer struct {
	Address `json:"address" pii:"name"` // want `pii tag on the embedded Address makes all of its fields name, whatever their own tags say: tag the fields of Address instead, or give the field a name`
	Email   `pii:"email"`
	_       string  `pii:"phone"`          // want `pii tag of a blank field makes all of Customer phone: tag the field that holds the data, or write _ struct{} if that is meant`
	_       string  `json:"x" pii:"phone"` // want `pii tag of a blank field makes all of Customer phone: tag the field that holds the data, or write _ struct{} if that is meant`
	Home    Address `pii:"address"`
}

type Order struct {
	*Address `pii:"-"` // want `pii:"-" on the embedded Address takes the tags of all its fields away here`
	Number   string    `pii:"-"`
}

// Whole is personal as a whole, which is what the tag of its blank field says.
type Whole struct {
	_     struct{} `pii:"health"`
	Notes string
}
