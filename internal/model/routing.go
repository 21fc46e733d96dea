package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The keys of an entry that speak of verification and routes.
var routingKeys = []string{
	"proves", "router", "route", "wrap", "use", "late", "group", "chain", "serve", "behind", "dispatch", "next", "aborts", "new", "verifies",
	"named", "brought", "all", "puts", "held", "must", "unless", "options", "lanes", "answers", "as", "methods", "resolvers", "override", "admits", "check", "auto",
	"pattern", "operation", "mounts", "skips", "decides", "refuses", "lenient", "tells", "fails",
}

// routing reads what a function does with routers; nil where no key speaks of
// them.
func (e *entry) routing() *Routing {
	r := &Routing{
		Routes:   exprs(e, "route", ParsePlace),
		Wraps:    exprs(e, "wrap", ParsePlace),
		Uses:     exprs(e, "use", ParsePlace),
		Serves:   exprs(e, "serve", ParsePlace),
		Behind:   exprs(e, "behind", ParsePlace),
		Dispatch: exprs(e, "dispatch", ParsePlace),
		New:      e.boolean("new"),
		Verifies: e.boolean("verifies"),
		Late:     e.boolean("late"),
		Group:    e.boolean("group"),
		Next:     e.boolean("next"),
		Aborts:   e.boolean("aborts"),
		Chain:    e.chain(),
		Router:   Place{Root: Recv},

		Options:   exprs(e, "options", ParsePlace),
		All:       exprs(e, "all", ParsePlace),
		Check:     exprs(e, "check", ParsePlace),
		Lanes:     e.lanes(),
		Answers:   exprs(e, "answers", ParseAnswer),
		As:        e.text("as"),
		Methods:   e.boolean("methods"),
		Resolvers: e.boolean("resolvers"),
		Override:  e.text("override"),
		Admits:    e.list("admits"),
		Auto:      e.text("auto"),
		Pattern:   e.pattern(),
		Mounts:    e.boolean("mounts"),
		Skips:     exprs(e, "skips", ParsePlace),
		Decides:   exprs(e, "decides", ParsePlace),
		Refuses:   exprs(e, "refuses", ParsePlace),
		Tells:     e.tells(),
	}
	if op := exprs(e, "operation", ParsePlace); len(op) > 0 {
		r.Operation = &op[0].Index
	}
	if lenient := exprs(e, "lenient", ParsePlace); len(lenient) > 0 {
		r.Lenient = &lenient[0]
	}
	if router := exprs(e, "router", ParsePlace); len(router) > 0 {
		r.Router = router[0]
	}
	for _, key := range routingKeys[1:] {
		if e.m[key] != nil && !slices.Contains([]string{"named", "brought", "puts", "held", "must", "unless", "fails"}, key) {
			return r
		}
	}
	return nil
}

// pattern reads "STYLE(ARGUMENT)".
func (e *entry) pattern() Pattern {
	s := e.text("pattern")
	if s == "" {
		return Pattern{}
	}
	style, rest, _ := strings.Cut(s, "(")
	n, err := strconv.Atoi(strings.TrimSuffix(rest, ")"))
	if err != nil || !slices.Contains([]string{"mux", "submux", "brace", "colon", "slack", "prefix", "whole", "strip", "called"}, style) {
		e.fail("pattern", s, 0, fmt.Sprintf("bad pattern %q, want mux, submux, brace, colon, slack, prefix, whole, strip or called, as in mux(0)", s))
	}
	return Pattern{style, n}
}

// tells reads what a result says of the request.
func (e *entry) tells() string {
	switch s := e.text("tells"); s {
	case "", "path", "template", "uri", "method", "called":
		return map[string]string{"path": "p", "template": "t", "uri": "u", "method": "h", "called": "f"}[s]
	default:
		e.fail("tells", s, 0, fmt.Sprintf("unknown %q, must be path, template, uri, method or called", s))
		return ""
	}
}

func (e *entry) chain() Chain {
	switch c := Chain(e.text("chain")); c {
	case "":
		return ChainWrap
	case ChainWrap, ChainNext, ChainCall, ChainArg:
		return c
	default:
		e.fail("chain", string(c), 0, fmt.Sprintf("unknown chain %q, must be wrap, next, call or arg", c))
		return c
	}
}

// lanes reads "NAME" or "NAME:METHOD".
func (e *entry) lanes() []Lane {
	var out []Lane
	for _, s := range e.list("lanes") {
		name, method, _ := strings.Cut(s, ":")
		if name != LaneUnary && name != LaneStream {
			e.fail("lanes", s, 0, fmt.Sprintf("unknown lane %q, must be %s or %s", name, LaneUnary, LaneStream))
		}
		out = append(out, Lane{Name: name, Method: method})
	}
	return out
}

// ParseAnswer reads a source that is a result of a handler as a whole.
func ParseAnswer(s string) (Source, error) {
	p := &scanner{in: s}
	src := p.source()
	switch {
	case p.err != nil:
	case len(src.Places) != 1 || src.Places[0].Root != Result || len(src.Places[0].Path) > 0:
		p.fail(0, "want a form of a result, as in json(result)")
	case src.Form != JSON && src.Form != Text && src.Form != Err && src.Form != Proto && src.Form != Told:
		p.fail(0, "want json, proto, text, error or told")
	}
	return src, p.end()
}

