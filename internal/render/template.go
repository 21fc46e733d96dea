package render

import "go/types"

// template plans {{.}} in one of the two packages.
func (p *planner) template(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: Template})
		return
	}
	p.again(n, Format{Family: TextTemplate})
	p.again(n, Format{Family: HTMLTemplate})
}

// textTemplate looks through all pointers, and takes the address again where
// only that gives an error or a Stringer; see printableValue in
// text/template/exec.go.
func (p *planner) textTemplate(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: TextTemplate})
		return
	}
	if e := elemOf(n.typ); e != nil {
		p.child(n, e, Format{Family: TextTemplate, Addressable: true}, true, deref)
		return
	}
	if !has(n.typ, false, errorMethod, stringerMethod) && has(n.typ, n.f.Addressable, errorMethod, stringerMethod) {
		p.call(n, true, formatter.with(Format{Verb: 'v'}), errorMethod, stringerMethod)
		return
	}
	p.again(n, Format{Family: Fmt, Verb: 'v'})
}

// htmlTemplate looks through pointers up to an error or a Stringer; see
// indirectToStringerOrError in html/template/content.go.
func (p *planner) htmlTemplate(n *node) {
	e := elemOf(n.typ)
	switch {
	case isDynamic(n.typ) && n.f.Depth == 0:
		p.dynamic(n, Format{Family: HTMLTemplate})
	case e != nil && !has(n.typ, false, errorMethod, stringerMethod):
		p.child(n, e, Format{Family: HTMLTemplate, Depth: 1}, true, deref)
	default:
		p.again(n, Format{Family: Fmt, Verb: 'v'})
	}
}

// stringer plans what calls String and nothing else.
func (p *planner) stringer(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: Stringer})
		return
	}
	p.call(n, false, stringerMethod)
}

// error plans what calls Error and nothing else.
func (p *planner) error(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: Error})
		return
	}
	p.call(n, false, errorMethod)
}

// panic plans what the runtime prints of a panic's value: what Error or
// String gives, values of basic kinds, and no data of others. See
// preprintpanics and printpanicval in package runtime.
func (p *planner) panic(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: Panic})
		return
	}
	if p.call(n, false, errorMethod, stringerMethod) {
		return
	}
	if b, ok := under(n.typ).(*types.Basic); ok && b.Kind() != types.UnsafePointer {
		p.text(n)
	}
}
