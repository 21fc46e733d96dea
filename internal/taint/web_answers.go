package taint

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// Some frameworks send what a handler returns. Whether a function is such a
// handler, only its registration tells. So each function notes what it would
// disclose by each of its returns, with the state there: its answers. A
// registration whose model names answers makes disclosures of them.

// answerForms are the ways in which frameworks write what a handler returns.
var answerForms = []model.Form{model.JSON, model.Proto, model.Text}

// errorForms are those for errors: the whole text, or what an error is made to tell.
var errorForms = []model.Form{model.Err, model.Told}

// answer is what one return of a function that was called discloses.
type answer struct {
	result int
	form   model.Form
	way    way
}

// answerName writes result and form as the name of a sink.
func answerName(result int, form model.Form) string {
	return strconv.Itoa(result) + ":" + strconv.Itoa(int(form))
}

func parseAnswerName(s string) (result int, form model.Form) {
	r, f, _ := strings.Cut(s, ":")
	result, _ = strconv.Atoi(r)
	n, _ := strconv.Atoi(f)
	return result, model.Form(n)
}

// noteAnswers notes what a return discloses if the function is a handler.
func (f *frame) noteAnswers(i *ssa.Return) {
	if f.caller == nil || len(f.stack) > 0 || len(i.Results) == 0 || i.Block() == f.fn.Recover && !shape.Recovers(f.fn) {
		return
	}
	st := f.state()
	for _, r := range i.Results {
		if !shape.IsError(r.Type()) || closed(st) {
			continue
		}
		// what stands beside an error is not sent
		if st = f.givenReturn(r, model.IsNil, st, i.Block()); st == nil {
			break
		}
	}
	for j, r := range i.Results {
		if shape.IsError(r.Type()) {
			f.noteAnswer(i, j, f.givenReturn(r, model.NotNil, f.state(), i.Block()))
		} else {
			f.noteAnswer(i, j, st)
		}
	}
}

func (f *frame) noteAnswer(i *ssa.Return, j int, st *value.Node) {
	if st == nil {
		return
	}
	t, n := i.Results[j].Type(), f.val(i.Results[j])
	if n == nil || shape.IsBool(t) || !f.answersData(n) {
		return
	}
	at := f.returnSpot(i, j)
	if f.e.allowedHere(at, f.fn) {
		return
	}
	forms := answerForms
	if shape.IsError(t) {
		forms = errorForms
	}
	told := f.answersOf(i.Results[j])
	for _, form := range forms {
		if form == model.Proto && !f.e.isMessage(t) && !f.method() {
			continue
		}
		var out []*value.Label
		f.apart(func() { out = f.answered(n, t, form) }) // a large record is no reason to cut the function short
		for _, l := range out {
			f.addAnswer(j, form, l, st, at, told)
		}
	}
}

// method reports whether a function may be the method of a service, whatever its
// messages are: those of a codec of the program's own are no protocol buffers.
func (f *frame) method() bool {
	return f.fn.Signature.Recv() != nil && answersOnce(f.fn.Signature)
}

// addAnswer makes a label an answer. Where it comes from a call that noted in
// which state it gives it, that state counts, if it is the better one.
func (f *frame) addAnswer(j int, form model.Form, l *value.Label, st *value.Node, at spot, told []answer) {
	if l.Src == nil && !answersLater(l) && !f.e.marksLookup(l) {
		return
	}
	s := summary.Sink{
		Kind: directive.KindResponse, Name: answerName(j, form), Label: l, Place: f.place(at.pos), In: f.title(), State: st,
		Pos: at.pos, End: at.end, Key: at.key,
	}
	known := false
	for _, a := range told {
		if a.form != form || l.Src == nil || a.way.label.Src == nil || a.way.label.Src.Name() != l.Src.Name() {
			continue
		}
		if closed(a.way.state) {
			known = true
			continue
		}
		known = false
		break
	}
	if known {
		return
	}
	key := "answer" + s.Name + "#" + itoa(l.ID()) + "@" + itoa(int(at.pos))
	i, ok := f.noted(key, len(f.answers))
	if !ok {
		return
	}
	if i < len(f.answers) {
		f.answers[i].State = f.u.Join(f.answers[i].State, st)
		return
	}
	f.answers = append(f.answers, s)
}

