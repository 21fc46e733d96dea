package routetest

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// emitter writes a service as text.
type emitter struct {
	s        *Service
	d        *dialect
	run      bool   // to be requested, not analysed
	at       string // the package that is written
	out      *strings.Builder
	more     []string // functions that the routes need
	requests []string
	n        int
}

// Text is what a service is made of.
type Text struct {
	Files    map[string]string // by path below the service's folder
	Main     string            // the name of the package with main
	Requests []string
}

// Render writes a service: to be analysed, or to be run.
func Render(s *Service, run bool) Text {
	e := &emitter{s: s, d: s.Dialect, run: run}
	t := Text{Files: map[string]string{}, Main: "main"}
	if run {
		t.Main = s.ID
	}
	parts := []struct {
		name, pkg string
		write     func() string
	}{
		{"handlers.go", e.pkgOf("handlers"), e.handlersText},
		{"middleware.go", e.pkgOf("middleware"), e.middlewareText},
		{"routes.go", e.pkgOf("routes"), e.routesText},
		{"main.go", "", e.mainText},
	}
	for _, p := range parts {
		e.at = p.pkg
		name := p.pkg
		if name == "" {
			name = t.Main
		}
		t.Files[strings.TrimPrefix(p.pkg+"/"+p.name, "/")] = e.file(name, p.write())
	}
	t.Requests = e.requests
	return t
}

// pkgOf is the package of a part, empty for that of main.
func (e *emitter) pkgOf(part string) string {
	a := e.s.Apart
	switch {
	case part == "handlers" && a.handlers:
		return "h"
	case part == "handlers":
		return e.pkgOf("routes")
	case part == "middleware" && a.middleware:
		return "m"
	case part == "middleware":
		return e.pkgOf("handlers")
	case part == "routes" && a.routes:
		return "r"
	}
	return ""
}

// q is what stands before a name of a part.
func (e *emitter) q(part string) string {
	if p := e.pkgOf(part); p != e.at {
		return p + "pkg."
	}
	return ""
}

var word = regexp.MustCompile(`\b([a-z][a-z0-9]*)\.`)

// file adds the clause and imports.
func (e *emitter) file(pkg, body string) string {
	used := map[string]bool{}
	for _, m := range word.FindAllStringSubmatch(body, -1) {
		name := m[1]
		switch p := strings.TrimSuffix(name, "pkg"); {
		case p != name && p != e.at:
			used[fmt.Sprintf("%s %q", name, e.base()+"/"+p)] = true
		case name == "fiber":
			used[fmt.Sprintf("%q", "github.com/gofiber/fiber/"+strings.Replace(e.d.name, "fiber", "v", 1))] = true
		case imports[name] != "":
			used[fmt.Sprintf("%q", imports[name])] = true
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "package %s\n\nimport (\n", pkg)
	for _, line := range slices.Sorted(maps.Keys(used)) {
		fmt.Fprintf(&b, "\t%s\n", line)
	}
	b.WriteString(")\n\n" + body)
	return b.String()
}

func (e *emitter) base() string { return "handlers/gen/" + e.s.ID }

var helperNames = regexp.MustCompile(`\b(Known|UserOf|UserOrGuest|Lookup|Authenticate|ParseToken|Checker|Tokens|Anybody|Vouch|UserKey|OpenPaths|IsOpen)\b`)

var words = regexp.MustCompile(`\b(TOKEN|METHOD|QUERY|PATH|REQ|NEXT|CALL|DENY|REFUSE|END|SETUSER|GETUSER|DATA|PERSON)\b`)

// body is a check in the framework's words. Going on is the statement that is
// given.
func (e *emitter) body(c *check, on string, err bool) string {
	next, call := on+"\n"+e.d.words["LEAVE"], on
	if err {
		next, call = "return "+on, "if err := "+on+"; err != nil {\nreturn err\n}"
	}
	text := words.ReplaceAllStringFunc(c.text, func(w string) string {
		switch w {
		case "NEXT":
			return next
		case "CALL":
			return call
		}
		return e.d.words[w]
	})
	text = words.ReplaceAllStringFunc(text, func(w string) string { return e.d.words[w] })
	text = strings.ReplaceAll(text, "SERVICE", e.s.ID)
	if q := e.q("middleware"); q != "" {
		text = helperNames.ReplaceAllString(text, q+"$1")
	}
	return text
}

func (e *emitter) disclose(h *handler) string {
	text := strings.ReplaceAll(h.out.text, "DATA", fmt.Sprintf("people.Find(%q).Email", h.name))
	return strings.ReplaceAll(text, "PERSON", fmt.Sprintf("people.Find(%q)", h.name))
}

func (e *emitter) handlersText() string {
	var b strings.Builder
	if slices.ContainsFunc(e.s.Handlers, func(h *handler) bool { return h.form == "method" }) {
		b.WriteString("// API has handlers.\ntype API struct{ title string }\n\n// Service is one.\nvar Service = &API{\"x\"}\n\n")
	}
	text := ""
	for _, h := range e.s.Handlers {
		if h.form != "literal" {
			text += e.handlerText(h) + "\n"
		}
	}
	b.WriteString(text)
	if strings.Contains(text, "Reply(") || slices.ContainsFunc(e.s.Handlers, func(h *handler) bool { return strings.HasPrefix(h.out.text, "Reply(") }) {
		b.WriteString("// Reply writes.\nfunc Reply(w http.ResponseWriter, v any) {\n\tif err := json.NewEncoder(w).Encode(v); err != nil {\n\t\tlog.Println(\"reply\")\n\t}\n}\n")
	}
	return b.String()
}

func (e *emitter) handlerText(h *handler) string {
	d := e.d
	body := e.body(h.check, e.disclose(h), h.out.err)
	head := "(" + d.params + ") " + d.result
	switch h.form {
	case "method":
		return fmt.Sprintf("func (a *API) %s%s {\n%s\n}\n", h.name, head, body)
	case "made":
		return fmt.Sprintf("func %s(title string) %s {\nreturn func%s {\n%s\n}\n}\n", h.name, d.handler, head, body)
	case "type":
		return fmt.Sprintf("type %s struct{ Title string }\n\nfunc (t %s) ServeHTTP%s {\n%s\n}\n", h.name, h.name, head, body)
	case "var":
		return fmt.Sprintf("var %s = func%s {\n%s\n}\n", h.name, head, body)
	}
	return fmt.Sprintf("func %s%s {\n%s\n}\n", h.name, head, body)
}

// handler is the expression for a handler.
func (e *emitter) handler(h *handler) value {
	q := e.q("handlers")
	switch h.form {
	case "method":
		return value{text: q + "Service." + h.name}
	case "made":
		return value{text: q + h.name + "(\"x\")"}
	case "type":
		return value{q + h.name + "{\"x\"}", "handler"}
	case "literal":
		return value{text: fmt.Sprintf("func(%s) %s {\n%s\n}", e.d.params, e.d.result, e.body(h.check, e.disclose(h), h.out.err))}
	}
	return value{text: q + h.name}
}
