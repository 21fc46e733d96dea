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

// TestParseGone has a function that newer versions of its library lack.
func TestParseGone(t *testing.T) {
	table, err := Parse("t.toml", []byte("path = [\"a\"]\n[[func]]\nname = [\"F\"]\ngone = \"v2.0.0\"\nverifies = true"))
	if err != nil {
		t.Fatal(err)
	}
	if f := table.Func("a", "F"); f == nil || f.Gone != "v2.0.0" {
		t.Errorf("F: %+v", f)
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

const vendor = `path = ["example.com/pay"]
recipient = "pay"
recipient_kind = "payment"

[[func]]
name = ["Client.Charge"]
sink = "outbound"
data = ["0"]
url = ["recv.*.@url"]
channel = "recv.*.@channel"

[[func]]
name = ["Client.Ship"]
recipient = "post office"
recipient_kind = "http"
sink = "outbound"
data = ["0"]

[[func]]
name = ["NoTLS"]
insecure = true

[[func]]
name = ["TLS"]
secure = true

[[func]]
name = ["Name"]
flow = ["0 -> result"]

[[type]]
name = "Options"
insecure = ["Plain"]
unless = ["Check"]
`

func TestParseOutbound(t *testing.T) {
	table, err := Parse("pay.toml", []byte(vendor))
	if err != nil {
		t.Fatal(err)
	}
	charge := table.Func("example.com/pay", "Client.Charge").Outbound
	if charge.Recipient != "pay" || charge.Kind != "payment" || len(charge.URLs) != 1 || len(charge.Channels) != 1 || charge.Kind.Transport() {
		t.Errorf("Charge: %+v", charge)
	}
	ship := table.Func("example.com/pay", "Client.Ship").Outbound
	if ship.Recipient != "post office" || ship.Kind != "http" || !ship.Kind.Transport() {
		t.Errorf("Ship: %+v", ship)
	}
	if o := table.Func("example.com/pay", "NoTLS").Outbound; o == nil || !o.Insecure {
		t.Errorf("NoTLS: %+v", o)
	}
	if o := table.Func("example.com/pay", "TLS").Outbound; o == nil || !o.Secure || o.Insecure {
		t.Errorf("TLS: %+v", o)
	}
	if o := table.Func("example.com/pay", "Name").Outbound; o != nil {
		t.Errorf("Name: %+v", o)
	}
	if o := table.Type("example.com/pay", "Options"); o == nil || len(o.Insecure) != 1 || len(o.Unless) != 1 {
		t.Errorf("Options: %+v", o)
	}
	if table.Routing("example.com/pay") {
		t.Error("the package has nothing to do with routes")
	}
}

func TestParseOutboundErrors(t *testing.T) {
	const sink = "path = [\"a\"]\n[[func]]\nname = [\"F\"]\nsink = \"outbound\"\ndata = [\"0\"]\n"
	for in, want := range map[string]string{
		"path = [\"a\"]\nrecipient_kind = \"paymnet\"":                                    `t.toml:2:19: unknown recipient_kind "paymnet", must be one of ads,`,
		"path = [\"a\"]\nrecipient_kind = \"mails\"":                                      `(did you mean "mail"?)`,
		"path = [\"a\"]\nrecipient = \"a/b\"":                                             `t.toml:2:14: bad recipient "a/b"`,
		"path = [\"a\"]\nrecipiant = \"a\"":                                               `(did you mean "recipient"?)`,
		sink + "recipient_kind = \"paymnet\"":                                             `t.toml:6:19: unknown recipient_kind "paymnet"`,
		sink + "url = [\"0.\"]":                                                           `t.toml:6:11: url "0.":`,
		sink + "insecure = \"yes\"":                                                       `t.toml:6:1: insecure must be true or false`,
		sink + "insecure = true\nsecure = true":                                           `t.toml:7:1: secure contradicts insecure`,
		"path = [\"a\"]\n[[func]]\nname = [\"F\"]\nurl = \"0\"":                           `t.toml:4:1: url needs sink = "outbound"`,
		"path = [\"a\"]\n[[type]]\nname = \"T\"":                                          `missing writes = "response" or insecure`,
		"path = [\"a\"]\n[[type]]\nname = \"T\"\nwrites = \"response\"\nunless = [\"F\"]": `unless needs insecure`,
	} {
		if _, err := Parse("t.toml", []byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngot  %v\nwant %s", in, err, want)
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
