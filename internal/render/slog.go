package render

import "go/types"

// slog plans an operand of a log/slog function, or a value inside one. A value
// is resolved first (LogValuer); the handler prints what is left. See AnyValue
// in log/slog/value.go and appendAttr in log/slog/handler.go.
func (p *planner) slog(n *node) {
	inner := Format{Family: n.f.Family, Depth: 1}
	list := sliceOf(n.typ)
	switch {
	case isDynamic(n.typ):
		p.dynamic(n, Format{Family: n.f.Family, Depth: n.f.Depth})
	case isNamed(n.typ, "log/slog.Attr") && n.f.Depth == 0:
		st := n.typ.Underlying().(*types.Struct)
		p.child(n, st.Field(0).Type(), Format{Family: Raw}, true, field(0))
		p.child(n, st.Field(1).Type(), inner, true, field(1))
	case list != nil && isNamed(list, "log/slog.Attr"):
		p.child(n, list, Format{Family: n.f.Family}, false, elem)
	case isNamed(n.typ, "log/slog.Value"):
		p.slogValue(n, inner)
	case isBasic(n.typ), isNamed(n.typ, "time.Time"), isNamed(n.typ, "time.Duration"), isNamed(n.typ, "log/slog.Kind"):
		p.text(n)
	case p.call(n, false, logValuer(n.f.Family)):
	case pointerTo(n.typ) != nil && isNamed(pointerTo(n.typ), "log/slog.Source"):
		p.slogSource(n, pointerTo(n.typ).Underlying().(*types.Struct))
	default:
		p.slogHandler(n)
	}
}

// logValuer is slog.LogValuer, whose result the same handler prints.
func logValuer(f Family) method {
	return method{name: "LogValue", results: []string{"log/slog.Value"}, then: Format{Family: f, Depth: 1}}
}

// slogValue plans a slog.Value, which holds what it was made from in its field
// any, and numbers in num.
func (p *planner) slogValue(n *node, inner Format) {
	st := n.typ.Underlying().(*types.Struct)
	for i := range st.NumFields() {
		switch v := st.Field(i); v.Name() {
		case "any":
			p.child(n, v.Type(), inner, true, field(i))
		case "num":
			p.child(n, v.Type(), Format{Family: Raw}, true, field(i))
		}
	}
}

// slogSource plans a position in a source file, which the text handler gives
// without the function.
func (p *planner) slogSource(n *node, st *types.Struct) {
	for i := range st.NumFields() {
		if v := st.Field(i); v.Name() != "Function" || n.f.Family != SlogText {
			p.child(n, v.Type(), Format{Family: Raw}, false, deref, field(i))
		}
	}
}

// slogHandler plans what the handlers print of a value of KindAny.
func (p *planner) slogHandler(n *node) {
	if n.f.Family != SlogJSON {
		p.slogText(n)
	}
	if n.f.Family != SlogText {
		p.slogJSON(n)
	}
}

// slogText follows appendTextValue in log/slog/text_handler.go.
func (p *planner) slogText(n *node) {
	s, isSlice := under(n.typ).(*types.Slice)
	switch {
	case p.call(n, false, textMarshaler):
	case isSlice && isByte(s.Elem()):
		p.text(n)
	default:
		p.sub(n, Format{Family: Fmt, Verb: 'v', Plus: true})
	}
}

// slogJSON follows appendJSONValue in log/slog/json_handler.go.
func (p *planner) slogJSON(n *node) {
	if has(n.typ, false, jsonMarshaler) || !p.call(n, false, errorMethod) {
		p.sub(n, Format{Family: JSON})
	}
}
