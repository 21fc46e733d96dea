package taint

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/constval"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// routeParts is what a registration says of the requests that its route gets, as
// parts of a way's name.
func (c *modelCall) routeParts(r *model.Routing) string {
	out := ways.Routes{Verbs: verbsOf(c.m.Name)}
	switch {
	case r.Methods:
		out.Service = c.serviceName()
	case r.Pattern.Style == "":
	case r.Pattern.Style == "called":
		out.Called = c.patterns(r)
	case r.Pattern.Style == "strip":
		if list := c.patterns(r); len(list) == 1 {
			out.Base = strings.TrimSuffix(list[0], "/")
		} else {
			out.Lost = true
		}
	default:
		c.patterned(&out, r)
	}
	if r.Operation != nil {
		c.operated(&out, *r.Operation)
	}
	out.Reset = out.Paths != nil && !r.Group && !r.Mounts
	return out.Name()
}

// patterned adds the paths of a route or a group.
func (c *modelCall) patterned(out *ways.Routes, r *model.Routing) {
	list := c.patterns(r)
	out.Rel = r.Pattern.Style != "mux" // a ServeMux knows nothing of what it is mounted in
	if r.Group || r.Mounts {
		if len(list) != 1 {
			out.Mount = string(ways.SomeText)
		} else if out.Mount = strings.TrimSuffix(list[0], "/"); strings.ContainsAny(out.Mount, "{:*") {
			out.Mount = ways.ColonGlob(ways.BraceGlob(out.Mount))
		}
		out.Paths = []string{out.Mount + string(ways.SomeText)}
		if r.Pattern.Style == "whole" && len(list) == 1 { // nothing may follow
			out.Paths = []string{ways.BraceGlob(list[0])}
		}
		return
	}
	for _, p := range list {
		out.Paths = append(out.Paths, ways.Globs(r.Pattern.Style, p)...)
	}
	if len(list) == 1 {
		if verb, _, ok := strings.Cut(list[0], " "); ok && strings.HasSuffix(r.Pattern.Style, "mux") {
			out.Verbs = verbsOf(verb)
		}
		out.Template = list[0]
	}
	told := false
	if out.Paths, told = ways.Writable(out.Paths); !told {
		out.Template = ""
	}
}

// mountParts is what the path that middleware is registered for says of the requests
// that it gets: a router that stands among it, as in fiber, sees the whole path.
func (c *modelCall) mountParts(r *model.Routing) string {
	if r.Chain != model.ChainCall {
		return ""
	}
	out := ways.Routes{Rel: true, Mount: string(ways.SomeText)}
	if paths, ok := c.prefixes(); ok && len(paths) == 1 {
		if out.Mount = ways.ColonGlob(strings.TrimSuffix(paths[0], "/")); out.Mount == "" {
			return ""
		}
	}
	out.Paths = []string{out.Mount + string(ways.SomeText)}
	return out.Name()
}

// isTexts reports whether a value is a list of texts.
func isTexts(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	return ok && shape.IsString(s.Elem())
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
	if s, ok := c.f.textNow(v); ok {
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
	shape.EachStore(init, func(s *ssa.Store) {
		if load, ok := s.Val.(*ssa.UnOp); ok && s.Addr == ssa.Value(g) {
			parts[load.X] = true
		}
	})
	name := ""
	shape.EachStore(init, func(s *ssa.Store) {
		fa, ok := s.Addr.(*ssa.FieldAddr)
		if !ok || !parts[fa.X] {
			return
		}
		st, ok := shape.Pointed(fa.X.Type()).Underlying().(*types.Struct)
		if k := shape.ConstOf(s.Val); ok && k != nil && st.Field(fa.Field).Name() == "ServiceName" {
			name, _ = constval.Text(constval.Value(k))
		}
	})
	return name
}

// calledAs is the state st, where one method of a service is called.
func (f *frame) calledAs(st *value.Node, method string) *value.Node {
	if st == nil {
		return st
	}
	var out *value.Node
	for _, l := range st.Labels {
		service := string(ways.SomeText)
		if r := ways.ReadRoutes(l.Root.Name); r.Service != "" {
			service = r.Service
		}
		out = f.u.Join(out, f.marked(value.Of(l), ways.Routes{Called: []string{"/" + service + "/" + method}}.Name()))
	}
	if out == nil {
		return st
	}
	return out
}
