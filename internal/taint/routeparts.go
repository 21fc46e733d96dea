package taint

import (
	"slices"
	"strconv"
	"strings"
)

// Middleware often lets some routes through unasked: it looks at the path, the
// method or the name of what is called. So a way also says which requests come
// on it, and a registration which requests its route gets. Where both meet, ways
// that none of these requests takes end.
//
// Both are parts of a way's name, as notes and tests are. Paths in them are seen
// from where the way begins: there may be more in front.
const (
	atPrefix   = "/" // what the route gets
	onlyPrefix = ">" // which requests come on this way

	altSep = "|"

	aboutPath     = 'p' // of what a test is: the path of the URL,
	aboutTemplate = 't' // the pattern of the route as it was registered,
	aboutVerb     = 'h' // the method of HTTP,
	aboutCalled   = 'f' // the full name of a remote procedure,
	aboutParam    = '$' // a parameter of the function, whose number follows
)

// routed is what the parts of a way say of requests and routes.
type routed struct {
	base     string // was taken off the path, so that all below did not see it
	lost     bool   // something was, and it is not known what
	mount    string // stands before patterns of routers below
	reset    bool   // but not before those of what the route leads to
	rel      bool   // paths below stand behind the mount of who registers the router
	paths    []string
	template string
	verbs    []string
	service  string
	called   []string
	tests    []routeTest
}

// routeTest says that what it is about is one of some texts, or has one of them
// in a place; or that it has none.
type routeTest struct {
	not   bool
	about string // one of the letters above, and the number of a parameter
	op    byte   // =, ^, $ or ~
	texts []string
}

// maxRouteTests bounds the tests of one way, maxRouteTexts the texts of one.
const (
	maxRouteTests = 8
	maxRouteTexts = 64
)

func (t routeTest) String() string {
	sign := "+"
	if t.not {
		sign = "-"
	}
	return sign + t.about + string(t.op) + strings.Join(t.texts, altSep)
}

func (t routeTest) part() string { return condSep + onlyPrefix + t.String() }

func parseRouteTest(s string) (t routeTest, ok bool) {
	if len(s) < 3 {
		return t, false
	}
	t.not = s[0] == '-'
	i := strings.IndexAny(s, "=^$~")
	if i >= 0 && s[1] == aboutParam {
		if i = strings.IndexByte(s, ':'); i > 0 {
			i++
		}
	}
	if i < 2 || i >= len(s) {
		return t, false
	}
	t.about, t.op, t.texts = s[1:i], s[i], strings.Split(s[i+1:], altSep)
	return t, true
}

// param is the number of the parameter that a test is about, or -1.
func (t routeTest) param() int {
	if t.about[0] != aboutParam {
		return -1
	}
	n, err := strconv.Atoi(strings.TrimSuffix(t.about[1:], ":"))
	if err != nil {
		return -1
	}
	return n
}

func aboutRoute(part string) bool {
	return strings.HasPrefix(part, atPrefix) || strings.HasPrefix(part, onlyPrefix)
}

func saysRoute(name string) bool {
	return strings.Contains(name, condSep+atPrefix) || strings.Contains(name, condSep+onlyPrefix)
}

func readRouted(name string) (r routed) {
	for _, p := range partsOf(name) {
		if rest, ok := strings.CutPrefix(p, onlyPrefix); ok {
			if t, ok := parseRouteTest(rest); ok {
				r.tests = append(r.tests, t)
			}
		}
		rest, ok := strings.CutPrefix(p, atPrefix)
		if !ok || rest == "" {
			continue
		}
		switch text := rest[1:]; rest[0] {
		case 'b':
			r.base = text
		case '?':
			r.lost = true
		case 'm':
			r.mount = text
		case '!':
			r.reset = true
		case 'r', 'p':
			r.rel, r.paths = rest[0] == 'r', strings.Split(text, altSep)
		case 't':
			r.template = text
		case 'h':
			r.verbs = strings.Split(text, altSep)
		case 's':
			r.service = text
		case 'f':
			r.called = strings.Split(text, altSep)
		}
	}
	return r
}

// name is what is said, as parts of a way's name.
func (r routed) name() string {
	out := ""
	add := func(kind, text string, is bool) {
		if is {
			out += condSep + atPrefix + kind + text
		}
	}
	add("b", r.base, r.base != "")
	add("?", "", r.lost)
	add("m", r.mount, r.mount != "")
	add("!", "", r.reset)
	kind := "p"
	if r.rel {
		kind = "r"
	}
	add(kind, strings.Join(r.paths, altSep), len(r.paths) > 0)
	add("t", r.template, r.template != "")
	add("h", strings.Join(r.verbs, altSep), len(r.verbs) > 0)
	add("s", r.service, r.service != "")
	add("f", strings.Join(r.called, altSep), len(r.called) > 0)
	for _, t := range r.tests {
		out += t.part()
	}
	return out
}

