package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// asksRoute is the state st, where v has the property, if v asks which route a
// request takes.
func (f *frame) asksRoute(v ssa.Value, o model.Outcome, st *value.Node) (*value.Node, bool) {
	if f.caller == nil {
		return nil, false
	}
	if st := f.proves(v, o); st != nil {
		return st, true
	}
	t, ok := f.routeTest(v, o == model.IsTrue)
	if !ok {
		t, ok = f.memberTest(v, o == model.IsTrue)
	}
	if !ok || o != model.IsTrue && o != model.IsFalse {
		return nil, false
	}
	if t.About[0] == 'u' { // with the query
		if t.Op != '^' && (t.Op != '=' || t.Not) {
			return nil, false
		}
		t.About = string(rune(ways.AboutPath))
	}
	if len(t.Texts) == 0 || slices.ContainsFunc(t.Texts, ways.Unwritable) {
		return nil, false
	}
	return f.marked(st, t.Part()), true
}

// routeTest is what it says that v is true, or false.
func (f *frame) routeTest(v ssa.Value, holds bool) (ways.Test, bool) {
	switch v := v.(type) {
	case *ssa.BinOp:
		if v.Op != token.EQL && v.Op != token.NEQ {
			break
		}
		for _, x := range [][2]ssa.Value{{v.X, v.Y}, {v.Y, v.X}} {
			if t, ok := f.comparedRoute(x[0], '=', x[1], holds == (v.Op == token.EQL)); ok {
				return t, true
			}
		}
	case *ssa.Call:
		return f.callTest(v, holds)
	case *ssa.Lookup:
		return f.lookupTest(v, holds, false)
	case *ssa.Extract:
		if l, ok := v.Tuple.(*ssa.Lookup); ok {
			return f.lookupTest(l, holds, v.Index == 1)
		}
	}
	return ways.Test{}, false
}

// comparedRoute is the test that x has the relation to the text in y, or to one of
// those that a loop goes through.
func (f *frame) comparedRoute(x ssa.Value, op byte, y ssa.Value, holds bool) (ways.Test, bool) {
	s, ok := f.requestSays(x)
	if !ok {
		return ways.Test{}, false
	}
	if text, ok := f.word(y); ok {
		return s.test(op, !holds, text)
	}
	if name, ok := f.e.serviceName(y); ok {
		return s.test(op, !holds, name)
	}
	table := f.words(y)
	if table == nil || !holds { // that one of them is not it says nothing of the others
		return ways.Test{}, false
	}
	return s.test(op, !holds, table.Texts()...)
}

var textTests = map[string]byte{"strings.HasPrefix": '^', "strings.HasSuffix": '$', "strings.Contains": '~'}

func (f *frame) callTest(v *ssa.Call, holds bool) (ways.Test, bool) {
	obj := shape.Called(v)
	if obj == nil || len(v.Call.Args) != 2 {
		return ways.Test{}, false
	}
	name := obj.FullName()
	if op, ok := textTests[name]; ok {
		return f.comparedRoute(v.Call.Args[0], op, v.Call.Args[1], holds)
	}
	if name != "slices.Contains" {
		return ways.Test{}, false
	}
	if t, ok := f.containsTest(v, holds); ok {
		return t, true
	}
	s, ok := f.requestSays(v.Call.Args[1])
	if !ok {
		return ways.Test{}, false
	}
	table := f.list(v.Call.Args[0])
	if table == nil {
		return ways.Test{}, false
	}
	return s.test('=', !holds, table.Texts()...)
}

// lookupTest is the test that a map has a key, or true under it.
func (f *frame) lookupTest(v *ssa.Lookup, holds, found bool) (ways.Test, bool) {
	s, is := f.requestSays(v.Index)
	if !is {
		return ways.Test{}, false
	}
	table := f.list(v.X)
	if table == nil || table.List {
		return ways.Test{}, false
	}
	var texts []string
	for i, k := range table.Keys {
		if k.Kind() != constant.String {
			return ways.Test{}, false
		}
		if val := table.Vals[i]; !found {
			if val == nil || val.Kind() != constant.Bool {
				return ways.Test{}, false
			}
			if !constant.BoolVal(val) {
				continue
			}
		}
		texts = append(texts, constant.StringVal(k))
	}
	t, ok := s.test('=', !holds, texts...)
	return t, ok && len(texts) > 0
}

// askedOf is what a value says of the request.
type askedOf struct {
	about string
	trim  bool // without a slash at the end
	part  byte // of a full name: the service or the method
}

// test is the test that the value has a relation to one of some texts.
func (s askedOf) test(op byte, not bool, list ...string) (ways.Test, bool) {
	t := ways.Test{Not: not, About: s.about, Op: op, Texts: s.texts(op, list...)}
	if s.part == 0 {
		return t, true
	}
	t.Op, t.Texts = s.inFullName(op, list)
	return t, t.Op != 0
}

// texts are what the request has where the value is one of these.
func (s askedOf) texts(op byte, list ...string) []string {
	if !s.trim || op == '^' || op == '~' {
		return list
	}
	var out []string
	for _, t := range list {
		out = append(out, t, t+"/")
	}
	return out
}

// requestFields are what fields of requests say.
var requestFields = map[string]string{
	"net/http.Request.Method": "h", "net/http.Request.RequestURI": "u", "net/url.URL.Path": "p",
	"google.golang.org/grpc.UnaryServerInfo.FullMethod": "f", "google.golang.org/grpc.StreamServerInfo.FullMethod": "f",
	"connectrpc.com/connect.Spec.Procedure": "f",
	callMeta + ".Service":                   "f", callMeta + ".Method": "f",
	"github.com/danielgtaylor/huma/v2.Operation.Path": "t", "github.com/danielgtaylor/huma/v2.Operation.Method": "h",
	"github.com/danielgtaylor/huma/v2.Operation.OperationID": "i",
}

