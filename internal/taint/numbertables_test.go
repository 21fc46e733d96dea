package taint

import (
	"go/ast"
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
		"var calls = []int{len(short), " + numbers + "}\n"
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
