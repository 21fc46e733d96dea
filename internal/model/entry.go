package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// entry reads the keys of one [[func]] or [[global]]. The first mistake stays
// in err and the rest is skipped.
type entry struct {
	*reader
	b   block
	m   map[string]any
	to  Outbound // the recipient that the package has
	err error
}

var funcKeys = []string{
	"name", "flow", "sink", "data", "through", "calls", "yields", "clears", "opaque", "writes", "noreturn", "gone", "redact", "asks", "knows",
	"keyed", "scans", "ordered", "note",
}

func (e *entry) read() ([]string, *Func) {
	e.err = e.onlyKeys(e.b, e.m, slices.Concat(funcKeys, routingKeys, outboundKeys)...)
	names := e.names()
	fn := &Func{
		Flows:    exprs(e, "flow", ParseFlow),
		Sink:     e.sink("sink"),
		Data:     exprs(e, "data", ParseSource),
		Calls:    exprs(e, "calls", ParseCall),
		Yields:   exprs(e, "yields", ParseSource),
		Clears:   exprs(e, "clears", ParsePlace),
		Opaque:   exprs(e, "opaque", ParsePlace),
		Asks:     exprs(e, "asks", ParsePlace),
		Knows:    exprs(e, "knows", ParsePlace),
		Writes:   e.sink("writes"),
		Keyed:    exprs(e, "keyed", ParseFlow),
		Scans:    exprs(e, "scans", ParseFlow),
		Ordered:  e.boolean("ordered"),
		Must:     e.boolean("must"),
		NoReturn: e.boolean("noreturn"),
		Gone:     e.text("gone"),
		Redact:   e.boolean("redact"),
		Proves:   exprs(e, "proves", ParseProof),
		Fails:    exprs(e, "fails", ParseProof),
		Unless:   exprs(e, "unless", ParseGiven),
		Routing:  e.routing(),
		Note:     e.text("note"),
		Line:     e.b.line,
	}
	fn.Outbound = e.outbound(fn)
	if through := exprs(e, "through", ParsePlace); len(through) > 0 {
		fn.Through = &through[0]
	}
	if named := exprs(e, "named", ParsePlace); len(named) > 0 {
		fn.Named = &named[0]
	}
	if brought := exprs(e, "brought", ParsePlace); len(brought) > 0 {
		fn.Brought = &brought[0]
	}
	if puts := exprs(e, "puts", ParsePlace); len(puts) > 0 {
		fn.Puts = &puts[0]
	}
	if held := exprs(e, "held", ParsePlace); len(held) > 0 {
		fn.Held = &held[0]
	}
	e.sensible(fn)
	return names, fn
}

func (e *entry) readGlobal() ([]string, *Global) {
	e.err = e.onlyKeys(e.b, e.m, "name", "writes", "outside", "note")
	g := &Global{Outside: e.boolean("outside"), Line: e.b.line}
	if e.text("writes") == "none" {
		g.Drops = true
	} else {
		g.Writes = e.sink("writes")
	}
	if !g.Drops && !g.Outside && g.Writes == SinkNone {
		e.fail("writes", "", 0, `missing writes = "log"`)
	}
	return e.names(), g
}

// sensible rejects entries whose parts contradict each other.
func (e *entry) sensible(fn *Func) {
	switch {
	case fn.Sink != SinkNone && len(fn.Data) == 0:
		e.fail("sink", string(fn.Sink), 0, "a sink needs data")
	case fn.Sink == SinkNone && (len(fn.Data) > 0 || fn.Through != nil):
		e.fail("data", "", 0, "data and through need a sink")
	case fn.Redact && (len(fn.Flows) > 0 || len(fn.Yields) > 0):
		e.fail("redact", "", 0, "a redactor has no flows")
	case slices.ContainsFunc(fn.Keyed, func(fl Flow) bool { return !isArg(fl.Src) || fl.Dst.Write }):
		e.fail("keyed", "", 0, "keyed goes from an argument to a place, as in 0 -> result")
	case slices.ContainsFunc(fn.Scans, func(fl Flow) bool { return !isRecv(fl.Src) && !isArg(fl.Src) || fl.Dst.Write }):
		e.fail("scans", "", 0, "scans goes from the receiver or an argument to a place, as in recv -> 0[]")
	case fn.Ordered && len(fn.Scans) == 0:
		e.fail("ordered", "", 0, "ordered says to which fields scans puts columns")
	case len(fn.Yields) > 2:
		e.fail("yields", "", 0, "an iterator yields one or two values")
	}
}

// isArg reports whether a source is an argument as it is.
func isArg(s Source) bool {
	return s.Form == Plain && len(s.Places) == 1 && s.Places[0].Root == Arg && len(s.Places[0].Path) == 0
}

// isRecv reports whether a source is the receiver as it is.
func isRecv(s Source) bool {
	return s.Form == Plain && len(s.Places) == 1 && s.Places[0].Root == Recv && len(s.Places[0].Path) == 0
}

func (e *entry) names() []string {
	names := e.list("name")
	if len(names) == 0 {
		e.fail("name", "", 0, "missing name")
	}
	for _, n := range names {
		if n == "" || strings.Count(n, ".") > 1 || strings.ContainsAny(n, " */()[]") {
			e.fail("name", n, 0, fmt.Sprintf("bad name %q, must be Func or Type.Method", n))
		}
	}
	return names
}

func (e *entry) sink(key string) Sink {
	switch s := Sink(e.text(key)); s {
	case SinkNone, SinkLog, SinkError, SinkResponse, SinkOutbound:
		return s
	default:
		e.fail(key, string(s), 0, fmt.Sprintf("unknown sink %q, must be log, error, response or outbound", s))
		return SinkNone
	}
}

func (e *entry) boolean(key string) bool {
	v, ok := e.m[key].(bool)
	if !ok && e.m[key] != nil {
		e.fail(key, "", 0, key+" must be true or false")
	}
	return v
}

func (e *entry) text(key string) string {
	s, err := e.str(e.b, e.m, key)
	e.keep(err)
	return s
}

func (e *entry) list(key string) []string {
	l, err := e.strings(e.b, e.m, key)
	e.keep(err)
	return l
}

// exprs parses each string of a list.
func exprs[T any](e *entry, key string, parse func(string) (T, error)) []T {
	var out []T
	for _, s := range e.list(key) {
		x, err := parse(s)
		if ee, ok := errors.AsType[*exprError](err); ok {
			e.fail(key, s, ee.off, fmt.Sprintf("%s %q: %s", key, s, ee.msg))
		}
		out = append(out, x)
	}
	return out
}

func (e *entry) fail(key, value string, off int, msg string) {
	if e.err == nil {
		e.err = e.errAt(e.b, key, value, off, msg)
	}
}

func (e *entry) keep(err error) {
	if e.err == nil {
		e.err = err
	}
}
