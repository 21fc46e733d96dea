// Package middle puts them into its own types.
package middle

import "flow/cross/formatter_methods/model"

// Order has exported fields: fmt calls their methods.
type Order struct {
	Number string
	By     model.Masked
}

// Draft has an unexported one: fmt does not.
type Draft struct {
	Number string
	by     model.Masked
}

// NewDraft makes one.
func NewDraft(m model.Masked) Draft { return Draft{by: m} }

// Note has a leaky one.
type Note struct{ By model.Leaky }
