package ways

import (
	"slices"
	"testing"
)

func TestGlobs(t *testing.T) {
	for _, c := range []struct{ style, pattern, path, other string }{
		{"mux", "GET /users/{id}", "/users/7", "/users/7/mail"},
		{"mux", "example.com/static/", "/static/a/b", "/public/a"},
		{"mux", "/{$}", "/", "/users"},
		{"mux", "/files/{path...}", "/files/a/b", "/file"},
		{"brace", "/users/{id:[0-9]+}/mail", "/users/7/mail", "/users/7/phone"},
		{"colon", "/users/:id/mail", "/users/7/mail", "/users/7/8/mail"},
		{"colon", "/files/*path", "/files/a/b", "/users"},
		{"colon", "/users/:id?", "/users", "/groups"},
		{"slack", "/users/", "/users", "/users/7"},
	} {
		globs := Globs(c.style, c.pattern)
		if !slices.ContainsFunc(globs, func(g string) bool { return mayHave(g, '=', c.path) }) {
			t.Errorf("%s %s does not get %s", c.style, c.pattern, c.path)
		}
		if slices.ContainsFunc(globs, func(g string) bool { return mayHave(g, '=', c.other) }) {
			t.Errorf("%s %s gets %s", c.style, c.pattern, c.other)
		}
	}
}

func TestRoutesReadWhatTheyWrite(t *testing.T) {
	r := Routes{
		Base: "/api", Mount: "/v1", Rel: true, Paths: []string{"/a", "/b"}, Template: "/{x}", Verbs: []string{"GET", "HEAD"},
		Tests: []Test{{Not: true, About: "p", Op: '^', Texts: []string{"/login", "/health"}}, {About: "$3:", Op: '=', Texts: []string{"POST"}}},
	}
	name := "a" + r.Name()
	if got := ReadRoutes(name); got.Name() != r.Name() {
		t.Errorf("read %q, wrote %q", got.Name(), r.Name())
	}
	if got := WithoutRoutes(name); got != "a" {
		t.Errorf("without routes %q is %q", name, got)
	}
	if n := r.Tests[1].Param(); n != 3 {
		t.Errorf("the parameter is %d, want 3", n)
	}
}

// TestJoinRoutes asks whether a request takes a way on which middleware lets some
// routes pass, to a route registered below.
func TestJoinRoutes(t *testing.T) {
	passed := func(op byte, texts ...string) string {
		return Routes{Tests: []Test{{About: "p", Op: op, Texts: texts}}}.Name()
	}
	stopped := func(op byte, texts ...string) string {
		return Routes{Tests: []Test{{Not: true, About: "p", Op: op, Texts: texts}}}.Name()
	}
	at := func(path string) string { return Routes{Paths: Globs("mux", path)}.Name() }
	for _, c := range []struct {
		way, route string
		taken      bool
	}{
		{passed('=', "/login"), at("/login"), true},
		{passed('=', "/login"), at("/account"), false},
		{passed('^', "/public/"), at("/public/{name}"), true},
		{passed('^', "/public/"), at("/private/{name}"), false},
		{passed('$', ".css"), at("/static/"), true},
		{passed('~', "health"), at("/users"), false},
		{stopped('=', "/login"), at("/login"), false},
		{stopped('^', "/public/"), at("/public/{name}"), false},
		{stopped('^', "/public/"), at("/{name}"), true},
	} {
		if _, _, _, ok := JoinRoutes(c.route, c.way, true); ok != c.taken {
			t.Errorf("way %q to %q: taken %v, want %v", c.way, c.route, ok, c.taken)
		}
		if _, _, _, ok := JoinRoutes(c.route, c.way, false); !ok {
			t.Errorf("way %q to %q: there may be more in front", c.way, c.route)
		}
	}
}

// TestStrippedPath: a test behind what takes a prefix off sees the rest of the path.
func TestStrippedPath(t *testing.T) {
	test := Routes{Tests: []Test{{About: "p", Op: '=', Texts: []string{"/login"}}}}
	_, _, r, _ := JoinRoutes(Routes{Base: "/api"}.Name(), test.Name(), true)
	if len(r.Tests) != 1 || !slices.Equal(r.Tests[0].Texts, []string{"/api/login"}) {
		t.Errorf("tests %v, want that the path is /api/login", r.Tests)
	}
}

func TestSome(t *testing.T) {
	keep := func(p string) bool { return p != "" && p[0] == 'k' }
	for name, want := range map[string]string{
		"": "", "an": "", "a" + Sep + "k1": Sep + "k1", Sep + "k1" + Sep + "k2": Sep + "k1" + Sep + "k2",
		"a" + Sep + "k1" + Sep + "x" + Sep + "k2" + Sep + "k3" + Sep: Sep + "k1" + Sep + "k2" + Sep + "k3", Sep + "x": "", Sep: "",
	} {
		if got := some(name, keep); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
