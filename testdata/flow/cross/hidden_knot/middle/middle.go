// Package middle says nothing of what it wraps files in.
package middle

import (
	"flow/cross/hidden_knot/api"
	"flow/cross/hidden_knot/inner"
)

type disk struct{ owner string }

func (d *disk) Read(name string) string { return name + d.owner }

// Open gives files behind wrappers.
//
//go:noinline
func Open(owner string) api.Files { return inner.Wrap(&disk{owner}) }