// withoutRoute is a way's name without what it says of routes.
func withoutRoute(name string) string {
	out := marksOf(name)
	for _, p := range partsOf(name) {
		if !aboutRoute(p) {
			out += condSep + p
		}
	}
	return out
}

// then is what is said where b comes behind r.
func (r routed) then(b routed) routed {
	out := r
	for _, t := range b.tests {
		if t, ok := r.outside(t); ok {
			out.tests = append(out.tests[:len(out.tests):len(out.tests)], t)
		}
	}
	if b.paths != nil {
		out.paths, out.rel, out.template = nil, b.rel, ""
		at := r.base
		if b.rel {
			at += r.mount
			out.template = r.mount + b.template
		}
		for _, p := range b.paths {
			out.paths = append(out.paths, at+p)
		}
		if r.lost {
			out.paths = nil
		}
	}
	if b.base != "" || b.lost {
		out.base, out.lost, out.mount = r.base+b.base, r.lost || b.lost, b.mount
	} else if b.reset {
		out.mount = b.mount
	} else {
		out.mount = r.mount + b.mount
	}
	out.reset = r.reset || b.reset
	if b.verbs != nil {
		out.verbs = b.verbs
	}
	if b.service != "" {
		out.service = b.service
	}
	if b.called != nil {
		out.called = b.called
	}
	return out.tidied()
}

// outside is a test as it was seen where the way begins; false where that is not
// known.
func (r routed) outside(t routeTest) (routeTest, bool) {
	if t.about[0] != aboutPath || r.base == "" && !r.lost {
		return t, true
	}
	if r.lost || t.not && (t.op == '~' || t.op == '$') {
		return t, false
	}
	if t.op == '=' || t.op == '^' {
		texts := make([]string, len(t.texts))
		for i, s := range t.texts {
			texts[i] = r.base + s
		}
		t.texts = texts
	}
	return t, true
}

// tidied has each test once, and what must not be in one.
func (r routed) tidied() routed {
	var out []routeTest
	for _, t := range r.tests {
		i := slices.IndexFunc(out, func(o routeTest) bool { return o.not && t.not && o.about == t.about && o.op == t.op })
		if i < 0 {
			out = append(out, t)
			continue
		}
		texts := slices.Concat(out[i].texts, t.texts)
		slices.Sort(texts)
		out[i].texts = slices.Compact(texts)
	}
	for i, t := range out { // what is known to be one of some texts
		if t.op == '=' && !t.not {
			out[i].texts = slices.DeleteFunc(slices.Clone(t.texts), func(s string) bool { return !passesAll(s, t.about, out) })
		}
	}
	out = slices.DeleteFunc(out, func(t routeTest) bool { return t.not && implied(t, out) })
	slices.SortStableFunc(out, func(a, b routeTest) int { return strings.Compare(a.String(), b.String()) })
	out = slices.CompactFunc(out, func(a, b routeTest) bool { return a.String() == b.String() })
	r.tests = slices.DeleteFunc(out, func(t routeTest) bool { return len(t.texts) > maxRouteTexts })
	r.tests = r.tests[:min(len(r.tests), maxRouteTests)]
	return r
}

// implied reports whether another test says more than this one.
func implied(t routeTest, all []routeTest) bool {
	return slices.ContainsFunc(all, func(o routeTest) bool { return !o.not && o.op == '=' && o.about == t.about })
}

func passesAll(text, about string, all []routeTest) bool {
	for _, t := range all {
		if t.about == about && !t.mayPass([]string{text}) {
			return false
		}
	}
	return true
}

// mayPass reports whether some text of the globs passes the test.
func (t routeTest) mayPass(globs []string) bool {
	return slices.ContainsFunc(globs, func(g string) bool {
		if t.not {
			return !slices.ContainsFunc(t.texts, func(s string) bool { return mustHave(g, t.op, s) })
		}
		return slices.ContainsFunc(t.texts, func(s string) bool { return mayHave(g, t.op, s) })
	})
}

// possible reports whether a request may come on a way. Where it begins with the
// request, what is said of the route counts; else there may be more in front.
func (r routed) possible(fresh bool) bool {
	for _, t := range r.tests {
		if len(t.texts) == 0 {
			return false // it would have to be two things at once
		}
		if all := r.about(t.about[0]); fresh && len(all) > 0 && !t.mayPass(all) {
			return false
		}
	}
	return true
}

// about are the globs that the route has of what a test is about.
func (r routed) about(what byte) []string {
	switch {
	case what == aboutPath:
		return r.paths
	case what == aboutTemplate && r.template != "":
		return []string{r.template}
	case what == aboutVerb:
		return r.verbs
	case what == aboutCalled:
		return r.called
	}
	return nil
}

// joinRoutes joins what two names say of routes; false where no request can come on
// such a way. The names come back without it.
func joinRoutes(name, more string, fresh bool) (string, string, routed, bool) {
	if !saysRoute(name) && !saysRoute(more) {
		return name, more, routed{}, true
	}
	r := readRouted(name).then(readRouted(more))
	return withoutRoute(name), withoutRoute(more), r, r.possible(fresh)
}
