package render_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/piivet/piivet/internal/render"
)

const keyValueTypes = `
package p

import ("bytes"; "log/slog"; "time")

type Plain struct {
	ID   string
	Card string ` + "`json:\"-\"`" + `
	note string
}
type Order struct{ Buyer *Plain; Born time.Time }
type Quiet struct{ Email string }
func (Quiet) MarshalJSON() ([]byte, error) { return nil, nil }
type Named struct{ Name string }
func (Named) String() string { return "" }
type Failed struct{ Name string }
func (Failed) Error() string { return "" }
type Both struct{ Name string }
func (Both) String() string { return "" }
func (Both) GoString() string { return "" }
type Marshaled struct{ Name string }
func (Marshaled) MarshalLog() any { return nil }
type Valued struct{ Name string }
func (Valued) LogValue() slog.Value { return slog.Value{} }
type Written struct{ Name string }
func (Written) WriteText(b *bytes.Buffer) {}
type Keyed map[Text]Named
type Text struct{ Key string }
func (Text) MarshalText() ([]byte, error) { return nil, nil }
`

// TestKeyValuePlans holds the loggers' type switches: klog's KVFormat and
// generateJSON, funcr's prettyWithFlags, hclog's logPlain and logJSON, and
// Entry.Any of phuslu/log.
func TestKeyValuePlans(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", keyValueTypes, 0)
	if err != nil {
		t.Fatal(err)
	}
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	pkg, err := conf.Check("p", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	typ := func(name string) types.Type { return pkg.Scope().Lookup(name).Type() }
	plain := typ("Plain")
	for _, test := range []struct {
		name   string
		typ    types.Type
		family render.Family
		depth  int
		want   string
	}{
		{"klog encodes what has no method", plain, render.Klog, 0, ".0 text string"},
		{"klog prefers WriteText", typ("Written"), render.Klog, 0, "method p.Written WriteText->-1"},
		{"klog asks for LogValue", typ("Valued"), render.Klog, 0, "method p.Valued LogValue->0 then klog inside"},
		{"klog encodes what MarshalLog gives", typ("Marshaled"), render.Klog, 0, "method p.Marshaled MarshalLog->0 then json"},
		{"klog asks a LogValue's MarshalLog on", typ("Marshaled"), render.Klog, 1, "method p.Marshaled MarshalLog->0 then klog inside"},
		{"klog keeps to MarshalJSON", typ("Quiet"), render.Klog, 0, "method p.Quiet MarshalJSON->0"},
		{"funcr knows no LogValue", typ("Valued"), render.Logr, 0, ".0 text string"},
		{"funcr asks what MarshalLog gives again", typ("Marshaled"), render.Logr, 0, "method p.Marshaled MarshalLog->0 then logr"},
		{"funcr ignores MarshalJSON, other sinks do not", typ("Quiet"), render.Logr, 0, "method p.Quiet MarshalJSON->0; .0 text string"},
		{"funcr calls methods inside", typ("Keyed"), render.Logr, 1, "[] method p.Named String->0; [k] method p.Text MarshalText->0"},
		{"funcr follows pointers, not tags of -", types.NewPointer(plain), render.Logr, 1, ".*.0 text string"},
		{"hclog is text or JSON", plain, render.Hclog, 0, ".0 text string; .1 text string; .2 text string"},
		{"hclog's text calls String", typ("Named"), render.Hclog, 0, "method p.Named String->0; .0 text string"},
		{"hclog's JSON calls Error", typ("Failed"), render.Hclog, 0, "method p.Failed Error->0"},
		{"hclog prints pointers in slices one by one", types.NewSlice(types.NewPointer(plain)), render.Hclog, 0,
			"[].*.0 text string; [].*.1 text string; [].*.2 text string"},
		{"phuslu prefers GoString", typ("Both"), render.Phuslu, 0, "method p.Both GoString->0"},
		{"phuslu's Interface is JSON", typ("Both"), render.Phuslu, 1, ".0 text string"},
		{"phuslu encodes the rest", plain, render.Phuslu, 0, ".0 text string"},
		{"GoString alone", typ("Both"), render.GoStringer, 0, "method p.Both GoString->0"},
		{"no GoString, nothing", typ("Named"), render.GoStringer, 0, ""},
	} {
		f := render.Format{Family: test.family, Depth: test.depth}
		if got := plan(test.typ, f); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
	}
}
