package secrets

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// isSecretOf reports whether a text is a secret that the program has, and the other one
// may be what a request brought. Either name says that it is one: that of what the program
// keeps it in, or that under which the request was asked.
func isSecretOf(kept, other ssa.Value) bool {
	if keptSecret(kept, 0) && brought(other) {
		return true
	}
	name := askedName(trimmed(other))
	if text, ok := shape.ConstString(kept); ok {
		return saysMore(text) && namesSecret(name)
	}
	return (namesSecret(name) || namesOwnKey(name)) && ownText(kept, 0)
}

// keptSecret reports whether a text is a secret that the program has by itself: in
// a package variable, in a field of what a closure captured or a method belongs
// to, or in the environment. A text in front of it, as "Bearer ", does not matter.
func keptSecret(v ssa.Value, depth int) bool {
	if depth > maxBack || !shape.IsString(v.Type()) {
		return false
	}
	switch v := v.(type) {
	case *ssa.BinOp:
		x, y := shape.ConstOf(v.X), shape.ConstOf(v.Y)
		return x != nil && keptSecret(v.Y, depth+1) || y != nil && keptSecret(v.X, depth+1)
	case *ssa.Call:
		if obj := shape.Called(v); obj != nil && obj.FullName() == "os.Getenv" {
			name, ok := shape.ConstString(v.Call.Args[0])
			return ok && IsName(name)
		}
	case *ssa.UnOp:
		return keptByName(v)
	case *ssa.Convert: // of bytes
		load, ok := v.X.(*ssa.UnOp)
		return ok && keptByName(load)
	case *ssa.ChangeType: // of a type whose name says it: string(k), where k is an APIKey
		if keptSecret(v.X, depth+1) {
			return true
		}
		return IsName(typeName(v.X.Type())) && (ofCaptured(v.X) || isReceiver(v.X))
	}
	return false
}

// Kept reports whether a text is the program's own, whatever it is called: no
// caller has brought it.
func Kept(v ssa.Value) bool {
	if shape.ConstOf(v) != nil {
		return true
	}
	switch v := v.(type) {
	case *ssa.Call:
		obj := shape.Called(v)
		return obj != nil && obj.FullName() == "os.Getenv"
	case *ssa.UnOp:
		return v.Op == token.MUL && (ofCaptured(v) || shape.VariableBehind(v.X) != nil)
	}
	return false
}

func keptByName(v *ssa.UnOp) bool {
	return v.Op == token.MUL && IsName(keptIn(v)) && (ofCaptured(v) || shape.VariableBehind(v.X) != nil)
}

func isReceiver(v ssa.Value) bool {
	p, ok := v.(*ssa.Parameter)
	return ok && p.Parent().Signature.Recv() != nil && p.Parent().Params[0] == p
}

// ofCaptured reports whether a value is read from what a closure captured, from a
// field of it, or from one of the receiver of a method.
func ofCaptured(v ssa.Value) bool {
	for range maxBack {
		load, ok := v.(*ssa.UnOp)
		if !ok || load.Op != token.MUL {
			return false
		}
		v = load.X
		for at, ok := v.(*ssa.FieldAddr); ok; at, ok = v.(*ssa.FieldAddr) {
			v = at.X
		}
		switch v := v.(type) {
		case *ssa.FreeVar:
			return true
		case *ssa.Parameter:
			return isReceiver(v)
		}
	}
	return false
}

// brought reports whether a text may have come with a request: the code does not
// have it.
func brought(v ssa.Value) bool { return shape.ConstOf(v) == nil && !keptSecret(v, 0) }

// ownText reports whether a text is one that the program has, whatever it is called.
func ownText(v ssa.Value, depth int) bool {
	if text, ok := shape.ConstString(v); ok {
		return saysMore(text)
	}
	if depth > maxBack || !shape.IsString(v.Type()) {
		return false
	}
	switch v := v.(type) {
	case *ssa.BinOp:
		return v.Op == token.ADD && (ownText(v.X, depth+1) || ownText(v.Y, depth+1))
	case *ssa.Convert:
		return ofCaptured(v.X) || shape.VariableBehind(v.X) != nil
	case *ssa.Extract: // want, ok := accounts[name]
		m, ok := v.Tuple.(*ssa.Lookup)
		return ok && v.Index == 0 && (ofCaptured(m.X) || shape.VariableBehind(m.X) != nil)
	case *ssa.Call:
		if _, last, ok := formatted(v); ok {
			return ownText(last, depth+1)
		}
	}
	return Kept(v)
}

// schemes are what stands before a secret in a header, noSecrets what stands there for none.
var (
	schemes   = []string{"bearer", "basic", "token", "apikey"}
	noSecrets = []string{"", "null", "nil", "undefined", "none", "true", "false", "anonymous", "guest"}
)

// saysMore reports whether a text is more than a scheme, or a word that says that there is no secret.
func saysMore(text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	for _, s := range schemes {
		text = strings.TrimSpace(strings.TrimPrefix(text, s))
	}
	return !slices.Contains(noSecrets, text)
}
