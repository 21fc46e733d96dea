// Package fail deals with errors for others. It knows nothing of requests.
package fail

import "log"

// On stops if there is an error.
func On(err error) {
	if err != nil {
		panic(err)
	}
}

// Note goes on.
func Note(err error) {
	if err != nil {
		log.Println("failed")
	}
}

// Is says whether there is an error.
func Is(err error) bool { return err != nil }

// Must is a value without its error.
func Must[T any](v T, err error) T {
	On2(err)
	return v
}

// On2 is [On] with a note in front.
func On2(err error) {
	if err == nil {
		return
	}
	log.Println("failed")
	panic(err)
}
