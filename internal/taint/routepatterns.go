package taint

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/constval"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// routeParts is what a registration says of the requests that its route gets, as
// parts of a way's name.
func (c *modelCall) routeParts(r *model.Routing) string {
	out := routed{verbs: verbsOf(c.m.Name)}
	switch {
	case r.Methods:
		out.service = c.serviceName()
	case r.Pattern.Style == "":
	case r.Pattern.Style == "called":
		out.called = c.patterns(r)
	case r.Pattern.Style == "strip":
		if list := c.patterns(r); len(list) == 1 {
			out.base = strings.TrimSuffix(list[0], "/")
		} else {
			out.lost = true
		}
	default:
		c.patterned(&out, r)
	}
	out.reset = out.paths != nil && !r.Group && !r.Mounts
	return out.name()
}

// patterned adds the paths of a route or a group.
func (c *modelCall) patterned(out *routed, r *model.Routing) {
	list := c.patterns(r)
	out.rel = r.Pattern.Style != "mux"
	if r.Group || r.Mounts {
		if len(list) != 1 {
			out.mount = string(someText)
		} else if out.mount = strings.TrimSuffix(list[0], "/"); strings.ContainsAny(out.mount, "{:*") {
			out.mount = colonGlob(braceGlob(out.mount))
		}
		out.paths = []string{out.mount + string(someText)}
		return
	}
	for _, p := range list {
		out.paths = append(out.paths, globs(r.Pattern.Style, p)...)
	}
	if len(list) == 1 {
		if verb, _, ok := strings.Cut(list[0], " "); ok && r.Pattern.Style == "mux" {
			out.verbs = verbsOf(verb)
		}
		out.template = list[0]
	}
	if len(out.paths) == 0 || slices.ContainsFunc(out.paths, func(s string) bool { return strings.ContainsAny(s, altSep+"\x00\x01\x02\x03") }) {
		out.paths, out.template = []string{string(someText)}, ""
	}
}

// patterns are the texts that the pattern may be; none where that is not known.
func (c *modelCall) patterns(r *model.Routing) []string {
	v := c.site.argValue(r.Pattern.Arg)
	if v == nil {
		if s, ok := c.path0(); ok && r.Pattern.Arg == 0 {
			return []string{s}
		}
		return nil
	}
	if s, ok := c.f.word(v); ok {
		return []string{s}
	}
	if t := c.f.words(v); t != nil {
		return t.Texts()
	}
	return c.f.e.constants().Column(v)
}

// verbsOf are the methods of HTTP that a route gets whose function has that name.
func verbsOf(name string) []string {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		name = name[i+1:]
	}
	switch name = strings.ToUpper(name); name {
	case "GET":
		return []string{"GET", "HEAD"}
	case "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT":
		return []string{name}
	}
	return nil
}

// serviceName is the full name of a service, where its description says it.
func (c *modelCall) serviceName() string {
	g, ok := c.site.argValue(0).(*ssa.Global)
	if !ok || g.Pkg != c.f.e.ssa {
		return ""
	}
	init := g.Pkg.Func("init")
	parts := map[ssa.Value]bool{g: true} // it, and what is copied into it
	eachStore(init, func(s *ssa.Store) {
		if load, ok := s.Val.(*ssa.UnOp); ok && s.Addr == ssa.Value(g) {
			parts[load.X] = true
		}
	})
	name := ""
	eachStore(init, func(s *ssa.Store) {
		fa, ok := s.Addr.(*ssa.FieldAddr)
		if !ok || !parts[fa.X] {
			return
		}
		st, ok := pointed(fa.X.Type()).Underlying().(*types.Struct)
		if k := shape.ConstOf(s.Val); ok && k != nil && st.Field(fa.Field).Name() == "ServiceName" {
			name, _ = constval.Text(constval.Value(k))
		}
	})
	return name
}

func eachStore(fn *ssa.Function, do func(*ssa.Store)) {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			if s, ok := i.(*ssa.Store); ok {
				do(s)
			}
		}
	}
}

// calledAs is the state st, where one method of a service is called.
func (f *frame) calledAs(st *value.Node, method string) *value.Node {
	if st == nil {
		return st
	}
	var out *value.Node
	for _, l := range st.Labels {
		service := string(someText)
		if r := readRouted(l.Root.Name); r.service != "" {
			service = r.service
		}
		out = f.u.Join(out, f.marked(value.Of(l), routed{called: []string{"/" + service + "/" + method}}.name()))
	}
	if out == nil {
		return st
	}
	return out
}
