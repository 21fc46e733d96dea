package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/value"
)

// evaluator finds out which values are constant. What parameters, phis and the
// keys of attributes are, its owner says.
type evaluator struct {
	e     *engine
	leaf  func(ssa.Value) (constant.Value, bool) // asked first; false: go on
	steps *int
	busy  map[ssa.Value]bool
	any   bool // an element that a loop reads stands for any of the table
}

// maxEvaluation bounds the steps of one evaluation, functions that it goes
// through included.
const maxEvaluation = 4096

// of is the constant that v is, nil if it is none.
func (ev *evaluator) of(v ssa.Value) constant.Value {
	if *ev.steps++; *ev.steps > maxEvaluation || ev.busy[v] {
		return nil
	}
	if c, ok := ev.leaf(v); ok {
		return c
	}
	switch v := v.(type) {
	case *ssa.Const:
		return constValue(v)
	case *ssa.ChangeType:
		return ev.of(v.X)
	case *ssa.Convert:
		if isString(v.X.Type()) && isString(v.Type()) {
			return ev.of(v.X)
		}
	case *ssa.UnOp:
		return ev.unary(v)
	case *ssa.BinOp:
		return ev.binary(v)
	case *ssa.Lookup:
		val, _ := ev.lookup(v)
		return val
	case *ssa.Extract:
		return ev.extract(v)
	case *ssa.Call:
		return ev.call(v)
	}
	return nil
}

func constValue(c *ssa.Const) constant.Value {
	if c.Value == nil {
		return nil
	}
	switch c.Value.Kind() {
	case constant.String, constant.Bool, constant.Int:
		return c.Value
	}
	return nil
}

func (ev *evaluator) unary(v *ssa.UnOp) constant.Value {
	switch v.Op {
	case token.NOT:
		if x := ev.of(v.X); x != nil {
			return constant.UnaryOp(token.NOT, x, 0)
		}
	case token.MUL:
		switch x := v.X.(type) {
		case *ssa.Global:
			if g := ev.e.valueOf(x); g != nil {
				return ev.of(g)
			}
		case *ssa.Alloc:
			if s := onlyStore(x); s != nil {
				return ev.of(s.Val)
			}
		case *ssa.IndexAddr:
			_, fixed := x.Index.(*ssa.Const)
			if t := ev.e.tableOf(x.X); t != nil && t.list && (fixed || !ev.any) {
				return ev.element(t, x.Index)
			}
		}
	}
	return nil
}

func (ev *evaluator) element(t *constTable, index ssa.Value) constant.Value {
	i := ev.of(index)
	if i == nil {
		return nil
	}
	if n, ok := constant.Int64Val(i); ok && n >= 0 && int(n) < len(t.keys) {
		return t.keys[n]
	}
	return nil
}

func (ev *evaluator) binary(v *ssa.BinOp) constant.Value {
	x, y := ev.of(v.X), ev.of(v.Y)
	switch v.Op {
	case token.EQL, token.NEQ:
		if x == nil || y == nil {
			return ev.member(v, x, y)
		}
		fallthrough
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		if x != nil && y != nil && x.Kind() == y.Kind() {
			return constant.MakeBool(constant.Compare(x, v.Op, y))
		}
	case token.ADD, token.SUB:
		if x != nil && y != nil && x.Kind() == y.Kind() && x.Kind() != constant.Bool {
			return constant.BinaryOp(x, v.Op, y)
		}
	}
	return nil
}

// member compares a constant with an element of a table that a loop goes
// through. Some element is equal if the table has the constant: the round that
// finds it is the one that counts.
func (ev *evaluator) member(v *ssa.BinOp, x, y constant.Value) constant.Value {
	known, other := x, v.Y
	if known == nil {
		known, other = y, v.X
	}
	t := ev.loopTable(other)
	if known == nil || t == nil {
		return nil
	}
	return constant.MakeBool((t.find(known) >= 0) == (v.Op == token.EQL))
}

// loopTable is the table of which v is any element, or any key.
func (ev *evaluator) loopTable(v ssa.Value) *constTable {
	switch v := v.(type) {
	case *ssa.UnOp:
		if ia, ok := v.X.(*ssa.IndexAddr); ok && v.Op == token.MUL {
			return ev.e.tableOf(ia.X)
		}
		if a, ok := v.X.(*ssa.Alloc); ok && v.Op == token.MUL {
			if s := onlyStore(a); s != nil {
				return ev.loopTable(s.Val)
			}
		}
	case *ssa.Extract:
		if next, ok := v.Tuple.(*ssa.Next); ok && v.Index == 1 {
			if r, ok := next.Iter.(*ssa.Range); ok {
				return ev.e.tableOf(r.X)
			}
		}
	}
	return nil
}

