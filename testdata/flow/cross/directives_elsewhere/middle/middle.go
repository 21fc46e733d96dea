// Package middle is between.
package middle

import "flow/cross/directives_elsewhere/model"

// Exporter leaves the house.
type Exporter interface {
	// Export hands a line to others.
	//
	//pii:sink log
	Export(line string)
}

// Line joins what the source gives.
func Line() string { return "by " + model.CurrentEmail() }

// Safe joins what the redactor gives.
func Safe() string { return "by " + model.Mask(model.CurrentEmail()) }

// Push exports.
func Push(e Exporter, s string) { e.Export("x " + s) }
