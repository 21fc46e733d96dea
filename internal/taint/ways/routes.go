package ways

import (
	"slices"
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

	altSep = "|" // between alternatives
)

// Routes is what the parts of a way say of requests and routes.
type Routes struct {
	Base     string // was taken off the path, so that all below did not see it
	Lost     bool   // something was, and it is not known what
	Mount    string // stands before patterns of routers below
	Reset    bool   // but not before those of what the route leads to
	Rel      bool   // paths below stand behind the mount of who registers the router
	Paths    []string
	Template string
	Verbs    []string
	Service  string
	Called   []string
	IDs      []string // of the operation, as globs
	Schemes  []string // that it asks for, as globs; one that is empty: none
	Tags     []string
	Meta     []string
	Tests    []Test
}

// AboutRoute reports whether a part of a name speaks of requests or routes.
func AboutRoute(part string) bool {
	return strings.HasPrefix(part, atPrefix) || strings.HasPrefix(part, onlyPrefix)
}

// HasTests reports whether a name may have tests.
func HasTests(name string) bool { return strings.Contains(name, Sep+onlyPrefix) }

func saysRoute(name string) bool {
	return strings.Contains(name, Sep+atPrefix) || HasTests(name)
}

// ReadRoutes is what the parts of a name say of requests and routes.
func ReadRoutes(name string) (r Routes) {
	for _, p := range Parts(name) {
		if rest, ok := strings.CutPrefix(p, onlyPrefix); ok {
			if t, ok := parseTest(rest); ok {
				r.Tests = append(r.Tests, t)
			}
		}
		rest, ok := strings.CutPrefix(p, atPrefix)
		if !ok || rest == "" {
			continue
		}
		switch text := rest[1:]; rest[0] {
		case 'b':
			r.Base = text
		case '?':
			r.Lost = true
		case 'm':
			r.Mount = text
		case '!':
			r.Reset = true
		case 'r', 'p':
			r.Rel, r.Paths = rest[0] == 'r', strings.Split(text, altSep)
		case 't':
			r.Template = text
		case 'h':
			r.Verbs = strings.Split(text, altSep)
		case 's':
			r.Service = text
		case 'f':
			r.Called = strings.Split(text, altSep)
		case 'i':
			r.IDs = strings.Split(text, altSep)
		case 'S':
			r.Schemes = strings.Split(text, altSep)
		case 'T':
			r.Tags = strings.Split(text, altSep)
		case 'M':
			r.Meta = strings.Split(text, altSep)
		}
	}
	return r
}

// Name is what is said, as parts of a way's name.
func (r Routes) Name() string {
	out := ""
	add := func(kind, text string, is bool) {
		if is {
			out += Sep + atPrefix + kind + text
		}
	}
	add("b", r.Base, r.Base != "")
	add("?", "", r.Lost)
	add("m", r.Mount, r.Mount != "")
	add("!", "", r.Reset)
	kind := "p"
	if r.Rel {
		kind = "r"
	}
	add(kind, strings.Join(r.Paths, altSep), len(r.Paths) > 0)
	add("t", r.Template, r.Template != "")
	add("h", strings.Join(r.Verbs, altSep), len(r.Verbs) > 0)
	add("s", r.Service, r.Service != "")
	add("f", strings.Join(r.Called, altSep), len(r.Called) > 0)
	add("i", strings.Join(r.IDs, altSep), len(r.IDs) > 0)
	add("S", strings.Join(r.Schemes, altSep), len(r.Schemes) > 0)
	add("T", strings.Join(r.Tags, altSep), len(r.Tags) > 0)
	add("M", strings.Join(r.Meta, altSep), len(r.Meta) > 0)
	for _, t := range r.Tests {
		out += t.Part()
	}
	return out
}

// WithoutRoutes is a way's name without what it says of routes.
func WithoutRoutes(name string) string {
	out := Marks(name)
	for _, p := range Parts(name) {
		if !AboutRoute(p) {
			out += Sep + p
		}
	}
	return out
}

