package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"hash/fnv"
	"math/bits"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// A check may answer with a code or a word, of which callers ask whether it is a certain
// one. So a function that returns nothing but constants tells for each of them who can
// have got it. What callers ask, of a result or of a field of one, is a number, as
// stateKey has it for properties.

// question is what is asked of a value: a property, or how it compares to a constant.
type question struct {
	o  model.Outcome
	op int // 0: the property
	c  int // number of the constant
}

const (
	asksEqual = 1 + iota
	asksOther
	asksLess
	asksMore
)

// A key has the property and the result in its last ten bits.
const (
	fieldShift = 10
	opShift    = fieldShift + 8
	ofEachBit  = 1 << (opShift + 3) // asked of each element of a list
	constShift = opShift + 4

	leastConst, mostConst = -1 << 20, 1 << 30
)

// key is the number of a question about a result, or about one of its fields.
func (q question) key(result, field int) int {
	return stateKey(result, q.o) | (field+1)<<fieldShift | q.op<<opShift | q.c<<constShift
}

// questionIn is the question in a key, and the key without it.
func questionIn(key int) (q question, of int) {
	return question{model.Outcome(key & 7), key >> opShift & 7, key >> constShift}, key & (1<<opShift - 8)
}

// constNumber is the number of a constant: of a text it is a hash.
func constNumber(c *ssa.Const) (int, bool) {
	if c == nil || c.Value == nil || bits.UintSize < 64 {
		return 0, false
	}
	switch c.Value.Kind() {
	case constant.Int:
		n, exact := constant.Int64Val(c.Value)
		return int(n-leastConst) << 1, exact && n >= leastConst && n < mostConst
	case constant.String:
		h := fnv.New32a()
		_, _ = h.Write([]byte(constant.StringVal(c.Value)))
		return int(h.Sum32())<<1 | 1, true
	}
	return 0, false
}

// asksOf is the question that a comparison with a constant asks.
func asksOf(c *ssa.Const, op token.Token, holds bool) (question, bool) {
	n, ok := constNumber(c)
	if !holds {
		op = map[token.Token]token.Token{token.EQL: token.NEQ, token.NEQ: token.EQL, token.LSS: token.GEQ, token.GEQ: token.LSS, token.GTR: token.LEQ, token.LEQ: token.GTR}[op]
	}
	if op != token.EQL && op != token.NEQ && n&1 == 1 {
		return question{}, false
	}
	switch op {
	case token.EQL:
		return question{0, asksEqual, n}, ok
	case token.NEQ:
		return question{0, asksOther, n}, ok
	case token.LSS:
		return question{0, asksLess, n}, ok
	case token.LEQ:
		return question{0, asksLess, n + 2}, ok
	case token.GTR:
		return question{0, asksMore, n}, ok
	case token.GEQ:
		return question{0, asksMore, n - 2}, ok
	}
	return question{}, false
}

// holds reports whether the answer for the constant with a number is yes.
func (q question) holds(c int) bool {
	switch q.op {
	case asksEqual:
		return c == q.c
	case asksOther:
		return c != q.c
	case asksLess:
		return c < q.c
	}
	return c > q.c
}

// property is what the answer yes says of a value of which nothing else is known.
func (q question) property() (model.Outcome, bool) {
	c := ssa.NewConst(constant.MakeInt64(int64(q.c>>1)+leastConst), types.Typ[types.Int])
	if q.c&1 == 1 {
		if c = ssa.NewConst(constant.MakeString(""), types.Typ[types.String]); !q.isConst(c) {
			return 0, false
		}
	}
	return branch.Property(c, map[int]token.Token{asksEqual: token.EQL, asksOther: token.NEQ, asksLess: token.LSS, asksMore: token.GTR}[q.op], true)
}

func (q question) isConst(c *ssa.Const) bool {
	n, ok := constNumber(c)
	return ok && n == q.c
}

// answered is what was told of a question.
func (t *told) answered(f *frame, key int) (*value.Node, bool) {
	q, of := questionIn(key)
	if st, ok := t.outs[key]; ok || q.op == 0 {
		return st, ok
	}
	given := t.constants(of)
	if len(given) == 0 {
		o, ok := q.property()
		if !ok {
			return nil, false
		}
		st, ok := t.outs[of|int(o)]
		return st, ok
	}
	var out *value.Node
	for _, c := range given {
		if q.holds(c) {
			out = f.u.Join(out, t.outs[question{0, asksEqual, c}.key(0, -1)|of])
		}
	}
	if out == nil {
		return f.e.neverState, true
	}
	return out, true
}

// constants are the numbers of those that a result may be, if it is one of a few.
func (t *told) constants(of int) (out []int) {
	for key := range t.outs {
		if q, o := questionIn(key); o == of && q.op == asksEqual {
			out = append(out, q.c)
		}
	}
	slices.Sort(out)
	return out
}

