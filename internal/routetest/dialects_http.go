package routetest

import "strings"

var httpForms = []string{"func", "method", "made", "type", "literal", "var"}

var httpMiddlewareForms = []string{"func", "func", "made", "method", "type", "var"}

var netHTTP = &dialect{
	name: "nethttp", params: "w http.ResponseWriter, r *http.Request", handler: "http.HandlerFunc", before: httpMiddleware,
	router: "*http.ServeMux", top: "*http.ServeMux", make: "http.NewServeMux()", words: with(httpWords, "HTTPPARAMS", "w http.ResponseWriter, r *http.Request"),
	outs: httpOuts, handlerForms: httpForms, middlewareForms: httpMiddlewareForms, groups: []string{"sub", "func", "strip", "passed"},
	serves: httpServes, whole: true, http: true,
	route: func(e *emitter, r, path string, h value, before []string, style int) {
		switch {
		case len(before) > 0:
			e.line("%s.Handle(%q, %s)", r, "GET "+path, e.wrapped(asHandler(h), before, style))
		case h.kind == "handler" || style%2 == 0:
			e.line("%s.Handle(%q, %s)", r, path, asHandler(h))
		default:
			e.line("%s.HandleFunc(%q, %s)", r, "GET "+path, h.text)
		}
	},
	group: muxGroup,
	table: func(e *emitter, r, path, h string, before []string) {
		e.line("%s.Handle(%s, %s)", r, path, e.wrapped(h, before, len(e.out.String())%5))
	},
}

// asHandler is a value with a method ServeHTTP.
func asHandler(h value) string {
	if h.kind == "handler" {
		return h.text
	}
	return "http.HandlerFunc(" + h.text + ")"
}

func muxGroup(e *emitter, r, full, path string, g *group, before []string) {
	sub := "mux" + g.name
	switch {
	case g.style == "passed" && len(before) == 0:
		e.function("func "+g.name+"(into *http.ServeMux)", func() { e.scope(g.body, "into", full, path) })
		e.line("%s(%s)", g.name, r)
	case g.style == "func":
		e.function("func "+g.name+"() http.Handler", func() {
			e.line("into := http.NewServeMux()")
			e.scope(g.body, "into", full, path)
			e.line("return into")
		})
		e.line("%s.Handle(%q, %s)", r, path+"/", e.wrapped(g.name+"()", before, len(full)))
	case g.style == "strip":
		e.line("%s := http.NewServeMux()", sub)
		e.scope(g.body, sub, full, "")
		e.line("%s.Handle(%q, http.StripPrefix(%q, %s))", r, path+"/", path, e.wrapped(sub, before, len(full)))
	default:
		e.line("%s := http.NewServeMux()", sub)
		e.scope(g.body, sub, full, path)
		e.line("%s.Handle(%q, %s)", r, path+"/", e.wrapped(sub, before, len(full)))
	}
}

var chi = &dialect{
	name: "chi", params: netHTTP.params, handler: "http.HandlerFunc", before: httpMiddleware, router: "chi.Router", top: "*chi.Mux",
	make: "chi.NewRouter()", words: netHTTP.words, outs: httpOuts, handlerForms: httpForms, middlewareForms: httpMiddlewareForms,
	groups: []string{"group", "route", "with", "mount", "passed", "routefunc"}, serves: httpServes, uses: true, useFirst: true, whole: true, http: true,
	route: func(e *emitter, r, path string, h value, before []string, style int) {
		switch {
		case len(before) > 0 && style%3 == 0:
			e.line("%s.Handle(%q, %s)", r, path, e.wrapped(asHandler(h), before, style))
		case len(before) > 0 && h.kind == "":
			e.line("%s.With(%s).Get(%q, %s)", r, strings.Join(before, ", "), path, h.text)
		case len(before) > 0:
			e.line("%s.With(%s).Method(\"GET\", %q, %s)", r, strings.Join(before, ", "), path, h.text)
		case h.kind == "handler" || style%3 == 0:
			e.line("%s.Handle(%q, %s)", r, path, asHandler(h))
		default:
			e.line("%s.Get(%q, %s)", r, path, h.text)
		}
	},
	group: chiGroup,
	table: func(e *emitter, r, path, h string, before []string) {
		if len(before) == 0 {
			e.line("%s.Get(%s, %s)", r, path, h)
			return
		}
		e.line("%s.With(%s).Get(%s, %s)", r, strings.Join(before, ", "), path, h)
	},
}