// answersOf are the answers of the call that a returned value is a result of,
// with that result.
func (f *frame) answersOf(v ssa.Value) []answer {
	call, result := shape.ResultOf(v)
	if call == nil {
		return nil
	}
	var out []answer
	for _, t := range f.told[call] {
		for _, a := range t.answers {
			if a.result == result {
				out = append(out, a)
			}
		}
	}
	return out
}

// returnSpot is where result j of a return is written.
func (f *frame) returnSpot(i *ssa.Return, j int) spot {
	s := f.e.returnAt(f.fn, i.Pos())
	switch {
	case s == nil:
		return spot{i.Pos(), i.Pos(), i.Pos()}
	case len(s.Results) == len(i.Results):
		return spot{s.Results[j].Pos(), s.Results[j].End(), s.Pos()}
	}
	return spot{s.Pos(), s.End(), s.Pos()}
}

// returnAt is the statement of a return.
func (e *engine) returnAt(fn *ssa.Function, pos token.Pos) *ast.ReturnStmt {
	if e.returns == nil {
		e.returns = map[token.Pos]*ast.ReturnStmt{}
	}
	if s, ok := e.returns[pos]; ok || fn.Syntax() == nil {
		return s
	}
	ast.Inspect(fn.Syntax(), func(n ast.Node) bool {
		if r, ok := n.(*ast.ReturnStmt); ok {
			e.returns[r.Pos()] = r
		}
		return true
	})
	return e.returns[pos]
}

// answers are those of the callee, in the caller's terms.
func (in *instance) answers() []answer {
	f := in.f
	var out []answer
	for _, s := range in.sum.Answers {
		st := in.state(s.State)
		result, form := parseAnswerName(s.Name)
		if s.Label.Root.Kind == value.CallRes && s.Label.Src == nil && in.adopt(&out, s, result, form, st) {
			continue
		}
		if form == model.Told && s.Label.Src == nil && s.Label.Root.Kind == value.CallRes {
			continue // the callee tells what its error says, or nobody does
		}
		at := spot{s.Pos, s.End, s.Key}
		for _, l := range labelsOf(in.label(s.Label, nil)) {
			if l.Src == nil && !answersLater(l) && !f.e.marksLookup(l) {
				continue
			}
			out = append(out, answer{result, form, way{
				kind: s.Kind, label: l, spot: at, place: s.Place, in: s.In, state: st, foreign: !s.Pos.IsValid(),
			}})
		}
	}
	if f.quiet > 0 {
		return nil
	}
	return f.distinct(out)
}

// answerKey is what tells two answers apart, but for their states.
type answerKey struct {
	result, label int
	form          model.Form
	kind, in      string
	spot          spot
	place         value.Place
	now           bool // the state is that at the call
}

// distinct takes equal answers together: a function that calls itself through a
// variable adopts its own ones again and again.
func (f *frame) distinct(list []answer) []answer {
	at := map[answerKey]int{}
	var out []answer
	for _, a := range list {
		w := a.way
		key := answerKey{a.result, w.label.ID(), a.form, w.kind, w.in, w.spot, w.place, w.state == nil}
		if i, ok := at[key]; ok {
			out[i].way.state = f.u.Join(out[i].way.state, w.state)
			continue
		}
		at[key] = len(out)
		out = append(out, a)
	}
	return out
}

// adopt takes the answers of a function that the callee called for the caller,
// and whose result it returns: a handler behind a wrapper.
func (in *instance) adopt(out *[]answer, s summary.Sink, result int, form model.Form, st *value.Node) bool {
	found := closed(st)
	for _, t := range in.told[s.Label.Root.N] {
		for _, a := range t.answers {
			if a.result == s.Label.Root.M && a.form == form {
				found = true
				if a.result = result; closed(st) {
					a.way.state = st // verified on the way there: whoever hands it on may rely on that
				}
				*out = append(*out, a)
			}
		}
	}
	return found
}
