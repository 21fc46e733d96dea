package taint

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/pattern"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// assumption is what an analysis of a function takes for granted, so that a
// function which masks some keys and lets others pass has an answer for each.
// It is comparable. The zero assumption assumes nothing.
type assumption struct {
	key   string // the key of every attribute that the function is handed
	typ   string // type key of the values of those attributes
	texts string // texts of parameters, as textAt reads them
	// shared names memory that two pointers lead to, as sharing does.
	shared string
}

// otherKey is a key that no code compares with.
const otherKey = "\x01"

// otherType is a type that no code asks for.
const otherType = "?"

func (a assumption) text(param int) (string, bool) {
	for _, t := range strings.Split(a.texts, pattern.Hole) {
		if n, s, ok := strings.Cut(t, "="); ok && n == strconv.Itoa(param) {
			return s, true
		}
	}
	return "", false
}

func (a assumption) withText(param int, s string) assumption {
	a.texts += strconv.Itoa(param) + "=" + s + pattern.Hole
	return a
}

// keyFields are types that have a key and a value, with the number of the field
// that holds the key.
var keyFields = map[string]int{
	"log/slog.Attr":                 0,
	"go.uber.org/zap/zapcore.Field": 0,
	"golang.org/x/exp/slog.Attr":    0,
}

// keyField is the number of the field of t that holds a key.
func keyField(t types.Type) (int, bool) {
	if t == nil {
		return 0, false
	}
	i, ok := keyFields[value.TypeString(t)]
	return i, ok
}

// fieldMap reports whether t is a map from names to values of any type.
func fieldMap(t types.Type) bool {
	m, ok := types.Unalias(t).Underlying().(*types.Map)
	return ok && shape.IsString(m.Key()) && types.IsInterface(m.Elem())
}

// bearsKeys reports whether a value of type t holds attributes.
func bearsKeys(t types.Type) bool {
	if p, ok := types.Unalias(t).Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if s, ok := types.Unalias(t).Underlying().(*types.Slice); ok {
		t = s.Elem()
	}
	if _, ok := keyField(t); ok || fieldMap(t) {
		return true
	}
	switch value.TypeString(t) {
	case "log/slog.Record", "github.com/sirupsen/logrus.Entry":
		return true
	}
	return false
}

// maxDecided bounds the keys and types that are looked at one by one, and the
// assumptions under which one function is analysed.
const (
	maxDecided   = 32
	maxAssumed   = 96
	maxNarrowing = 3 // functions under an assumption inside each other
	assumedShare = 4 // part of a package's steps that assumptions may take
)

// under is the summary of a function of this package under an assumption.
func (e *engine) under(fn *ssa.Function, a assumption, base *summary.Summary) *summary.Summary {
	cases := e.assumed[fn]
	if cases == nil {
		cases = map[assumption]assumedSummary{}
		e.assumed[fn] = cases
	}
	print := ""
	if s := e.funcs[fn]; s != nil {
		print = s.print
	}
	if c, ok := cases[a]; ok && c.base == print {
		return c.sum
	}
	if len(cases) >= maxAssumed || e.narrow >= maxNarrowing || e.u.Work > e.budget || e.assumedSteps > e.limits.all/assumedShare {
		e.bounded(boundAssumed)
		return base
	}
	e.narrow++
	defer func() { e.narrow-- }()
	cases[a] = assumedSummary{base, print} // for recursion
	work := e.u.Work
	e.u.Work = 0
	f := newFrame(e, fn, e.funcs[fn])
	f.assume = &a
	sum := f.run()
	if e.u.Work > e.budget {
		sum = base
	}
	if s := e.funcs[fn]; s != nil && a.shared != "" {
		s.alsoFound(f.flows)
	}
	e.stats.Steps += e.u.Work
	e.assumedSteps += e.u.Work
	e.u.Work = work
	cases[a] = assumedSummary{sum, print}
	return sum
}

