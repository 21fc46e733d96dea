package taint

import (
	"go/ast"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/ast/inspector"
)

func TestNumberTables(t *testing.T) {
	numbers := strings.Repeat("1, ", minTable)
	source := "package p\n\nconst key = \"k\"\ntype pair struct{ a, b int }\n" +
		"var list = []uint16{" + numbers + "}\n" +
		"var nested = &[2][]float64{{" + numbers + "}, {2}}\n" +
		"var pairs = []pair{" + strings.Repeat("{a: 1, b: 2}, ", minTable) + "}\n" +
		"var short = []int{1, 2, 3}\n" +
		"var named = map[string]int{key: 1, \"l\": 2}\n" +
		"var texts = []any{\"text\", " + numbers + "}\n" +
		"var calls = []int{len(short), " + numbers + "}\n" +
		"var inside = &struct{ name string; list [99]int; more []pair }{name: key, list: [99]int{" + numbers + "}, more: []pair{{1, 2}}}\n" +
		"var listed = []map[string][]int{{key: {" + numbers + "}}, {\"l\": {1}}}\n"
	want := map[string]bool{"list": true, "nested": true, "pairs": true}
	_, files, _, info := checkedSource(t, source)
	inspector.New(files).Preorder([]ast.Node{(*ast.ValueSpec)(nil)}, func(n ast.Node) {
		s := n.(*ast.ValueSpec)
		name := s.Names[0].Name
		if got := numberTable(info, s.Values[0]); got != want[name] {
			t.Errorf("%s: %v, want %v", name, got, want[name])
		}
	})
	left := withoutTables(info).InitOrder
	if len(left) != len(info.InitOrder)-len(want) {
		t.Errorf("%d of %d variables are left", len(left), len(info.InitOrder))
	}
}

// TestTablesInside wants tables in other literals to be empty, and what stands beside
// them to be there.
func TestTablesInside(t *testing.T) {
	source := "package p\n\nvar v = &struct{ name string; list, few []int }{\"n\", []int{" + strings.Repeat("1, ", minTable) + "}, []int{1}}\n"
	_, _, _, info := checkedSource(t, source)
	before := types.ExprString(info.InitOrder[0].Rhs)
	left := withoutTables(info)
	got := left.InitOrder[0].Rhs.(*ast.UnaryExpr).X.(*ast.CompositeLit).Elts
	if len(got) != 3 || len(got[1].(*ast.CompositeLit).Elts) != 0 || len(got[2].(*ast.CompositeLit).Elts) != 1 {
		t.Errorf("%d elements are left, the list with %d", len(got), len(got[1].(*ast.CompositeLit).Elts))
	}
	if left.TypeOf(got[1]) == nil || types.ExprString(info.InitOrder[0].Rhs) != before {
		t.Error("what was left has no type, or the package itself was changed")
	}
}