var outcomes = map[string]Outcome{
	"nil": IsNil, "notnil": NotNil, "true": IsTrue, "false": IsFalse, "notzero": NotZero, "zero": IsZero,
}

// ParseProof reads "OUTCOME(result)", as in nil(result1).
func ParseProof(s string) (Proof, error) {
	p := &scanner{in: s}
	p.skip()
	word := p.peekWord()
	o, ok := outcomes[word]
	if !ok {
		p.fail(p.pos, fmt.Sprintf("unknown outcome %q, want nil, notnil, true, false, zero or notzero", word))
		return Proof{}, p.end()
	}
	p.pos += len(word)
	p.expect("(")
	pl := p.place()
	p.expect(")")
	if p.err == nil && (pl.Root != Result || len(pl.Path) > 0) {
		p.fail(len(word)+1, "want a result")
	}
	return Proof{Result: pl.Index, Outcome: o}, p.end()
}

// ParseGiven reads "true(PLACE)" or "false(PLACE)".
func ParseGiven(s string) (Given, error) {
	p := &scanner{in: s}
	p.skip()
	word := p.peekWord()
	if word != "true" && word != "false" {
		p.fail(p.pos, fmt.Sprintf("unknown value %q, want true or false, as in true(recv.*.Lax)", word))
		return Given{}, p.end()
	}
	p.pos += len(word)
	p.expect("(")
	pl := p.place()
	p.expect(")")
	return Given{pl, word == "true"}, p.end()
}

// String writes the proof as [ParseProof] reads it.
func (p Proof) String() string {
	name := ""
	for word, o := range outcomes {
		if o == p.Outcome {
			name = word
		}
	}
	return name + "(" + Place{Root: Result, Index: p.Result}.String() + ")"
}

// readType reads a [[type]].
func (e *entry) readType() ([]string, *Type) {
	e.err = e.onlyKeys(e.b, e.m, "name", "writes", "session", "stubs", "insecure", "unless", "rows", "sent", "here", "opened", "duplex", "answers", "told", "proves", "settings", "note")
	t := &Type{
		Line: e.b.line, Writes: e.sink("writes"), Session: e.text("session"), Stubs: e.sink("stubs"),
		Insecure: e.list("insecure"), Unless: e.list("unless"), Rows: e.boolean("rows"), Sent: e.text("sent"),
		Duplex: e.boolean("duplex"), Here: e.list("here"), Opened: e.list("opened"), Answers: e.list("answers"), Told: e.text("told"), Proves: e.list("proves"), Settings: e.list("settings"),
	}
	switch {
	case t.saysNothing():
		e.fail("writes", "", 0, `missing writes = "response" or insecure = ["Field"], rows = true or duplex = true`)
	case len(t.Unless) > 0 && len(t.Insecure) == 0:
		e.fail("unless", "", 0, "unless needs insecure")
	}
	names := e.names()
	for _, n := range names {
		if strings.Contains(n, ".") {
			e.fail("name", n, 0, fmt.Sprintf("bad name %q, must be a type", n))
		}
	}
	return names, t
}

func (t *Type) saysNothing() bool {
	return t.Writes == SinkNone && t.Stubs == SinkNone && len(t.Insecure)+len(t.Here)+len(t.Opened)+len(t.Answers)+len(t.Proves)+len(t.Settings) == 0 && t.Session == "" && t.Sent == "" && t.Told == "" && !t.Rows && !t.Duplex
}

func (r *reader) types(b block, head string, m map[string]any, paths []string) error {
	blocks, err := r.tables(b, m, "type")
	if err != nil {
		return err
	}
	for _, tm := range blocks {
		e := &entry{reader: r, b: r.take(head), m: tm}
		names, t := e.readType()
		if e.err != nil {
			return e.err
		}
		for _, path := range paths {
			for _, name := range names {
				named := *t
				named.PkgPath, named.Name = path, name
				r.table.exact[path].addType(&named)
			}
		}
	}
	return nil
}

// Routing reports whether the package has entries that concern responses,
// verification or routes.
func (p *Package) Routing() bool { return p.routing }

// Type returns the entry of a type, nil if there is none.
func (t *Table) Type(pkgPath, name string) *Type {
	for ; t != nil; t = t.next {
		if p := t.own(pkgPath); p != nil && p.Types[name] != nil {
			return p.Types[name]
		}
	}
	return nil
}

// Routing reports whether any entry of a package concerns responses,
// verification or routes.
func (t *Table) Routing(pkgPath string) bool {
	for ; t != nil; t = t.next {
		if t.lazy != nil {
			if t.lazy.routing(pkgPath) {
				return true
			}
		} else if p := t.own(pkgPath); p != nil && p.routing {
			return true
		}
	}
	return false
}

// Routers reports whether a function of a package registers routes or middleware.
func (t *Table) Routers(pkgPath string) bool {
	for ; t != nil; t = t.next {
		if t.lazy != nil && !t.lazy.routing(pkgPath) {
			continue
		}
		if p := t.own(pkgPath); p != nil && p.routers {
			return true
		}
	}
	return false
}
