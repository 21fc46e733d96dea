package constval

import (
	"go/constant"
	"strings"

	"golang.org/x/tools/go/ssa"
)

func (ev *Evaluator) length(b *ssa.Builtin, args []ssa.Value) constant.Value {
	if b.Name() != "len" {
		return nil
	}
	if t := ev.pkg.Table(args[0]); t != nil {
		return constant.MakeInt64(int64(len(t.Keys)))
	}
	if s, ok := Text(ev.Of(args[0])); ok {
		return constant.MakeInt64(int64(len(s)))
	}
	return nil
}

// textFuncs are functions of texts that can be computed here.
var textFuncs = map[string]func(a, b string) constant.Value{
	"strings.EqualFold":  func(a, b string) constant.Value { return constant.MakeBool(strings.EqualFold(a, b)) },
	"strings.Contains":   func(a, b string) constant.Value { return constant.MakeBool(strings.Contains(a, b)) },
	"strings.HasPrefix":  func(a, b string) constant.Value { return constant.MakeBool(strings.HasPrefix(a, b)) },
	"strings.HasSuffix":  func(a, b string) constant.Value { return constant.MakeBool(strings.HasSuffix(a, b)) },
	"strings.TrimPrefix": func(a, b string) constant.Value { return constant.MakeString(strings.TrimPrefix(a, b)) },
	"strings.TrimSuffix": func(a, b string) constant.Value { return constant.MakeString(strings.TrimSuffix(a, b)) },
	"strings.ToLower":    func(a, _ string) constant.Value { return constant.MakeString(strings.ToLower(a)) },
	"strings.ToUpper":    func(a, _ string) constant.Value { return constant.MakeString(strings.ToUpper(a)) },
	"strings.TrimSpace":  func(a, _ string) constant.Value { return constant.MakeString(strings.TrimSpace(a)) },
}

// library computes a call of the standard library.
func (ev *Evaluator) library(name string, args []ssa.Value) constant.Value {
	switch name {
	case "slices.Contains":
		t, k := ev.pkg.Table(args[0]), ev.Of(args[1])
		if t == nil || k == nil {
			return nil
		}
		return constant.MakeBool(t.find(k) >= 0)
	case "(*regexp.Regexp).MatchString":
		re := ev.pkg.pattern(args[0])
		s, ok := Text(ev.Of(args[1]))
		if re == nil || !ok {
			return nil
		}
		return constant.MakeBool(re.MatchString(s))
	}
	fn := textFuncs[name]
	if fn == nil {
		return nil
	}
	a, ok := Text(ev.Of(args[0]))
	if !ok {
		return nil
	}
	b := ""
	if len(args) > 1 {
		if b, ok = Text(ev.Of(args[1])); !ok {
			return ev.folded(name, a, args[1])
		}
	}
	return fn(a, b)
}

// folded is strings.EqualFold with any element of a table.
func (ev *Evaluator) folded(name, a string, v ssa.Value) constant.Value {
	t := ev.LoopTable(v)
	if t == nil || name == "strings.TrimPrefix" || name == "strings.TrimSuffix" {
		return nil
	}
	for _, s := range t.Texts() {
		if c := textFuncs[name](a, s); constant.BoolVal(c) {
			return c
		}
	}
	return constant.MakeBool(false)
}

// Computes reports whether calls of a function of the standard library, named as
// by types.Func.FullName, are computed where their arguments are constants.
func Computes(name string) bool {
	return textFuncs[name] != nil || name == "slices.Contains"
}
