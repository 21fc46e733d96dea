package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// Whether a caller may see what the request names goes along with the state of
// the caller, as purposes of consent do: a question about the caller, such as
// whether a role is the one that is asked for, marks the ways of both answers.
// Where control comes with either answer, nothing was decided. So middleware,
// helpers, closures and facts are followed as for verification.

// maxRights bounds the questions that one way is asked for.
const maxRights = 10

// decidedMarks is what was decided where st holds, as marks of other ways.
func decidedMarks(st *value.Node) string {
	if decidedRights(st) {
		return ways.RightMarks([]string{ways.DecidedRight})
	}
	return ""
}

// decidedRights reports whether control comes here only with some of the answers
// to what was asked about the caller.
func decidedRights(st *value.Node) bool {
	if st == nil || len(st.Labels) == 0 {
		return false
	}
	var list [][]string
	for _, l := range st.Labels {
		if l.Root.Kind != value.Caller {
			return false
		}
		rs := ways.Rights(l.Root.Name)
		if len(rs) == 0 && !slices.Contains(ways.Purposes(l.Root.Name), ways.Nobody) {
			return false
		}
		if !slices.Contains(rs, ways.DecidedRight) && len(rs) > 0 {
			list = append(list, rs)
		}
	}
	return !anyAnswer(list, 0)
}

// anyAnswer reports whether the ways cover all answers to their questions.
func anyAnswer(list [][]string, depth int) bool {
	if len(list) == 0 || depth > maxRights {
		return false
	}
	if slices.ContainsFunc(list, func(rs []string) bool { return len(rs) == 0 }) {
		return true
	}
	q := list[0][0]
	return anyAnswer(answeredBy(list, q), depth+1) && anyAnswer(answeredBy(list, otherAnswer(q)), depth+1)
}

// answeredBy are the ways that are left where a question has an answer.
func answeredBy(list [][]string, answer string) (out [][]string) {
	other := otherAnswer(answer)
	for _, rs := range list {
		if !slices.Contains(rs, other) {
			out = append(out, slices.DeleteFunc(slices.Clone(rs), func(r string) bool { return r == answer }))
		}
	}
	return out
}

func otherAnswer(r string) string {
	if asked, yes := strings.CutSuffix(r, "+"); yes {
		return asked + "-"
	}
	return strings.TrimSuffix(r, "-") + "+"
}

// withoutBoth takes ways together that differ in answers alone, as far as they say no
// more than one of them, or nothing.
func (f *frame) withoutBoth(st *value.Node) *value.Node {
	if f.e.subjects == nil || len(st.Labels) < 2 {
		return st
	}
	var order []value.Root
	answers := map[value.Root][][]string{}
	var out *value.Node
	for _, l := range st.Labels {
		if l.Root.Kind != value.Caller {
			out = f.u.Join(out, value.Of(l))
			continue
		}
		rs := ways.Rights(l.Root.Name)
		base := l.Root
		base.Name = ways.WithoutRights(l.Root.Name)
		if answers[base] == nil {
			order = append(order, base)
		}
		answers[base] = append(answers[base], rs)
	}
	for _, base := range order {
		for _, rs := range fewestAnswers(answers[base]) {
			out = f.u.Join(out, f.e.stateOf(base.N, base.M, ways.Join(base.Name, ways.RightMarks(rs))))
		}
	}
	return out
}

// fewestAnswers are ways that cover the same answers as those of the list: of two that
// differ in one answer nothing is left of that, and a way that says more than another
// one says nothing besides.
func fewestAnswers(list [][]string) [][]string {
	for range maxRights * len(list) {
		i, shorter := needlessAnswer(list)
		if i < 0 {
			break
		}
		list = slices.Clone(list)
		list[i] = shorter
	}
	var out [][]string
	for i, rs := range list {
		covered := slices.ContainsFunc(list[:i], func(o []string) bool { return contains(rs, o) }) ||
			slices.ContainsFunc(list[i+1:], func(o []string) bool { return len(o) < len(rs) && contains(rs, o) })
		if !covered {
			out = append(out, rs)
		}
	}
	return out
}

// needlessAnswer finds a way with an answer that does not matter, since another way has
// the other answer and says no more besides: its number, and what it says without it.
func needlessAnswer(list [][]string) (int, []string) {
	for i, rs := range list {
		for _, r := range rs {
			if r == ways.DecidedRight {
				continue
			}
			rest := slices.DeleteFunc(slices.Clone(rs), func(s string) bool { return s == r })
			other := append(slices.Clone(rest), otherAnswer(r))
			if slices.ContainsFunc(list, func(o []string) bool { return slices.Contains(o, otherAnswer(r)) && contains(other, o) }) {
				return i, rest
			}
		}
	}
	return -1, nil
}

// contains reports whether all of part is in the whole.
func contains(whole, part []string) bool {
	return !slices.ContainsFunc(part, func(p string) bool { return !slices.Contains(whole, p) })
}