// then is what is said where b comes behind r.
func (r Routes) then(b Routes) Routes {
	out := r
	for _, t := range b.Tests {
		if t, ok := r.outside(t); ok {
			out.Tests = append(out.Tests[:len(out.Tests):len(out.Tests)], t)
		}
	}
	if b.Paths != nil {
		out.Paths, out.Rel, out.Template = nil, b.Rel, ""
		at := r.Base
		if b.Rel {
			at += r.Mount
			out.Template = r.Mount + b.Template
		}
		for _, p := range b.Paths {
			out.Paths = append(out.Paths, at+p)
		}
		if r.Lost {
			out.Paths = nil
		}
	}
	if b.Base != "" || b.Lost {
		out.Base, out.Lost, out.Mount = r.Base+b.Base, r.Lost || b.Lost, b.Mount
	} else if b.Reset {
		out.Mount = b.Mount
	} else {
		out.Mount = r.Mount + b.Mount
	}
	out.Reset = r.Reset || b.Reset
	if b.Verbs != nil {
		out.Verbs = b.Verbs
	}
	if b.Service != "" {
		out.Service = b.Service
	}
	if b.Called != nil {
		out.Called = b.Called
	}
	if b.IDs != nil {
		out.IDs = b.IDs
	}
	if out.Schemes == nil { // what a group says changes what is registered in it
		out.Schemes = b.Schemes
	}
	if out.Tags == nil {
		out.Tags = b.Tags
	}
	if out.Meta == nil {
		out.Meta = b.Meta
	}
	return out.Tidied()
}

// outside is a test as it was seen where the way begins; false where that is not
// known.
func (r Routes) outside(t Test) (Test, bool) {
	if t.About[0] != AboutPath || r.Base == "" && !r.Lost {
		return t, true
	}
	if r.Lost || t.Not && (t.Op == '~' || t.Op == '$') {
		return t, false
	}
	if t.Op == '=' || t.Op == '^' {
		texts := make([]string, len(t.Texts))
		for i, s := range t.Texts {
			texts[i] = r.Base + s
		}
		t.Texts = texts
	}
	return t, true
}

// Tidied has each test once, and what must not be in one.
func (r Routes) Tidied() Routes {
	var out []Test
	for _, t := range r.Tests {
		i := slices.IndexFunc(out, func(o Test) bool { return o.Not && t.Not && o.About == t.About && o.Op == t.Op })
		if i < 0 {
			out = append(out, t)
			continue
		}
		texts := slices.Concat(out[i].Texts, t.Texts)
		slices.Sort(texts)
		out[i].Texts = slices.Compact(texts)
	}
	for i, t := range out { // what is known to be one of some texts
		if t.Op == '=' && !t.Not {
			out[i].Texts = slices.DeleteFunc(slices.Clone(t.Texts), func(s string) bool { return !passesAll(s, t.About, out) })
		}
	}
	out = slices.DeleteFunc(out, func(t Test) bool { return t.Not && implied(t, out) })
	slices.SortStableFunc(out, func(a, b Test) int { return strings.Compare(a.String(), b.String()) })
	out = slices.CompactFunc(out, func(a, b Test) bool { return a.String() == b.String() })
	r.Tests = slices.DeleteFunc(out, func(t Test) bool { return len(t.Texts) > maxRouteTexts })
	r.Tests = r.Tests[:min(len(r.Tests), maxRouteTests)]
	return r
}

// Possible reports whether a request may come on a way. Where it begins with the
// request, what is said of the route counts; else there may be more in front.
func (r Routes) Possible(fresh bool) bool {
	for _, t := range r.Tests {
		if len(t.Texts) == 0 {
			return false // it would have to be two things at once
		}
		if all := r.about(t.About[0]); fresh && len(all) > 0 && !t.mayPass(all) {
			return false
		}
	}
	return true
}

// about are the globs that the route has of what a test is about.
func (r Routes) about(what byte) []string {
	switch {
	case what == AboutPath:
		return r.Paths
	case what == AboutTemplate && r.Template != "":
		return []string{r.Template}
	case what == AboutVerb:
		return r.Verbs
	case what == AboutCalled:
		return r.Called
	case what == AboutID:
		return r.IDs
	case what == AboutScheme:
		return r.Schemes
	case what == AboutTag:
		return r.Tags
	case what == AboutMeta:
		return r.Meta
	}
	return nil
}

// JoinRoutes joins what two names say of routes; false where no request can come on
// such a way. The names come back without it.
func JoinRoutes(name, more string, fresh bool) (string, string, Routes, bool) {
	if !saysRoute(name) && !saysRoute(more) {
		return name, more, Routes{}, true
	}
	r := ReadRoutes(name).then(ReadRoutes(more))
	return WithoutRoutes(name), WithoutRoutes(more), r, r.Possible(fresh)
}
