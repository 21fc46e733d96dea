package verify_test

import (
	"testing"

	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/verify"
	"github.com/piivet/piivet/piitag"
)

// TestSubjectsOfOneWriter has two handlers of another package that answer by one
// function: what is found of the one says nothing of the other.
func TestSubjectsOfOneWriter(t *testing.T) {
	at := taint.Flow{
		Kind: "response", Pos: 1, Place: value.Place{Pkg: "p", File: "f.go", Line: 1, Col: 1},
		Sources: []taint.FlowSource{{Source: &value.Source{Class: "email", Level: piitag.Moderate}}},
	}
	r := &taint.Result{Policy: policy.Default(), Disclosures: []*taint.Disclosure{{Flow: at, In: "open", Apart: true}}}
	for in, want := range map[string]int{"open": 0, "other": 1} {
		r.Subjects = []*taint.Subject{{Flow: at, In: in, Apart: true}}
		if got := len(verify.JudgeSubjects(r)); got != want {
			t.Errorf("%s: %d findings, want %d", in, got, want)
		}
	}
}