// asksRights is the state st, given that v has a property, where v says what the
// caller may do.
func (f *frame) asksRights(v ssa.Value, o model.Outcome, st *value.Node) *value.Node {
	if f.e.subjects == nil || st == nil || o == model.IsZero || o == model.NotZero || !f.saysRights(v) {
		return st
	}
	answer := "-"
	if o == model.IsTrue || o == model.IsNil {
		answer = "+"
	}
	return f.marked(st, ways.RightMarks([]string{ways.RightPrefix + f.question(v) + answer}))
}

// question names what is asked: a field by its type, as the caller's is the same
// wherever it is read, all else by its place.
func (f *frame) question(v ssa.Value) string {
	if t, n, ok := fieldRead(v); ok {
		return value.TypeString(t) + "." + itoa(n)
	}
	p := f.place(v.Pos())
	if p.Pkg == "" {
		p.Pkg = f.fn.String()
	}
	return strings.Join([]string{p.Pkg, p.File, itoa(p.Line), itoa(p.Col), v.Name()}, ":")
}

// saysRights reports whether a condition is a question about what the caller may
// do: a role, a flag, or what a function says that gets to know who calls.
func (f *frame) saysRights(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.BinOp:
		return f.comparesRights(v) || f.comparesRole(v)
	case *ssa.Call:
		return shape.IsBool(v.Type()) && (f.e.subjects.answers[&v.Call] || f.asksRole(&v.Call))
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		if ok {
			return shape.IsBool(v.Type()) && (f.e.subjects.answers[&call.Call] || f.asksRole(&call.Call))
		}
		l, ok := v.Tuple.(*ssa.Lookup)
		return ok && v.Index == 1 && (f.asksAbout(l.Index) || f.asksAbout(l.X))
	case *ssa.UnOp:
		return v.Op == token.MUL && shape.IsBool(v.Type()) && f.asksAbout(v)
	case *ssa.Field, *ssa.TypeAssert:
		return shape.IsBool(v.Type()) && f.asksAbout(v)
	case *ssa.Lookup:
		return shape.IsBool(v.Type()) && (f.asksAbout(v) || f.asksAbout(v.Index))
	}
	return false
}

// asksAbout reports whether a value is something that is known of who calls, and
// not only whether the login is good.
func (f *frame) asksAbout(v ssa.Value) bool { return f.isCallers(v) && !f.aboutLogin(v) }

// comparesRights reports whether who calls is compared with something that a
// request does not know of before it is asked: a role, an owner, what the route
// wants. That there is somebody at all is no such question.
func (f *frame) comparesRights(v *ssa.BinOp) bool {
	if v.Op != token.EQL && v.Op != token.NEQ && !ordered(v) {
		return false
	}
	for _, side := range [][2]ssa.Value{{v.X, v.Y}, {v.Y, v.X}} {
		who, other := side[0], side[1]
		if !f.isCallers(who) || f.aboutLogin(who) {
			continue
		}
		if c := shape.ConstOf(outOfBox(other)); c != nil {
			return isRole(outOfBox(other)) && !isTime(who.Type())
		}
		return !f.isCallers(other) && !isTime(who.Type()) && !shape.IsError(who.Type())
	}
	return false
}

// namesRole reports whether a value's name says that it is a right of who calls:
// it is neither what the request says nor a part of a record.
func (f *frame) namesRole(v ssa.Value) bool {
	if !f.e.subjects.names || shape.ConstOf(outOfBox(v)) != nil || !isRoleWord(askedName(v)) {
		return false
	}
	ls := f.marksOfValue(v)
	return len(subjectMarks(ls, caller)) > 0 || len(f.asks(ls)) == 0 && len(subjectMarks(ls, looked)) == 0
}

// comparesRole reports whether something with the name of a right is compared with
// one: in a function that is not told here who calls.
func (f *frame) comparesRole(v *ssa.BinOp) bool {
	if v.Op != token.EQL && v.Op != token.NEQ {
		return false
	}
	for _, side := range [][2]ssa.Value{{v.X, v.Y}, {v.Y, v.X}} {
		if c := shape.ConstOf(outOfBox(side[1])); f.namesRole(side[0]) && !shape.IsError(side[0].Type()) && (c == nil || isRole(outOfBox(side[1]))) {
			return true
		}
	}
	return false
}

// asksRole reports whether a call that answers yes or no gets something with the
// name of a right.
func (f *frame) asksRole(c *ssa.CallCommon) bool {
	return slices.ContainsFunc(c.Args, f.namesRole) && f.e.subjects.asksRight(f.calleeName(c))
}

// ordered reports whether a comparison is one of ranks.
func ordered(v *ssa.BinOp) bool {
	switch v.Op {
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		b, ok := v.X.Type().Underlying().(*types.Basic)
		return ok && b.Info()&types.IsInteger != 0 && (shape.ConstOf(v.X) != nil || shape.ConstOf(v.Y) != nil)
	}
	return false
}

// outOfBox is what stands in an interface that is made for a comparison.
func outOfBox(v ssa.Value) ssa.Value {
	if m, ok := v.(*ssa.MakeInterface); ok {
		return m.X
	}
	return v
}

func isTime(t types.Type) bool { return shape.TypeBase(t) == "Time" }

// isCallers reports whether a value is something that is known of who calls.
func (f *frame) isCallers(v ssa.Value) bool { return len(subjectMarks(f.marksOfValue(v), caller)) > 0 }
