package model

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/access"
)

func TestParseFlow(t *testing.T) {
	got, err := ParseFlow("printf(1, 2[]) -> write(recv.*.@w)")
	if err != nil {
		t.Fatal(err)
	}
	want := Flow{
		Src: Source{Form: Printf, Places: []Place{
			{Root: Arg, Index: 1},
			{Root: Arg, Index: 2, Path: []Sel{{Kind: access.Elem}}},
		}},
		Dst: Dest{Write: true, Place: Place{Root: Recv, Path: []Sel{
			{Kind: access.Deref}, {Kind: access.Slot, Name: "w"},
		}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestParsePlace(t *testing.T) {
	for in, want := range map[string]Place{
		"recv":               {Root: Recv},
		"12":                 {Root: Arg, Index: 12},
		"result":             {Root: Result},
		"result2":            {Root: Result, Index: 2},
		"pkg.@std":           {Root: Pkg, Path: []Sel{{Kind: access.Slot, Name: "std"}}},
		"0[k]":               {Root: Arg, Path: []Sel{{Kind: access.MapKey}}},
		"recv[=1]":           {Root: Recv, Path: []Sel{{Kind: access.Key, Arg: 1}}},
		`recv["Set-Cookie"]`: {Root: Recv, Path: []Sel{{Kind: access.Key, Name: "Set-Cookie"}}},
		"recv[^0]":           {Root: Recv, Path: []Sel{{Kind: access.Key, Spelled: Header}}},
		"0.A_b.any":          {Root: Arg, Path: []Sel{{Kind: access.Field, Name: "A_b"}, {Kind: access.Field, Name: "any"}}},
	} {
		got, err := ParsePlace(in)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("ParsePlace(%q) = %+v, %v, want %+v", in, got, err, want)
		}
	}
}

func TestParseCall(t *testing.T) {
	got, err := ParseCall("0!Less(unknown, seq(1)) -> result[]")
	if err != nil {
		t.Fatal(err)
	}
	want := Call{
		Fn:     Place{Root: Arg},
		Method: "Less",
		Args:   []Source{{Form: Unknown}, {Form: Seq, Places: []Place{{Root: Arg, Index: 1}}}},
		Dst:    &Dest{Place: Place{Root: Result, Path: []Sel{{Kind: access.Elem}}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if call, err := ParseCall("recv.*.New()"); err != nil || len(call.Args) != 0 || call.Dst != nil {
		t.Errorf("call without arguments: %+v, %v", call, err)
	}
	if call, err := ParseCall("recv.@v(0[].@v...) -> result"); err != nil || !call.Spread || len(call.Args) != 1 {
		t.Errorf("call with a list: %+v, %v", call, err)
	}
	if _, err := ParseCall("1(0, 0[]...)"); err == nil {
		t.Error("a list among other arguments was accepted")
	}
}

// A mistake is reported where it is, so that a table's author finds it.
func TestExpressionErrors(t *testing.T) {
	for in, want := range map[string]struct {
		off int
		msg string
	}{
		"":                      {0, "expected recv"},
		"0 result":              {2, `expected "->"`},
		"0 -> ":                 {5, "expected recv"},
		"0 -> result extra":     {12, `unexpected "extra"`},
		"0 -> result3x":         {5, "expected recv"},
		"foo(0) -> result":      {0, `unknown form "foo"`},
		"printf(0) -> result":   {8, `expected ","`},
		"text(0 -> result":      {7, `expected ")"`},
		"0. -> result":          {2, "expected a field name"},
		"0.@ -> result":         {3, "expected a slot name"},
		"0[1] -> result":        {1, "expected [], [k]"},
		"0[=x] -> result":       {3, "expected an argument number"},
		"0 -> pkg":              {5, "pkg must be followed"},
		"0 -> pkg.Field":        {5, "pkg must be followed"},
		"0 -> 1":                {5, "an argument itself cannot be changed"},
		"0 -> write(0":          {12, `expected ")"`},
		"9999 -> result":        {0, "expected recv"},
		"recv .* -> result":     {5, `expected "->"`},
		"0 -> result\u00e9":     {11, "unexpected"},
		"unknown(0) -> result":  {7, `expected "->"`},
		"recv.*.@x[] -> result": {-1, ""},
	} {
		_, err := ParseFlow(in)
		ee, ok := errors.AsType[*exprError](err)
		switch {
		case want.off < 0:
			if err != nil {
				t.Errorf("%q: %v", in, err)
			}
		case !ok || ee.off != want.off || !strings.Contains(ee.msg, want.msg):
			t.Errorf("%q: got %v, want offset %d: %s", in, err, want.off, want.msg)
		}
	}
}

// What is written back reads the same again, for every expression of every table.
func TestExpressionsReadBack(t *testing.T) {
	for _, name := range tableFiles(t, "") {
		for _, pkg := range parseFile(t, name).exact {
			for _, f := range pkg.Funcs {
				for _, fl := range f.Flows {
					if again, err := ParseFlow(fl.String()); err != nil || !reflect.DeepEqual(again, fl) {
						t.Errorf("%s: %s reads back as %s, %v", f.Name, fl, again, err)
					}
				}
				for _, c := range f.Calls {
					if again, err := ParseCall(c.String()); err != nil || again.String() != c.String() {
						t.Errorf("%s: %s reads back as %s, %v", f.Name, c, again, err)
					}
				}
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"0 -> result", "printf(0, 1[]) -> write(recv.*)", "0[=", "x.@@", "recv[^0][] -> 1.*"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		flow, err := ParseFlow(in)
		if err != nil {
			if ee, ok := errors.AsType[*exprError](err); !ok || ee.off < 0 || ee.off > len(in) {
				t.Errorf("%q: error %v is outside of the expression", in, err)
			}
			return
		}
		if again, err := ParseFlow(flow.String()); err != nil || !reflect.DeepEqual(again, flow) {
			t.Errorf("%q reads back as %v, %v", in, again, err)
		}
	})
}
