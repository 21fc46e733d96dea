package summary_test

import (
	"bytes"
	"testing"

	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// FuzzUnpack: whatever bytes a fact has, reading it ends and does not panic,
// and what can be read is written again as the same table.
func FuzzUnpack(f *testing.F) {
	w := summary.NewWriter()
	w.Summary(&summary.Summary{NoReturn: true, Sinks: []summary.Sink{{
		Kind: "log", Name: "log.Print", Label: value.NewUniverse().Label(value.Label{Root: value.Root{Kind: value.Param}}),
	}}})
	f.Add(summary.Pack(w.Strings(), []summary.Entry{{Key: summary.FuncKey + "a.F", Data: w.Take()}}).Data)
	f.Add(summary.Pack(nil, nil).Data)
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := summary.Unpack(&summary.Fact{Version: summary.Version, Data: data})
		if err != nil {
			return
		}
		for _, e := range table.Entries {
			if _, ok := table.Get(e.Key); !ok {
				t.Errorf("entry %q is not found", e.Key)
			}
			summary.NewReader(value.NewUniverse(), e.Data, table.Strings).Summary()
			summary.NewReader(nil, e.Data, table.Strings).Value()
		}
		again, err := summary.Unpack(summary.Pack(table.Strings, table.Entries))
		if err != nil || len(again.Entries) != len(table.Entries) {
			t.Errorf("packed again: %v, %d entries instead of %d", err, len(again.Entries), len(table.Entries))
		}
	})
}

// TestTable looks entries up.
func TestTable(t *testing.T) {
	fact := summary.Pack([]string{"x"}, []summary.Entry{{Key: "f:b", Data: []byte{2}}, {Key: "f:a", Data: []byte{1}}})
	table, err := summary.Unpack(fact)
	if err != nil {
		t.Fatal(err)
	}
	if d, ok := table.Get("f:b"); !ok || !bytes.Equal(d, []byte{2}) {
		t.Errorf("f:b is %v, %v", d, ok)
	}
	if _, ok := table.Get("f:c"); ok {
		t.Error("f:c was found")
	}
}