// requestSays finds out what a value says of the request.
func (f *frame) requestSays(v ssa.Value) (askedOf, bool) {
	for range maxRefine {
		switch x := v.(type) {
		case *ssa.ChangeType:
			v = x.X
		case *ssa.Convert:
			v = x.X
		case *ssa.UnOp:
			if x.Op != token.MUL {
				return askedOf{}, false
			}
			if _, ok := x.X.(*ssa.FieldAddr); ok {
				return fieldAsked(x)
			}
			s := shape.LastStore(x)
			if fv, ok := x.X.(*ssa.FreeVar); ok {
				s = shape.CapturedStore(fv)
			}
			if s == nil {
				return askedOf{}, false
			}
			v = s.Val
		case *ssa.Field:
			return fieldAsked(x)
		case *ssa.FreeVar:
			if v = shape.BindingOf(x); v == nil {
				return askedOf{}, false
			}
		case *ssa.Call:
			return f.callAsked(x)
		case *ssa.Extract:
			if c, ok := x.Tuple.(*ssa.Call); ok && x.Index == 0 {
				return f.callAsked(c)
			}
			return askedOf{}, false
		case *ssa.Parameter:
			i := shape.ParameterOf(f.fn, x)
			return askedOf{about: string(rune(ways.AboutParam)) + strconv.Itoa(i) + ":"}, i >= 0 && shape.IsString(x.Type()) && decidesFor(f.fn.Signature)
		default:
			return askedOf{}, false
		}
	}
	return askedOf{}, false
}

// decidesFor reports whether callers learn from a function's results how it went.
func decidesFor(sig *types.Signature) bool {
	for i := range sig.Results().Len() {
		if t := sig.Results().At(i).Type(); shape.IsError(t) || types.Identical(t.Underlying(), types.Typ[types.Bool]) {
			return true
		}
	}
	return false
}

func fieldAsked(v ssa.Value) (askedOf, bool) {
	of, name := shape.QualifiedField(v)
	about := requestFields[name]
	if part, ok := partsOfNames[name]; ok {
		return askedOf{about: about, part: part}, true
	}
	if about == "" || about == "p" && !urlOfRequest(of) || ownRequest(of) || isOperationField(name) && !ofRequest(of) {
		return askedOf{}, false
	}
	return askedOf{about: about}, true
}

// urlOfRequest reports whether a URL is that of a request that came in.
func urlOfRequest(v ssa.Value) bool {
	if c, ok := v.(*ssa.Call); ok {
		return shape.Called(c) != nil && shape.Called(c).FullName() == "(github.com/danielgtaylor/huma/v2.Context).URL"
	}
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	fa, ok := load.X.(*ssa.FieldAddr)
	return ok && value.TypeString(shape.Pointed(fa.X.Type())) == "net/http.Request" && !ownRequest(fa.X)
}

// ownRequest reports whether a request was made here, to be sent.
func ownRequest(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Alloc:
		return true
	case *ssa.Extract:
		c, ok := v.Tuple.(*ssa.Call)
		return ok && shape.Called(c) != nil && strings.HasPrefix(shape.Called(c).FullName(), "net/http.NewRequest")
	}
	return false
}

// callAsked is what the result of a library's function says of the request.
func (f *frame) callAsked(c *ssa.Call) (askedOf, bool) {
	obj := shape.Called(c)
	if obj == nil {
		return askedOf{}, false
	}
	switch args := c.Call.Args; obj.FullName() {
	case "strings.TrimSuffix", "strings.TrimRight":
		s, ok := f.requestSays(args[0])
		text, known := f.word(args[1])
		s.trim = true
		return s, ok && known && text == "/" && s.part == 0
	case "(connectrpc.com/authn.Request).Procedure":
		return askedOf{about: "f"}, true
	case "path.Clean", "strings.Clone":
		return f.requestSays(args[0])
	}
	if m := f.e.modelOf(obj); m != nil && m.Routing != nil && m.Routing.Tells != "" {
		return askedOf{about: m.Routing.Tells[:1]}, len(shape.Written(shape.LastArg(c))) == 0
	}
	return askedOf{}, false
}

// parameterTests puts what the arguments say in the place of a callee's
// parameters. Tests of what says nothing of the request are left out.
func (in *instance) parameterTests(name string) string {
	if !ways.HasTests(name) {
		return name
	}
	r := ways.ReadRoutes(name)
	if !slices.ContainsFunc(r.Tests, func(t ways.Test) bool { return t.Param() >= 0 }) {
		return name
	}
	var tests []ways.Test
	for _, t := range r.Tests {
		if n := t.Param(); n >= 0 {
			about, ok := in.argumentAsked(n, t)
			if !ok {
				continue
			}
			t.About = about
		}
		tests = append(tests, t)
	}
	r.Tests = tests
	r = r.Tidied()
	if !r.Possible(false) {
		return impossibleWay
	}
	return ways.Join(ways.WithoutRoutes(name), r.Name())
}

// impossibleWay stands for a way that no request takes.
const impossibleWay = "\x00"

func (in *instance) argumentAsked(n int, t ways.Test) (string, bool) {
	arg := in.argument(n)
	if arg == nil {
		return "", false
	}
	s, ok := in.f.requestSays(arg)
	if ok && s.about == "u" {
		return "p", t.Op == '^' || t.Op == '=' && !t.Not
	}
	return s.about, ok && !s.trim && s.part == 0
}
