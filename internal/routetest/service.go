package routetest

import (
	"fmt"
	"math/rand/v2"
)

// Service is a generated service: what is registered where, behind what.
type Service struct {
	ID       string
	Dialect  *dialect
	Apart    parts // which parts have a package of their own
	App      string
	Serve    string
	Whole    []*middleware // around all of it
	Handlers []*handler
	Before   []*middleware // all that there are
	Root     *scope
	Twice    *route // is registered a second time, without its middleware
}

// parts of a service.
type parts struct{ handlers, middleware, routes bool }

// handler answers one route, or several.
type handler struct {
	name  string
	form  string
	check *check
	out   disclosure
}

// middleware stands before handlers.
type middleware struct {
	name  string
	form  string
	check *check
}

// scope is a router, or a group of routes.
type scope struct{ items []any }

type (
	use   struct{ before []*middleware }
	route struct {
		h      *handler
		path   string
		style  int
		before []*middleware
	}
	group struct {
		name   string
		style  string
		before []*middleware
		body   *scope
	}
	table struct {
		name   string
		style  int
		routes []*route
		before []*middleware
	}
)

// maker makes services from a seed.
type maker struct {
	r *rand.Rand
	s *Service
	n int
}

// Generate makes the n-th service of a seed.
func Generate(seed, n uint64) *Service {
	m := &maker{r: rand.New(rand.NewPCG(seed, n)), s: &Service{ID: fmt.Sprintf("S%d", n)}}
	s := m.s
	s.Dialect = pick(m, dialects)
	if m.chance(2) {
		s.Apart = parts{m.chance(2), m.chance(2), m.chance(2)}
	}
	s.App, s.Serve = pick(m, apps), pick(m, s.Dialect.serves)
	for range 2 + m.r.IntN(3) {
		s.Before = append(s.Before, &middleware{
			name: m.name("m"), form: pick(m, s.Dialect.middlewareForms), check: pick(m, middlewareChecks(s.Dialect)),
		})
	}
	s.Root = m.scope(0)
	if s.Dialect.whole && !s.Apart.routes && m.chance(4) { // see docs/piihandler.md for routers of other packages
		s.Whole = m.some(1)
	}
	return s
}

func pick[T any](m *maker, list []T) T { return list[m.r.IntN(len(list))] }

// chance is true once in n times.
func (m *maker) chance(n int) bool { return m.r.IntN(n) == 0 }

func (m *maker) name(kind string) string {
	m.n++
	return fmt.Sprintf("%s%s%d", m.s.ID, kind, m.n)
}

// some takes at least a number of middlewares.
func (m *maker) some(least int) (list []*middleware) {
	for range least + m.r.IntN(2) {
		list = append(list, pick(m, m.s.Before))
	}
	return list
}

func (m *maker) scope(depth int) *scope {
	s := &scope{}
	n := 2 + m.r.IntN(3)
	if depth > 0 {
		n = 1 + m.r.IntN(2)
	}
	for range n {
		switch k := m.r.IntN(10); {
		case k < 2 && m.s.Dialect.uses:
			s.items = append(s.items, &use{m.some(1)})
		case k < 5 && depth < 2:
			s.items = append(s.items, &group{m.name("g"), pick(m, m.s.Dialect.groups), m.some(0), m.scope(depth + 1)})
		case k < 6:
			t := &table{name: m.name("t"), style: m.r.IntN(3), before: m.some(0)}
			for range 2 {
				// Checks of paths do not tell them apart: a loop may register each handler
				// for each path.
				t.routes = append(t.routes, &route{h: m.handler(true), path: m.name("r") + "x"})
			}
			s.items = append(s.items, t)
		default:
			s.items = append(s.items, m.route())
		}
	}
	return s
}

func (m *maker) route() *route {
	r := &route{path: m.name("p"), style: m.r.IntN(8), before: m.some(0)}
	if len(m.s.Handlers) > 0 && m.chance(10) {
		r.h = pick(m, m.s.Handlers)
	}
	if r.h == nil || r.h.form == "literal" {
		r.h = m.handler(false)
	}
	return r
}

// handler makes a handler. One that stands in a table is a plain value.
func (m *maker) handler(plain bool) *handler {
	h := &handler{name: m.name("h"), form: pick(m, m.s.Dialect.handlerForms), out: pick(m, m.s.Dialect.outs)}
	if h.form == "type" && plain || h.form == "literal" && (plain || m.s.Apart.handlers) {
		h.form = "func"
	}
	h.check = checks["none"]
	if m.chance(2) {
		h.check = pick(m, handlerChecks())
	}
	m.s.Handlers = append(m.s.Handlers, h)
	return h
}
