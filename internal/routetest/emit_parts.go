package routetest

import (
	"fmt"
	"strings"
)

func (e *emitter) middlewareText() string {
	d := e.d
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(helpers[1:], "SERVICE", e.s.ID) + "\n// UserKey is a key of contexts.\ntype UserKey struct{}\n\n// Guard has middleware.\ntype Guard struct{ realm string }\n\n// Guards is one.\nvar Guards = &Guard{\"x\"}\n\n")
	for _, m := range e.s.Before {
		body := e.body(m.check, d.words["GOON"], d.result != "")
		text := e.wrapping(body)
		switch m.form {
		case "made":
			fmt.Fprintf(&b, "func %s(realm string) %s {\nreturn func%s\n}\n\n", m.name, d.before, text)
		case "method":
			fmt.Fprintf(&b, "func (g *Guard) %s%s\n\n", m.name, text)
		case "var":
			fmt.Fprintf(&b, "var %s = func%s\n\n", m.name, text)
		case "type":
			fmt.Fprintf(&b, "type %sGuard struct{ next http.Handler }\n\nfunc (g *%sGuard) ServeHTTP(w http.ResponseWriter, r *http.Request) {\n%s\n}\n\nfunc %s(next http.Handler) http.Handler { return &%sGuard{next} }\n\n",
				m.name, m.name, strings.ReplaceAll(body, "next.ServeHTTP", "g.next.ServeHTTP"), m.name, m.name)
		default:
			fmt.Fprintf(&b, "func %s%s\n\n", m.name, text)
		}
	}
	if d.before == httpMiddleware {
		b.WriteString(chains)
	}
	return b.String()
}

// wrapping is the function of a middleware, without its name.
func (e *emitter) wrapping(body string) string {
	d := e.d
	switch {
	case d.step:
		return fmt.Sprintf("(%s) %s {\n%s\n}", d.params, d.result, body)
	case d.before == httpMiddleware:
		return fmt.Sprintf("(next http.Handler) http.Handler {\nreturn http.HandlerFunc(func(%s) {\n%s\n})\n}", d.words["HTTPPARAMS"], body)
	}
	return fmt.Sprintf("(next %s) %s {\nreturn func(%s) %s {\n%s\n}\n}", d.handler, d.handler, d.params, d.result, body)
}

const httpMiddleware = "func(http.Handler) http.Handler"

// chains are ways to apply several middlewares.
const chains = `
// Chain puts middlewares before a handler, the first one first.
func Chain(h http.Handler, before ...func(http.Handler) http.Handler) http.Handler {
	for i := len(before) - 1; i >= 0; i-- {
		h = before[i](h)
	}
	return h
}

// Stack is a list of middlewares.
type Stack []func(http.Handler) http.Handler

// Then puts them before a handler.
func (s Stack) Then(h http.Handler) http.Handler {
	for _, m := range slices.Backward(s) {
		h = m(h)
	}
	return h
}

// Compose makes one middleware of several.
func Compose(before ...func(http.Handler) http.Handler) func(http.Handler) http.Handler {
	return func(h http.Handler) http.Handler {
		for i := range before {
			h = before[len(before)-1-i](h)
		}
		return h
	}
}
`

// middleware are the expressions for middlewares.
func (e *emitter) middleware(ms []*middleware) (list []string) {
	q := e.q("middleware")
	for _, m := range ms {
		switch m.form {
		case "made":
			list = append(list, q+m.name+"(\"x\")")
		case "method":
			list = append(list, q+"Guards."+m.name)
		default:
			list = append(list, q+m.name)
		}
	}
	return list
}

// wrapped puts middleware before a handler of net/http.
func (e *emitter) wrapped(h string, before []string, style int) string {
	if len(before) == 0 {
		return h
	}
	q, all := e.q("middleware"), strings.Join(before, ", ")
	switch style % 6 {
	case 1:
		return q + "Chain(" + h + ", " + all + ")"
	case 2:
		return "alice.New(" + all + ").Then(" + h + ")"
	case 3:
		return q + "Stack{" + all + "}.Then(" + h + ")"
	case 4:
		return q + "Compose(" + all + ")(" + h + ")"
	case 5:
		e.n++
		v := fmt.Sprintf("w%d", e.n)
		e.line("var %s http.Handler = %s", v, h)
		e.line("for _, m := range []func(http.Handler) http.Handler{%s} {\n%s = m(%s)\n}", strings.Join(reversed(before), ", "), v, v)
		return v
	}
	return nested(h, before)
}

func nested(h string, before []string) string {
	for _, m := range reversed(before) {
		h = m + "(" + h + ")"
	}
	return h
}

func reversed(list []string) (out []string) {
	for i := range list {
		out = append(out, list[len(list)-1-i])
	}
	return out
}

func (e *emitter) line(format string, args ...any) { fmt.Fprintf(e.out, format+"\n", args...) }

// scope writes what is registered on a router. Full is the path that stands
// before all of it in requests, path the one that the router does not add.
func (e *emitter) scope(s *scope, r, full, path string) {
	items := s.items
	if e.d.useFirst {
		items = nil
		for _, first := range []bool{true, false} {
			for _, it := range s.items {
				if _, ok := it.(*use); ok == first {
					items = append(items, it)
				}
			}
		}
	}
	for _, it := range items {
		switch it := it.(type) {
		case *use:
			e.line("%s.Use(%s)", r, strings.Join(e.middleware(it.before), ", "))
		case *route:
			e.request(full + "/" + it.path)
			e.d.route(e, r, path+"/"+it.path, e.handler(it.h), e.middleware(it.before), it.style)
		case *table:
			e.table(it, r, full, path)
		case *group:
			e.d.group(e, r, full+"/"+it.name, path+"/"+it.name, it, e.middleware(it.before))
		}
	}
}

func (e *emitter) request(path string) { e.requests = append(e.requests, path) }

// table writes routes that a loop registers.
func (e *emitter) table(t *table, r, full, path string) {
	var rows []string
	for _, row := range t.routes {
		e.request(full + "/" + row.path)
		format := "{%q, %s}"
		if t.style == 1 {
			format = "%q: %s"
		}
		rows = append(rows, fmt.Sprintf(format, path+"/"+row.path, e.handler(row.h).text))
	}
	all := strings.Join(rows, ",\n") + ",\n"
	kind := "[]struct {\npath string\nhandler " + e.d.handler + "\n}"
	loop := "for _, row := range %s {"
	p, h := "row.path", "row.handler"
	switch t.style {
	case 1:
		kind, loop, p, h = "map[string]"+e.d.handler, "for path, h := range %s {", "path", "h"
		e.line(loop, kind+"{\n"+all+"}")
	case 2:
		e.more = append(e.more, fmt.Sprintf("var %s = %s{\n%s}\n", t.name, kind, all))
		e.line(loop, t.name)
	default:
		e.line("%s := %s{\n%s}", t.name, kind, all)
		e.line(loop, t.name)
	}
	e.d.table(e, r, p, h, e.middleware(t.before))
	e.line("}")
}

// function writes the body of a group into a function of its own.
func (e *emitter) function(head string, body func()) {
	out := e.out
	e.out = &strings.Builder{}
	body()
	e.more = append(e.more, head+" {\n"+e.out.String()+"}\n")
	e.out = out
}
