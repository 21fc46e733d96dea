package render

import "go/types"

// zapcore is the package of zap's encoders.
const zapcore = "go.uber.org/zap/zapcore."

var (
	zapObject = method{name: "MarshalLogObject", params: []string{zapcore + "ObjectEncoder"}, results: []string{"error"}, out: -1}
	zapArray  = method{name: "MarshalLogArray", params: []string{zapcore + "ArrayEncoder"}, results: []string{"error"}, out: -1}
	zapErrors = method{name: "Errors", results: []string{"[]error"}, then: Format{Family: ZapError}}
)

// zapAny plans zap.Any, whose type switch picks one of zap's field
// constructors, down to reflection by encoding/json. It is addressable where
// zap calls methods on the address of an element.
func (p *planner) zapAny(n *node) {
	switch {
	case isDynamic(n.typ):
		p.dynamic(n, Format{Family: ZapAny})
	case isNamed(n.typ, zapcore+"Field"):
		p.zapField(n)
	case p.call(n, n.f.Addressable, zapObject, zapArray):
	case sliceOf(n.typ) != nil && isNamed(sliceOf(n.typ), zapcore+"Field"):
		p.child(n, sliceOf(n.typ), n.f, false, elem)
	case p.scalar(n):
	case has(n.typ, false, errorMethod):
		p.again(n, Format{Family: ZapError})
	case sliceOf(n.typ) != nil && typeName(sliceOf(n.typ)) == "error":
		p.child(n, sliceOf(n.typ), Format{Family: ZapError}, false, elem)
	case p.call(n, false, stringerMethod):
	default:
		p.sub(n, Format{Family: JSON})
	}
}

// scalar handles what the type switches of loggers list one by one: the basic
// types, times and durations, pointers to them, and slices of them.
func (p *planner) scalar(n *node) bool {
	t := n.typ
	at := n
	if e := pointerTo(t); e != nil {
		t, at = e, &node{path: n.path.Join(deref), typ: e, f: n.f, up: n}
	} else if e := sliceOf(t); e != nil {
		t = e
	}
	if !isBasic(t) && !isNamed(t, "time.Time") && !isNamed(t, "time.Duration") {
		return false
	}
	p.text(at)
	return true
}

// zapError plans zap.Error: the message, the errors that an error was joined
// from, or else its long form.
func (p *planner) zapError(n *node) {
	if e := sliceOf(n.typ); e != nil && typeName(e) == "error" {
		p.child(n, e, n.f, false, elem)
		return
	}
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: ZapError})
		return
	}
	if p.call(n, false, errorMethod) && !p.call(n, false, zapErrors) {
		p.call(n, false, formatter.with(Format{Verb: 'v', Plus: true}))
	}
}

// zapSugar plans an operand of a SugaredLogger: a Field, an error that stands
// for itself, a key, or a value.
func (p *planner) zapSugar(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: ZapSugar})
		return
	}
	if has(n.typ, false, errorMethod) {
		p.again(n, Format{Family: ZapError})
	}
	p.again(n, Format{Family: ZapAny})
}

// zapField plans a Field that somebody made: its key, and what it holds.
func (p *planner) zapField(n *node) {
	st := n.typ.Underlying().(*types.Struct)
	for i := range st.NumFields() {
		switch v := st.Field(i); v.Name() {
		case "Key", "String", "Integer":
			p.child(n, v.Type(), Format{Family: Raw}, true, field(i))
		case "Interface":
			p.child(n, v.Type(), Format{Family: ZapAny}, true, field(i))
		}
	}
}
