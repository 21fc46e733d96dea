package secrets

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/sqlcolumns"
	"github.com/piivet/piivet/internal/taint/shape"
)

// askedName is the name under which a text was asked of a request: of a header, a
// parameter, a cookie, or of the function that finds it there. Empty for others.
func askedName(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Parameter:
		if !isReceiver(v) && Hints(v.Parent().Name()) && IsName(v.Name()) { // valid(token string)
			return v.Name()
		}
		return ""
	case *ssa.Lookup:
		name, _ := shape.ConstString(v.Index)
		if holdsHeaders(v.X) {
			return name
		}
		return ""
	}
	c, result := shape.ResultOf(v)
	if of, field := shape.FieldOf(v); field != nil {
		if c, result = shape.ResultOf(of); field.Name() != "Value" {
			return ""
		}
	}
	if c == nil || !asksRequest(c) {
		return ""
	}
	obj := shape.Called(c)
	switch name := askedAs(c); {
	case obj == nil || obj.Name() == "BasicAuth" && result != 1:
		return ""
	case obj.Name() == "BasicAuth":
		return "password"
	case name != "":
		return name
	}
	return obj.Name()
}

// namesSecret reports whether what a request has under a name is a secret.
func namesSecret(name string) bool {
	return IsName(name) || strings.HasSuffix(squashed(name), "authorization")
}

// namesOwnKey reports whether what a request has under a name is a secret, if the program
// compares it with something of its own: who asks for the key "email" has named none.
func namesOwnKey(name string) bool {
	return slices.Contains([]string{"key", "xkey", "auth", "xauth", "pass", "pwd"}, squashed(name))
}

func squashed(name string) string { return sqlcolumns.Squashed(strings.ReplaceAll(name, "-", "_")) }

// holdsHeaders reports whether a map has the headers or the metadata of a request.
func holdsHeaders(m ssa.Value) bool {
	names := []string{typeName(m.Type()), keptIn(m)}
	return slices.ContainsFunc(names, func(n string) bool {
		return n == "MD" || strings.HasSuffix(n, "Header") || strings.HasSuffix(n, "Headers")
	})
}

// webPaths are where the types of requests, and what they are made of, are declared.
var webPaths = []string{
	"net/http", "net/url", "net/textproto", "google.golang.org/grpc/metadata", "connectrpc.com/connect", "github.com/gin-gonic/gin",
	"github.com/labstack/echo", "github.com/gofiber/fiber", "github.com/valyala/fasthttp", "github.com/danielgtaylor/huma",
	"github.com/aws/aws-lambda-go",
}

// asksRequest reports whether a call gets a request, or a part of one.
func asksRequest(c *ssa.Call) bool {
	if c.Call.IsInvoke() && ofWeb(c.Call.Value.Type()) {
		return true
	}
	return slices.ContainsFunc(c.Call.Args, func(a ssa.Value) bool { return ofWeb(a.Type()) })
}

func ofWeb(t types.Type) bool {
	n, ok := types.Unalias(shape.Pointed(t)).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	path := n.Obj().Pkg().Path()
	return slices.ContainsFunc(webPaths, func(p string) bool { return path == p || strings.HasPrefix(path, p+"/") })
}

// trims are functions that take something off a text.
var trims = []string{"TrimPrefix", "TrimSpace", "Trim", "TrimLeft", "CutPrefix", "Cut", "Split", "SplitN", "Fields"}

// trimmed is the text that another one is a part of: without its scheme, or one of the
// values of a header.
func trimmed(v ssa.Value) ssa.Value {
	for range maxBack {
		inner := partOf(v)
		if inner == nil {
			break
		}
		v = inner
	}
	return v
}

// partOf is what a text, or the list that it is an element of, was cut out of; nil if it was not.
func partOf(v ssa.Value) ssa.Value {
	switch x := v.(type) {
	case *ssa.Slice:
		return x.X
	case *ssa.UnOp:
		if at, ok := x.X.(*ssa.IndexAddr); ok {
			return at.X
		}
	case *ssa.Call, *ssa.Extract:
		c, _ := shape.ResultOf(v)
		if c == nil {
			return nil
		}
		if obj := shape.Called(c); obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "strings" && slices.Contains(trims, obj.Name()) {
			return c.Call.Args[0]
		}
	}
	return nil
}
