package routetest

// dialect is how one framework says things.
type dialect struct {
	name            string
	params          string // of a handler
	result          string
	handler         string // its type
	before          string // the type of a middleware
	router          string // the type of a group of routes
	top             string // the type of the whole router
	make            string // makes one
	words           map[string]string
	outs            []disclosure
	handlerForms    []string
	middlewareForms []string
	ownChecks       []*check
	groups          []string
	serves          []string
	uses            bool // middleware can be added to a router
	useFirst        bool // and only before any route
	whole           bool // the router can be wrapped
	http            bool // it is a handler of net/http
	step            bool // middleware is a handler in a list

	route func(e *emitter, r string, path string, h value, before []string, style int)
	group func(e *emitter, r, full, path string, g *group, before []string)
	table func(e *emitter, r, path, h string, before []string) // registers what a loop is at
}

// value is an expression for a handler.
type value struct {
	text string
	kind string // handler: it has a method ServeHTTP
}

// disclosure writes data to the response. Its words are DATA, a text, and
// PERSON, a record.
type disclosure struct {
	text string
	err  bool // it is an error
}

// dialects are the frameworks.
var dialects = []*dialect{netHTTP, chi, gorilla, httpRouter, gin, echo, fiber2, fiber3}

var httpOuts = []disclosure{
	{text: "fmt.Fprintln(w, DATA)"},
	{text: "w.Write([]byte(DATA))"},
	{text: "io.WriteString(w, \"hello \"+DATA)"},
	{text: "json.NewEncoder(w).Encode(PERSON)"},
	{text: "json.NewEncoder(w).Encode(map[string]any{\"person\": PERSON})"},
	{text: "http.Error(w, \"no such thing: \"+DATA, 404)"},
	{text: "w.Header().Set(\"X-Email\", DATA)"},
	{text: "http.SetCookie(w, &http.Cookie{Name: \"who\", Value: DATA})"},
	{text: "http.Redirect(w, REQ, \"/?who=\"+DATA, http.StatusFound)"},
	{text: "Reply(w, PERSON)"},
	{text: "template.Must(template.New(\"\").Parse(\"{{.Email}}\")).Execute(w, PERSON)"},
}

var httpWords = map[string]string{
	"TOKEN": `r.Header.Get("Authorization")`, "METHOD": "r.Method", "PATH": "r.URL.Path", "QUERY": `r.URL.Query().Get("debug")`, "REQ": "r",
	"DENY": "http.Error(w, \"no\", http.StatusUnauthorized)\nreturn", "REFUSE": `w.Header().Set("X-Denied", "1")`,
	"SETUSER": "r = r.WithContext(context.WithValue(r.Context(), UserKey{}, id))",
	"GETUSER": "_, ok := r.Context().Value(UserKey{}).(string)",
	"GOON":    "next.ServeHTTP(w, r)", "END": "", "LEAVE": "return",
}

func with(m map[string]string, more ...string) map[string]string {
	out := map[string]string{}
	for k, v := range m {
		out[k] = v
	}
	for i := 0; i < len(more); i += 2 {
		out[more[i]] = more[i+1]
	}
	return out
}

var httpServes = []string{"listen", "server", "handler", "serve"}

// imports are the packages that generated text may name.
var imports = map[string]string{
	"people": "handlers/people", "served": "handlers/served", "http": "net/http", "fmt": "fmt", "io": "io", "json": "encoding/json", "log": "log", "net": "net",
	"errors": "errors", "strings": "strings", "context": "context", "template": "html/template", "alice": "github.com/justinas/alice",
	"chi": "github.com/go-chi/chi/v5", "mux": "github.com/gorilla/mux", "httprouter": "github.com/julienschmidt/httprouter",
	"gin": "github.com/gin-gonic/gin", "echo": "github.com/labstack/echo/v4", "slices": "slices",
}
