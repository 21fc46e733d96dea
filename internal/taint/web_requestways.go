package taint

import (
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// handed is what becomes of a way of the callee that notes a parameter: the caller
// knows what that is, and on which ways it is nil. It is nil where nothing is noted
// like that.
func (in *instance) handed(r value.Root, cur *value.Node) *value.Node {
	key, n, typ := parameterNote(r.Name)
	if key == "" {
		return nil
	}
	f := in.f
	with := func(content string, cur *value.Node) *value.Node {
		return f.behind(f.e.stateOf(r.N, r.M, ways.Join(r.Name, ways.NotePart(key, content))), cur)
	}
	arg := in.argument(n)
	if arg == nil {
		return with(typ, cur)
	}
	if i := shape.ParameterOf(f.fn, arg); i >= 0 {
		return with(ways.NoteParam+strconv.Itoa(i)+":"+typ, cur)
	}
	o, ok := presence(arg.Type())
	if !ok {
		return with(typ, cur)
	}
	var out *value.Node
	for _, p := range f.presences(arg, o, cur) {
		out = f.u.Join(out, with(p.begin+typ, p.st))
	}
	return out
}

// parameterNote finds a note of a parameter in the name of a way: its key, the
// number of the parameter, and its type.
func parameterNote(name string) (key string, n int, typ string) {
	for _, p := range ways.Parts(name) {
		k, content, _ := strings.Cut(strings.TrimPrefix(p, ways.NotePrefix), ways.KeySep)
		if rest, ok := strings.CutPrefix(content, ways.NoteParam); ok && strings.HasPrefix(p, ways.NotePrefix) {
			num, typ, _ := strings.Cut(rest, ":")
			n, _ := strconv.Atoi(num)
			return k, n, typ
		}
	}
	return "", 0, ""
}

// argument is the n-th argument where it is written at the call, or nil.
func (in *instance) argument(n int) ssa.Value {
	c := in.site.common
	if c == nil {
		return nil
	}
	if c.IsInvoke() {
		n--
	}
	if n < 0 || n >= len(c.Args) {
		return nil
	}
	return c.Args[n]
}

// holdingAs is st, where the request holds what the ways of cur say.
func (f *frame) holdingAs(st, cur *value.Node) *value.Node {
	var out *value.Node
	for _, l := range cur.Labels {
		if l.Root.Kind == value.Caller && l.Root.N != verified {
			out = f.u.Join(out, f.marked(st, ways.RequestParts(l.Root.Name)))
		}
	}
	if out == nil {
		return st
	}
	return out
}