// lookup is an entry of a table, and whether it is there.
func (ev *evaluator) lookup(v *ssa.Lookup) (val, ok constant.Value) {
	t := ev.e.tableOf(v.X)
	if t == nil || t.list {
		return nil, nil
	}
	k := ev.of(v.Index)
	if k == nil {
		return nil, nil
	}
	i := t.find(k)
	if i >= 0 {
		return t.vals[i], constant.MakeBool(true)
	}
	m := v.X.Type().Underlying().(*types.Map)
	return zeroConst(m.Elem()), constant.MakeBool(false)
}

func zeroConst(t types.Type) constant.Value {
	b, ok := t.Underlying().(*types.Basic)
	switch {
	case !ok:
		return nil
	case b.Info()&types.IsBoolean != 0:
		return constant.MakeBool(false)
	case b.Info()&types.IsString != 0:
		return constant.MakeString("")
	case b.Info()&types.IsInteger != 0:
		return constant.MakeInt64(0)
	}
	return nil
}

func (ev *evaluator) extract(v *ssa.Extract) constant.Value {
	if l, ok := v.Tuple.(*ssa.Lookup); ok {
		val, found := ev.lookup(l)
		if v.Index == 1 {
			return found
		}
		return val
	}
	return nil
}

func (ev *evaluator) call(v *ssa.Call) constant.Value {
	if b, ok := v.Call.Value.(*ssa.Builtin); ok {
		return ev.length(b, v.Call.Args)
	}
	fn := v.Call.StaticCallee()
	if fn == nil {
		return nil
	}
	if fn.Pkg == ev.e.ssa && len(fn.Blocks) > 0 && len(fn.FreeVars) == 0 {
		args := make([]constant.Value, len(v.Call.Args))
		for i, a := range v.Call.Args {
			args[i] = ev.of(a)
		}
		return ev.e.interpret(fn, args, ev.steps)
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return nil
	}
	return ev.library(obj.Origin().FullName(), v.Call.Args)
}

func (ev *evaluator) length(b *ssa.Builtin, args []ssa.Value) constant.Value {
	if b.Name() != "len" {
		return nil
	}
	if t := ev.e.tableOf(args[0]); t != nil {
		return constant.MakeInt64(int64(len(t.keys)))
	}
	if s, ok := text(ev.of(args[0])); ok {
		return constant.MakeInt64(int64(len(s)))
	}
	return nil
}

func text(c constant.Value) (string, bool) {
	if c == nil || c.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c), true
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
func (ev *evaluator) library(name string, args []ssa.Value) constant.Value {
	switch name {
	case "slices.Contains":
		t, k := ev.e.tableOf(args[0]), ev.of(args[1])
		if t == nil || k == nil {
			return nil
		}
		return constant.MakeBool(t.find(k) >= 0)
	case "(*regexp.Regexp).MatchString":
		re := ev.e.patternOf(args[0])
		s, ok := text(ev.of(args[1]))
		if re == nil || !ok {
			return nil
		}
		return constant.MakeBool(re.MatchString(s))
	}
	fn := textFuncs[name]
	if fn == nil {
		return nil
	}
	a, ok := text(ev.of(args[0]))
	if !ok {
		return nil
	}
	b := ""
	if len(args) > 1 {
		if b, ok = text(ev.of(args[1])); !ok {
			return ev.folded(name, a, args[1])
		}
	}
	return fn(a, b)
}

// folded is strings.EqualFold with any element of a table.
func (ev *evaluator) folded(name, a string, v ssa.Value) constant.Value {
	t := ev.loopTable(v)
	if t == nil || name == "strings.TrimPrefix" || name == "strings.TrimSuffix" {
		return nil
	}
	for _, s := range t.texts() {
		if c := textFuncs[name](a, s); constant.BoolVal(c) {
			return c
		}
	}
	return constant.MakeBool(false)
}

// constOf is the constant that v is in this frame, under its assumption.
func (f *frame) constOf(v ssa.Value) constant.Value {
	steps := 0
	ev := &evaluator{e: f.e, steps: &steps, busy: map[ssa.Value]bool{}, any: true}
	ev.leaf = func(v ssa.Value) (constant.Value, bool) { return f.leaf(ev, v) }
	return ev.of(v)
}

func (f *frame) knownString(v ssa.Value) (string, bool) { return text(f.constOf(v)) }

