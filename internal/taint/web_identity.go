package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/secrets"
	"github.com/piivet/piivet/internal/taint/shape"
)

// identityWords are the words of a key under which a session has the person who
// logged in. A session has other things too, of visitors that nobody knows.
var identityWords = []string{
	"account", "admin", "auth", "customer", "email", "identity", "logged", "login", "member", "person", "principal", "subject", "uid", "user",
	"doctor", "driver", "employee", "owner", "patient", "player", "seller", "staff", "student", "teacher", "tenant",
}

// namesPerson reports whether a key of a session is one for a person.
func namesPerson(key string) bool {
	key = strings.ToLower(key)
	return key == "id" || key == "sub" || slices.ContainsFunc(identityWords, func(w string) bool { return strings.Contains(key, w) })
}

// proven reports whether the outcomes that the model names prove something at
// this call.
func (c *modelCall) proven() bool {
	if c.m.Held != nil {
		return c.held()
	}
	if p := c.m.Named; p != nil {
		v := c.site.argValue(p.Index)
		if v == nil {
			return false
		}
		if _, list := v.(*ssa.Slice); list {
			return slices.ContainsFunc(shape.Written(v), isPersonKey)
		}
		_, constant := shape.ConstString(v)
		return isPersonKey(v) || constant && c.site.result != nil && takenForPerson(c.site.result)
	}
	if p := c.m.Brought; p != nil {
		if v := c.site.argValue(p.Index); v == nil || secrets.Kept(v) {
			return false
		}
	}
	return true
}

// isPersonKey reports whether a value is a constant key for a person.
func isPersonKey(v ssa.Value) bool {
	key, ok := shape.ConstString(v)
	return ok && namesPerson(key)
}

// takenForPerson reports whether a value is taken for one of a type whose name is
// that of a person.
func takenForPerson(v ssa.Value) bool {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.TypeAssert:
			n, ok := types.Unalias(shape.Pointed(r.AssertedType)).(*types.Named)
			if ok && shape.IsStruct(n) && namesPerson(n.Obj().Name()) {
				return true
			}
		case *ssa.Extract:
			if r.Index == 0 && takenForPerson(r) {
				return true
			}
		}
	}
	return false
}

// fieldProves reports whether a value is read from a field that is true where the
// caller is verified, as a table says, or not empty, if it is a list.
func (e *engine) fieldProves(v ssa.Value) bool {
	if list := shape.LengthOf(v); list != nil {
		v = list
	}
	of, field := shape.FieldOf(v)
	if field == nil {
		return false
	}
	n, ok := types.Unalias(shape.Pointed(of.Type())).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	m := e.models.Type(n.Obj().Pkg().Path(), n.Obj().Name())
	return m != nil && slices.Contains(m.Proves, field.Name())
}

// fromSession reports whether a value was looked up in a session, under a key that
// names a person or as somebody. A map that a signed cookie has is one.
func (f *frame) fromSession(v *ssa.Lookup) bool {
	if key, ok := shape.ConstString(v.Index); !ok || !namesPerson(key) && !takenForPerson(v) {
		return false
	}
	load, ok := v.X.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	if a, ok := load.X.(*ssa.Alloc); ok {
		return fromCookie(a)
	}
	at, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	n, ok := types.Unalias(shape.Pointed(at.X.Type())).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return false
	}
	m := f.e.models.Type(n.Obj().Pkg().Path(), n.Obj().Name())
	st, ok := n.Underlying().(*types.Struct)
	return ok && m != nil && m.Session == st.Field(at.Field).Name()
}

// fromCookie reports whether a variable holds what a signed cookie was decoded into, and
// nothing else but a map that is made there.
func fromCookie(a *ssa.Alloc) bool {
	decoded := false
	for _, r := range *a.Referrers() {
		switch r := r.(type) {
		case *ssa.Store:
			if _, made := r.Val.(*ssa.MakeMap); !made {
				return false
			}
		case *ssa.MakeInterface:
			decoded = decoded || slices.ContainsFunc(*r.Referrers(), decodesCookie)
		}
	}
	return decoded
}

func decodesCookie(i ssa.Instruction) bool {
	c, ok := i.(*ssa.Call)
	if !ok {
		return false
	}
	obj := shape.Called(c)
	return obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "github.com/gorilla/securecookie" && strings.HasPrefix(obj.Name(), "Decode")
}