// compared is the state st where a value compares like that to a constant; false where
// it is none of a few constants, and none of a callback's.
func (r *refiner) compared(v ssa.Value, q question, st *value.Node) (*value.Node, bool) {
	if r.depth > maxRefine {
		return st, false
	}
	r.depth++
	defer func() { r.depth-- }()
	switch v := v.(type) {
	case *ssa.Const:
		n, ok := constNumber(v)
		if ok && !q.holds(n) {
			return nil, true
		}
		return st, ok
	case *ssa.Phi:
		return r.comparedEdges(v, q, st)
	case *ssa.Call:
		return r.comparedResult(v, 0, q, st)
	case *ssa.Extract:
		if c, ok := v.Tuple.(*ssa.Call); ok {
			return r.comparedResult(c, v.Index, q, st)
		}
	case *ssa.ChangeType:
		return r.compared(v.X, q, st)
	case *ssa.UnOp:
		if s := shape.LastStore(v); s != nil && v.Op == token.MUL {
			return r.compared(s.Val, q, st)
		}
	}
	return st, false
}

func (r *refiner) comparedEdges(v *ssa.Phi, q question, st *value.Node) (*value.Node, bool) {
	if r.seen[v] {
		return nil, true
	}
	known := true
	out := r.edges(v, func(e ssa.Value, _ *ssa.BasicBlock, at *value.Node) *value.Node {
		n, ok := r.compared(e, q, at)
		known = known && ok
		return n
	})
	if out == nil || !known {
		return st, known && out != nil
	}
	return out, true
}

func (r *refiner) comparedResult(c *ssa.Call, result int, q question, st *value.Node) (*value.Node, bool) {
	ts := r.f.told[c]
	for i := range ts {
		if ts[i].id < 0 && len(ts[i].constants(stateKey(result, 0))) == 0 {
			return st, false
		}
	}
	out := r.f.outcome(ts, q.key(result, -1), nil)
	if out == nil {
		return st, false
	}
	return r.f.both(out, st), true
}

// maxConstants bounds how many constants a result may be.
const maxConstants = 16

// constantsIn are the numbers of those that a value may be, if it is one of a few.
func (f *frame) constantsIn(v ssa.Value, busy map[*ssa.Phi]bool) (out []int, known bool) {
	switch v := v.(type) {
	case *ssa.Const:
		n, ok := constNumber(v)
		return []int{n}, ok
	case *ssa.ChangeType:
		return f.constantsIn(v.X, busy)
	case *ssa.UnOp:
		if s := shape.LastStore(v); s != nil && v.Op == token.MUL {
			return f.constantsIn(s.Val, busy)
		}
	case *ssa.Call, *ssa.Extract:
		c, result := shape.ResultOf(v)
		for _, t := range f.told[c] {
			given := t.constants(stateKey(result, 0))
			out, known = append(out, given...), len(given) > 0
			if !known {
				break
			}
		}
		return out, known
	case *ssa.Phi:
		if busy[v] {
			return nil, true
		}
		busy[v] = true
		for _, e := range v.Edges {
			more, known := f.constantsIn(e, busy)
			if out = append(out, more...); !known || len(out) > maxConstants {
				return nil, false
			}
		}
		return out, true
	}
	return nil, false
}

// noteConstants notes for each constant that a result may be what it tells, and whether
// it may be anything else.
func (f *frame) noteConstants(result int, v ssa.Value, st *value.Node) {
	b, ok := v.Type().Underlying().(*types.Basic)
	if !ok || b.Info()&(types.IsInteger|types.IsString) == 0 {
		return
	}
	if f.constResults == nil {
		f.constResults = map[int][]int{}
	}
	list, known := f.constantsIn(v, map[*ssa.Phi]bool{})
	if !known {
		list = []int{-1}
	}
	for _, n := range list {
		q := question{0, asksEqual, n}
		if given, _ := newRefiner(f).compared(v, q, st); given != nil && known {
			key := q.key(result, -1)
			f.noteOutcome(key, given)
		}
		if !slices.Contains(f.constResults[result], n) {
			f.constResults[result] = append(f.constResults[result], n)
		}
	}
}

// constantKeys are the questions for the constants that a result may be, if one of them
// tells more than that the function came back.
func (f *frame) constantKeys(result int, exit *value.Node) (out []int) {
	list := f.constResults[result]
	if len(list) > maxConstants || slices.Contains(list, -1) {
		return nil
	}
	telling := false
	for _, c := range slices.Sorted(slices.Values(list)) {
		key := question{0, asksEqual, c}.key(result, -1)
		if st := f.outs[key]; st != nil {
			out = append(out, key)
			telling = telling || f.saysMore(st, exit)
		}
	}
	if !telling {
		return nil
	}
	return out
}