func chiGroup(e *emitter, r, full, path string, g *group, before []string) {
	inside := func(path string) {
		if len(before) > 0 {
			e.line("r.Use(%s)", strings.Join(before, ", "))
		}
		e.scope(g.body, "r", full, path)
	}
	switch {
	case g.style == "route":
		e.line("%s.Route(%q, func(r chi.Router) {", r, path)
		inside("")
		e.line("})")
	case g.style == "routefunc":
		e.function("func "+g.name+"(r chi.Router)", func() { inside("") })
		e.line("%s.Route(%q, %s)", r, path, g.name)
	case g.style == "mount":
		e.function("func "+g.name+"() http.Handler", func() {
			e.line("r := chi.NewRouter()")
			inside("")
			e.line("return r")
		})
		e.line("%s.Mount(%q, %s())", r, path, g.name)
	case g.style == "passed":
		e.function("func "+g.name+"(r chi.Router)", func() { e.scope(g.body, "r", full, path) })
		e.line("%s(%s.With(%s))", g.name, r, strings.Join(before, ", "))
	case g.style == "with" && len(before) > 0:
		e.line("sub%s := %s.With(%s)", g.name, r, strings.Join(before, ", "))
		e.scope(g.body, "sub"+g.name, full, path)
	default:
		e.line("%s.Group(func(r chi.Router) {", r)
		inside(path)
		e.line("})")
	}
}

var gorilla = &dialect{
	name: "gorilla", params: netHTTP.params, handler: "http.HandlerFunc", before: httpMiddleware, router: "*mux.Router", top: "*mux.Router",
	make: "mux.NewRouter()", words: netHTTP.words, outs: httpOuts, handlerForms: httpForms, middlewareForms: httpMiddlewareForms,
	groups: []string{"sub", "late", "func", "passed"}, serves: httpServes, uses: true, whole: true, http: true,
	route: func(e *emitter, r, path string, h value, before []string, style int) {
		x := e.wrapped(asHandler(h), before, style)
		switch {
		case len(before) == 0 && h.kind == "" && style%3 == 0:
			e.line("%s.HandleFunc(%q, %s).Methods(\"GET\")", r, path, h.text)
		case style%3 == 1:
			e.line("%s.Methods(\"GET\").Path(%q).Handler(%s)", r, path, x)
		default:
			e.line("%s.Handle(%q, %s).Name(%q)", r, path, x, path)
		}
	},
	group: gorillaGroup,
	table: func(e *emitter, r, path, h string, before []string) {
		e.line("%s.Handle(%s, %s)", r, path, e.wrapped(h, before, len(e.out.String())%5))
	},
}

func gorillaGroup(e *emitter, r, full, path string, g *group, before []string) {
	sub := "sub" + g.name
	e.line("%s := %s.PathPrefix(%q).Subrouter()", sub, r, path)
	if g.style != "late" && len(before) > 0 {
		e.line("%s.Use(%s)", sub, strings.Join(before, ", "))
	}
	if g.style == "func" || g.style == "passed" {
		e.function("func "+g.name+"(r *mux.Router)", func() { e.scope(g.body, "r", full, "") })
		e.line("%s(%s)", g.name, sub)
	} else {
		e.scope(g.body, sub, full, "")
	}
	if g.style == "late" && len(before) > 0 {
		for _, m := range before {
			e.line("%s.Use(%s)", sub, m)
		}
	}
}

var httpRouter = &dialect{
	name: "httprouter", params: "w http.ResponseWriter, r *http.Request, ps httprouter.Params", handler: "httprouter.Handle",
	before: "func(httprouter.Handle) httprouter.Handle", router: "*httprouter.Router", top: "*httprouter.Router", make: "httprouter.New()",
	words: with(httpWords, "GOON", "next(w, r, ps)"), outs: httpOuts, handlerForms: []string{"func", "method", "made", "literal", "var"},
	middlewareForms: []string{"func", "made", "method", "var"}, groups: []string{"passed"}, serves: httpServes, http: true,
	route: func(e *emitter, r, path string, h value, before []string, style int) {
		if style%2 == 0 {
			e.line("%s.GET(%q, %s)", r, path, nested(h.text, before))
			return
		}
		e.line("%s.Handle(\"GET\", %q, %s)", r, path, nested(h.text, before))
	},
	group: func(e *emitter, r, full, path string, g *group, _ []string) {
		e.function("func "+g.name+"(r *httprouter.Router)", func() { e.scope(g.body, "r", full, path) })
		e.line("%s(%s)", g.name, r)
	},
	table: func(e *emitter, r, path, h string, before []string) {
		e.line("%s.GET(%s, %s)", r, path, nested(h, before))
	},
}
