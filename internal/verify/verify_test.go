package verify_test

import (
	"slices"
	"testing"

	"github.com/piivet/piivet/internal/taint"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/verify"
)

// TestRoutesElsewhere has a handler whose routes are registered in other packages: a
// finding at the call that serves it names them, one at the handler's own write does not.
func TestRoutesElsewhere(t *testing.T) {
	first, second := value.Place{Pkg: "app/api", File: "api.go", Line: 4, Col: 2}, value.Place{Pkg: "app/api", File: "api.go", Line: 9, Col: 2}
	d := &taint.Disclosure{Route: []value.Place{second, {}, first}, Apart: true}
	f := verify.Finding{Disclosure: d}
	if got := f.Routes(&taint.Result{}); !slices.Equal(got, []value.Place{first, second}) {
		t.Errorf("routes %v, want %v and %v", got, first, second)
	}
	d.Apart = false
	if got := f.Routes(&taint.Result{}); len(got) > 0 {
		t.Errorf("routes %v, want none", got)
	}
}
