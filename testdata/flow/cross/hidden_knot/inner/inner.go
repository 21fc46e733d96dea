// Package inner wraps files, in a type that the app cannot see.
package inner

import "flow/cross/hidden_knot/api"

// Wrapped embeds what it wraps, which may be wrapped itself.
type Wrapped struct {
	api.Files
	more bool
}

// More tells whether there is more.
func (w *Wrapped) More() bool { return w.more }

// Wrap puts three around files.
func Wrap(f api.Files) api.Files {
	w := &Wrapped{Files: f}
	for range 3 {
		w = &Wrapped{Files: w}
	}
	return w
}