// leaf is what the frame itself knows of values.
func (f *frame) leaf(ev *evaluator, v ssa.Value) (constant.Value, bool) {
	switch v := v.(type) {
	case *ssa.Parameter:
		if s, ok := f.assume.text(slices.Index(f.fn.Params, v)); ok {
			return constant.MakeString(s), true
		}
	case *ssa.Phi:
		return f.knownPhi(ev, v), true
	case *ssa.UnOp:
		if fa, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			return f.knownKey(pointed(fa.X.Type()), fa.Field, f.load(f.val(fa)))
		}
		if fv, ok := v.X.(*ssa.FreeVar); ok && v.Op == token.MUL {
			if s := capturedStore(fv); s != nil {
				c, isConst := s.Val.(*ssa.Const)
				return constValueOf(c, isConst), isConst
			}
		}
	case *ssa.Field:
		return f.knownKey(v.X.Type(), v.Field, f.u.Get(f.val(v.X), access.Sel{Kind: access.Field, N: v.Field}))
	case *ssa.Extract:
		return f.knownExtract(v)
	case *ssa.Call:
		if fn := v.Call.StaticCallee(); fn != nil && fn.String() == "(log/slog.Value).Kind" {
			return f.knownKind(v.Call.Args[0])
		}
	}
	return nil, false
}

func constValueOf(c *ssa.Const, ok bool) constant.Value {
	if !ok {
		return nil
	}
	return constValue(c)
}

// knownPhi is what all ways that were taken agree on.
func (f *frame) knownPhi(ev *evaluator, v *ssa.Phi) constant.Value {
	ev.busy[v] = true
	defer delete(ev.busy, v)
	var out constant.Value
	for i, x := range v.Edges {
		if came := f.came[v.Block().Index]; came == nil || !came[i] {
			continue
		}
		c := ev.of(x)
		if c == nil || out != nil && (out.Kind() != c.Kind() || !constant.Compare(out, token.EQL, c)) {
			return nil
		}
		out = c
	}
	return out
}

// knownKey is the key of an attribute: the one it was made with, or the one
// that is assumed of what callers hand over.
func (f *frame) knownKey(t types.Type, field int, n *value.Node) (constant.Value, bool) {
	i, ok := keyField(t)
	if !ok || i != field {
		return nil, false
	}
	if s, ok := keyText(n); ok {
		return constant.MakeString(s), true
	}
	if f.assume.key != "" && allSymbolic(n) && !transformed(n) {
		return constant.MakeString(f.assume.key), true
	}
	return nil, true
}

// transformed reports whether a function made something else of a text.
func transformed(n *value.Node) bool {
	return slices.ContainsFunc(n.Labels, func(l *value.Label) bool { return l.Via != nil })
}

func (f *frame) knownExtract(v *ssa.Extract) (constant.Value, bool) {
	switch t := v.Tuple.(type) {
	case *ssa.Next:
		r, ok := t.Iter.(*ssa.Range)
		if ok && v.Index == 0 && f.entered(t.Block()) == 1 {
			if table := f.e.tableOf(r.X); table != nil && len(table.keys) > 0 {
				return constant.MakeBool(true), true // the first round
			}
		}
		switch {
		case ok && v.Index == 0 && f.oneField(r):
			return constant.MakeBool(true), true
		case ok && v.Index == 1 && f.oneField(r):
			return constant.MakeString(f.assume.key), true
		}
	case *ssa.Lookup:
		// Of the fields that it is handed there is one.
		if v.Index == 1 && f.assume.key != "" && fieldMap(t.X.Type()) && f.e.tableOf(t.X) == nil {
			if k := f.constOf(t.Index); k != nil && k.Kind() == constant.String {
				return constant.MakeBool(constant.StringVal(k) == f.assume.key), true
			}
		}
	case *ssa.TypeAssert:
		if v.Index == 1 {
			return f.knownAssert(t), true
		}
	}
	return nil, false
}

// entered is the number of ways into a block that were taken.
func (f *frame) entered(b *ssa.BasicBlock) int {
	n := 0
	for _, came := range f.came[b.Index] {
		if came {
			n++
		}
	}
	return n
}

// knownAssert tells whether a type assertion holds.
func (f *frame) knownAssert(v *ssa.TypeAssert) constant.Value {
	n := f.val(v.X)
	if n == nil || types.IsInterface(v.AssertedType) || len(n.Refs) > 0 {
		return nil
	}
	want := f.u.TypeKey(v.AssertedType)
	var is, not bool
	for _, k := range n.Kids {
		switch {
		case k.Sel.Kind != access.Dyn:
		case isParamKey(k.Sel.S):
			return nil
		case k.Sel.S == want:
			is = true
		default:
			not = true
		}
	}
	if len(n.Labels) > 0 {
		if f.assume.typ == "" || !allSymbolic(value.Of(n.Labels...)) {
			return nil
		}
		is, not = is || f.assume.typ == want, not || f.assume.typ != want
	}
	if is == not {
		return nil
	}
	return constant.MakeBool(is)
}

// knownKind is the kind of an attribute's value.
func (f *frame) knownKind(v ssa.Value) (constant.Value, bool) {
	n := f.val(v)
	if f.assume.typ == "" || !allSymbolic(n) {
		return nil, true
	}
	kind, ok := slogKinds[f.assume.typ]
	if !ok {
		kind = slogKinds[otherType]
	}
	return constant.MakeInt64(int64(kind)), true
}
