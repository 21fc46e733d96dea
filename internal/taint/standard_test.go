package taint_test

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint"
)

// TestStandard wants every package of the standard library taken for one, and
// nothing else, also where a build knows no modules.
func TestStandard(t *testing.T) {
	out, err := exec.Command("go", "list", "std").Output()
	if err != nil {
		t.Fatal(err)
	}
	for path := range strings.FieldsSeq(string(out)) {
		if !taint.Standard(path, "", model.Builtin()) {
			t.Errorf("%s is not taken for a standard package", path)
		}
		if taint.Standard(path, "example.com/fork", model.Builtin()) {
			t.Errorf("%s of a module is taken for a standard package", path)
		}
	}
	for _, path := range []string{"shop/internal/db", "shop", "example.com/shop", "example.com/internal/x", "service/crypto"} {
		if taint.Standard(path, "", model.Builtin()) {
			t.Errorf("%s is taken for a standard package", path)
		}
	}
}
