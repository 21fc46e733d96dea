package model

import (
	"errors"
	"strings"
	"testing"
)

const sample = `path = ["example.com/log", "example.com/log/v3/compat"]

[[func]]
name = ["Info", "Logger.Info"]
sink = "log"
data = ["print(0[])"]
through = "recv.*.@handler"

[[func]]
name = "Exit"
noreturn = true

[[global]]
name = "Out"
writes = "log"

[[model]]
path = ["example.com/mask"]
default = "args"

[[model.func]]
name = ["Mask"]
redact = true
`

func TestParse(t *testing.T) {
	table, err := Parse("sample.toml", []byte(sample))
	if err != nil {
		t.Fatal(err)
	}
	info := table.Func("example.com/log", "Logger.Info")
	switch {
	case info == nil:
		t.Fatal("Logger.Info is missing")
	case info.Sink != SinkLog || len(info.Data) != 1 || info.Data[0].Form != Print:
		t.Errorf("sink %q gets %v", info.Sink, info.Data)
	case info.Through == nil || info.Through.String() != "recv.*.@handler":
		t.Errorf("through %v", info.Through)
	case info.Line != 3:
		t.Errorf("line %d, want 3", info.Line)
	}
	if f := table.Func("example.com/log", "Exit"); f == nil || !f.NoReturn {
		t.Errorf("Exit: %+v", f)
	}
	if g := table.Global("example.com/log", "Out"); g == nil || g.Writes != SinkLog || g.Drops {
		t.Errorf("Out: %+v", g)
	}
	mask := table.Package("example.com/mask")
	if mask == nil || mask.Default != Args || mask.Funcs["Mask"] == nil || mask.Funcs["Mask"].Line != 21 {
		t.Errorf("mask: %+v", mask)
	}
}

func TestParseErrors(t *testing.T) {
	for in, want := range map[string]string{
		"path = [\"a\"\n[[func]]":                             "t.toml:2:",
		"[[func]]\nname = [\"F\"]":                            `t.toml:1:1: missing path`,
		"path = [\"a\"]\nfoo = 1":                             `t.toml:2:1: unknown key "foo"`,
		"path = [\"a\"]\ndefault = \"dirty\"":                 `t.toml:2:12: default is "dirty"`,
		"path = 7":                                            `t.toml:1:1: path must be a list of strings`,
		"path = [\"a\"]\n[[func]]\nname = [\"F\"]\nflwo = []": `t.toml:4:1: unknown key "flwo"`,
		"path = [\"a\"]\n[[func]]\nflow = []":                 `t.toml:3:1: missing name`,
		"path = [\"a\"]\n[[func]]\nname = [\"(*T).M\"]":       `t.toml:3:10: bad name "(*T).M"`,
		"path = [\"a\"]\n[[func]]\nname = [\"F\"]\nflow = [\n  \"0 -> result\",\n  \"1 = 2\",\n]": `t.toml:6:6: flow "1 = 2": expected "->"`,
		"path = [\"a\"]\n[[func]]\nname = [\"F\"]\nsink = \"logs\"":                               `t.toml:4:9: unknown sink "logs"`,
		"path = [\"a\"]\n[[func]]\nname = [\"F\"]\nsink = \"log\"":                                `t.toml:4:9: a sink needs data`,
		"path = [\"a\"]\n[[func]]\nname = [\"F\"]\ndata = [\"0\"]":                                `t.toml:4:1: data and through need a sink`,
		"path = [\"a\"]\n[[func]]\nname = [\"F\"]\nredact = true\nflow = [\"0 -> result\"]":       `t.toml:4:1: a redactor has no flows`,
		"path = [\"a\"]\n[[func]]\nname = [\"F\"]\nredact = \"yes\"":                              `t.toml:4:1: redact must be true or false`,
		"path = [\"a\"]\n[[func]]\nname = [\"F\"]\n[[func]]\nname = [\"G\", \"F\"]":               `t.toml:5:15: a.F is described twice`,
		"path = [\"a\"]\n[[global]]\nname = [\"F\"]":                                              `t.toml:3:1: missing writes`,
		"path = [\"a\"]\n[[model]]\npath = [\"b\"]\n[[model.func]]\nnmae = [\"F\"]":               `t.toml:5:1: unknown key "nmae"`,
		"path = [\"a\"]\nfunc = 3": `t.toml:2:1: func must be an array of tables`,
		"path = [\"a\"]\n[[func]]\nname = [\"F\"]\nyields = [\"0\", \"0\", \"0\"]": `an iterator yields one or two values`,
	} {
		_, err := Parse("t.toml", []byte(in))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngot  %v\nwant %s", in, err, want)
			continue
		}
		if _, ok := errors.AsType[*Error](err); !ok {
			t.Errorf("%s: %T is no *Error", in, err)
		}
	}
}

// A policy file holds models among other things, which its own reader checks.
func TestParseModels(t *testing.T) {
	const policy = "[policy]\nlog = { high = \"redact\" }\n\n[[model]]\npath = [\"b\"]\n[[model.func]]\nname = [\"F\"]\nflow = [\"0 -> result\"]\n"
	table, err := ParseModels("p.toml", []byte(policy))
	if err != nil {
		t.Fatal(err)
	}
	if f := table.Func("b", "F"); f == nil || len(f.Flows) != 1 {
		t.Errorf("F: %+v", f)
	}
	_, err = ParseModels("p.toml", []byte(strings.Replace(policy, "flow", "flaw", 1)))
	if err == nil || !strings.HasPrefix(err.Error(), "p.toml:8:1:") {
		t.Errorf("got %v, want an error in line 8", err)
	}
}

// FuzzParseFile: whatever stands in a table, it is read, or the error names the
// place.
func FuzzParseFile(f *testing.F) {
	f.Add("path = [\"a\"]\n[[func]]\nname = [\"F\"]\nflow = [\"0 -> result\"]\n")
	f.Add("path = [\"a\"]\n[[func]]\nname = [\"T.F\"]\nsink = \"log\"\ndata = [\"print(0[])\"]\n[[global]]\nname = [\"V\"]\nwrites = \"log\"\n")
	f.Add("path = 1\n")
	f.Add("[[func]\n")
	f.Fuzz(func(t *testing.T, in string) {
		table, err := Parse("t.toml", []byte(in))
		if err == nil {
			table.Func("a", "F")
			return
		}
		if !strings.HasPrefix(err.Error(), "t.toml") {
			t.Errorf("the error names no place: %v", err)
		}
	})
}
