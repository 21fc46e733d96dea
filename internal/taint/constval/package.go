// Package constval finds out which SSA values are constants: it computes with
// constants, reads tables that a package fills once, and runs functions that do
// nothing but compute from constants.
package constval

import (
	"golang.org/x/tools/go/ssa"
)

// Package is a package with what its variables always hold.
type Package struct {
	ssa   *ssa.Package
	funcs []*ssa.Function
	vars  *fixedGlobals
}

// New is for a package with all its functions that are written in source.
func New(pkg *ssa.Package, funcs []*ssa.Function) *Package {
	return &Package{ssa: pkg, funcs: funcs}
}
