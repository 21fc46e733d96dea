package render

import "go/types"

// logrus plans a field's value when the formatter is not known.
func (p *planner) logrus(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: Logrus})
		return
	}
	p.sub(n, Format{Family: LogrusText})
	p.sub(n, Format{Family: LogrusJSON})
}

// logrusText follows appendValue of the TextFormatter: errors and Stringers
// before fmt.
func (p *planner) logrusText(n *node) {
	switch {
	case isDynamic(n.typ):
		p.dynamic(n, Format{Family: LogrusText})
	case isBytes(n.typ):
		p.text(n)
	case p.call(n, false, errorMethod):
	case isFunc(n.typ): // WithField drops it
	case p.call(n, false, stringerMethod):
	default:
		p.sub(n, Format{Family: Fmt, Verb: 'v'})
	}
}

// logrusJSON follows the JSONFormatter.
func (p *planner) logrusJSON(n *node) {
	switch {
	case isDynamic(n.typ):
		p.dynamic(n, Format{Family: LogrusJSON})
	case p.call(n, false, errorMethod):
	case isFunc(n.typ):
	default:
		p.sub(n, Format{Family: JSON})
	}
}

// isFunc reports whether t's kind is a function or a pointer to one.
func isFunc(t types.Type) bool {
	if e := elemOf(t); e != nil {
		t = e
	}
	_, ok := under(t).(*types.Signature)
	return ok
}

// kit plans a key or value of go-kit/log when the logger is not known.
func (p *planner) kit(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: Kit})
		return
	}
	p.sub(n, Format{Family: Logfmt})
	p.sub(n, Format{Family: KitJSON})
}

// logfmt follows writeValue of go-logfmt, which prints no composite values.
func (p *planner) logfmt(n *node) {
	switch t := under(n.typ).(type) {
	case *types.Interface, *types.TypeParam:
		p.dynamic(n, Format{Family: Logfmt})
		return
	default:
		if isBytes(n.typ) {
			p.text(n)
			return
		}
		if p.call(n, false, textMarshaler, errorMethod, stringerMethod) {
			return
		}
		switch t := t.(type) {
		case *types.Basic:
			p.sub(n, Format{Family: Fmt, Verb: 'v'})
		case *types.Pointer:
			p.child(n, t.Elem(), n.f, false, deref)
		}
	}
}

// kitJSON follows merge in go-kit/log's json_logger.go.
func (p *planner) kitJSON(n *node) {
	switch {
	case isDynamic(n.typ):
		p.dynamic(n, Format{Family: KitJSON})
	case has(n.typ, false, jsonMarshaler, textMarshaler):
		p.sub(n, Format{Family: JSON})
	case p.call(n, false, errorMethod, stringerMethod):
	default:
		p.sub(n, Format{Family: JSON})
	}
}
