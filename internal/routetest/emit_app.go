package routetest

import (
	"fmt"
	"strings"
)

// apps are ways to hold a router.
var apps = []string{"inline", "returned", "handler", "field", "server", "global", "passed"}

// app is the way of this service.
func (e *emitter) app() string {
	switch a := e.s.App; {
	case a == "inline" && e.s.Apart.routes:
		return "returned"
	case (a == "server" || a == "handler") && !e.d.http:
		return "field"
	default:
		return a
	}
}

func (e *emitter) routesText() string {
	e.out = &strings.Builder{}
	e.more, e.requests = nil, nil
	all := func(r string) string {
		e.out = &strings.Builder{}
		e.scope(e.s.Root, r, "", "")
		return e.out.String()
	}
	d, text := e.d, ""
	switch e.app() {
	case "inline":
		return "" // it stands in main
	case "returned":
		text = fmt.Sprintf("func New() %s {\nr := %s\n%sreturn r\n}\n", d.top, d.make, all("r"))
	case "handler":
		text = fmt.Sprintf("func New() http.Handler {\nr := %s\n%sreturn r\n}\n", d.make, all("r"))
	case "global":
		text = fmt.Sprintf("var Router = %s\n\nfunc init() {\n%s}\n", d.make, all("Router"))
	case "passed":
		text = fmt.Sprintf("func Register(r %s) {\n%s}\n", d.top, all("r"))
	default:
		text = fmt.Sprintf("type Server struct {\nRouter %s\ntitle string\n}\n\nfunc NewServer() *Server {\ns := &Server{Router: %s}\ns.routes()\nreturn s\n}\n\n", d.top, d.make)
		text += "func (s *Server) routes() {\n" + all("s.Router") + "}\n"
		if e.app() == "server" {
			text += "\nfunc (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.Router.ServeHTTP(w, r) }\n"
		}
	}
	return text + "\n" + strings.Join(e.more, "\n")
}

func (e *emitter) mainText() string {
	e.out = &strings.Builder{}
	q := e.q("routes")
	x := ""
	switch e.app() {
	case "inline":
		e.more, e.requests = nil, nil
		e.line("r := %s", e.d.make)
		e.scope(e.s.Root, "r", "", "")
		x = "r"
	case "returned", "handler":
		x = q + "New()"
	case "global":
		x = q + "Router"
	case "passed":
		e.line("r := %s\n%sRegister(r)", e.d.make, q)
		x = "r"
	case "field":
		e.line("s := %sNewServer()", q)
		x = "s.Router"
	case "server":
		x = q + "NewServer()"
	}
	e.serve(x)
	name := "main"
	if e.run {
		name = "Main"
	}
	more := ""
	if e.app() == "inline" {
		more = strings.Join(e.more, "\n")
	}
	return fmt.Sprintf("func %s() {\n%s}\n\n%s", name, e.out.String(), more)
}

// serve ends main. What is to be run gets hold of the handler instead.
func (e *emitter) serve(x string) {
	how := e.s.Serve
	whole := e.middleware(e.s.Whole)
	if len(whole) > 0 || how == "own" && (e.app() == "server" || e.app() == "handler") {
		how = httpServes[len(e.s.ID)%len(httpServes)]
	}
	x = e.wrapped(x, whole, e.n)
	served := map[bool]string{false: "served.HTTP", true: "served." + strings.ToUpper(e.d.name[:1]) + e.d.name[1:]}[!e.d.http]
	switch {
	case e.run:
		e.line("if err := %s(%s); err != nil {\npanic(err)\n}", served, x)
	case how == "own":
		e.line("log.Fatal(%s.%s)", x, e.d.words["OWN"])
	case how == "server":
		e.line("srv := &http.Server{Addr: \":8080\", Handler: %s}\nlog.Fatal(srv.ListenAndServe())", x)
	case how == "handler":
		e.line("srv := &http.Server{}\nsrv.Handler = %s\nif err := srv.ListenAndServe(); err != nil {\nlog.Fatal(err)\n}", x)
	case how == "serve":
		e.line("l, err := net.Listen(\"tcp\", \":8080\")\nif err != nil {\nlog.Fatal(err)\n}\nlog.Fatal(http.Serve(l, %s))", x)
	default:
		e.line("log.Fatal(http.ListenAndServe(\":8080\", %s))", x)
	}
}