// assumedSummary is a summary under an assumption, computed when the function's
// own summary was base.
type assumedSummary struct {
	sum  *summary.Summary
	base string
}

// narrowed is the summary of fn for a call with these arguments.
func (f *frame) narrowed(fn *ssa.Function, base *summary.Summary, site *callSite, g *value.Fn, args []argument) *summary.Summary {
	if base == nil || len(fn.Blocks) == 0 || fn.Pkg != f.e.ssa {
		return base
	}
	a := assumption{shared: f.sharing(fn, base, g, args)}
	if d := f.e.decides(fn); d != nil {
		f.assumeKeys(&a, d, fn, site, args)
	}
	if a == (assumption{}) {
		return base
	}
	return f.e.under(fn, a, base)
}

// assumeKeys notes the keys and texts that a call hands to a function which
// compares them.
func (f *frame) assumeKeys(a *assumption, d *decider, fn *ssa.Function, site *callSite, args []argument) {
	recv := 0
	if fn.Signature.Recv() != nil {
		recv = 1
	}
	for i, p := range fn.Params {
		if i >= len(args) {
			break
		}
		if shape.IsString(p.Type()) {
			if s, ok := f.knownText(site, i-recv); ok {
				*a = a.withText(i, s)
			}
		} else if d.attrs && bearsKeys(p.Type()) {
			f.assumeAttrs(a, args[i].n)
		}
	}
	if len(d.types) == 0 {
		a.typ = ""
	}
}

// narrowedObject is narrowed for a declared function, here or imported.
func (f *frame) narrowedObject(obj *types.Func, base *summary.Summary, site *callSite, args []argument) *summary.Summary {
	if obj.Pkg() != f.e.pass.Pkg {
		return f.narrowedFact(f.e.qualified(obj), obj.Pkg(), obj.Signature(), base, site, args)
	}
	if fn := f.e.ssa.Prog.FuncValue(obj); fn != nil {
		return f.narrowed(fn, base, site, nil, args)
	}
	return base
}

// narrowedFact is narrowed for an imported function.
func (f *frame) narrowedFact(name string, pkg *types.Package, sig *types.Signature, base *summary.Summary, site *callSite, args []argument) *summary.Summary {
	cases := f.e.facts.cases(pkg, name)
	if len(cases) == 0 || base == nil {
		return base
	}
	var a assumption
	for _, arg := range args {
		if t := arg.t; t == nil || bearsKeys(t) {
			f.assumeAttrs(&a, arg.n)
		}
	}
	param := cases[0].Param
	if param >= 0 {
		recv := 0
		if sig != nil && sig.Recv() != nil {
			recv = 1
		}
		s, ok := f.knownText(site, param-recv)
		if !ok {
			return base
		}
		a.key = s
	}
	return pick(cases, a, base)
}

// pick is the case that holds for an assumption.
func pick(cases []summary.Case, a assumption, base *summary.Summary) *summary.Summary {
	if a.key == "" {
		return base
	}
	var other *summary.Summary
	for _, c := range cases {
		if c.Type != "" && a.typ == "" {
			return base
		}
		typ := c.Type == "" || c.Type == a.typ || c.Type == otherType && !slices.ContainsFunc(cases, func(k summary.Case) bool { return k.Type == a.typ })
		switch {
		case !typ:
		case c.Key == a.key, c.Fold && strings.EqualFold(c.Key, a.key):
			return c.Sum
		case c.Key == otherKey:
			other = c.Sum
		case c.Part && a.key != otherKey && strings.Contains(strings.ToLower(a.key), strings.ToLower(c.Key)):
			return base
		}
	}
	if other == nil {
		return base
	}
	return other
}

// attrsSlot holds the attributes of a record or a group by their keys. keyMark
// and typeMark are what slots begin with that say what a text is, or which type
// a value has.
const (
	attrsSlot = "attrs"
	keyMark   = "="
	typeMark  = "#"
)
