package secrets

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// keyIsSecret reports whether who knows a key of a store knows a secret. What is
// written in front of it says what it is, as in "session:" + id; where nothing is,
// its own name or that of the store does.
func keyIsSecret(key, store ssa.Value) bool {
	if key == nil {
		return false
	}
	front, last := keyParts(key, 0)
	switch {
	case last == nil: // it is a constant
		return false
	case strings.Trim(front, keySeparators) != "":
		return namesKey(front)
	case IsName(cameAs(last)):
		return true
	}
	name := keptIn(last) // an id is one of what the store has
	return store != nil && name != "" && (strings.EqualFold(name, "id") || !namesOtherKeys(name)) && storesSecrets(store)
}

// storesSecrets reports whether a store is called after secrets, or the struct that it
// stands in.
func storesSecrets(store ssa.Value) bool {
	if of, field := shape.FieldOf(store); field != nil && holdsSecrets(typeName(of.Type())) {
		return true
	}
	return holdsSecrets(keptIn(store))
}

const keySeparators = ":/.-_|#@{}[]\"' "

// namesKey reports whether the last word of a text says that a secret follows.
func namesKey(front string) bool {
	front = strings.TrimRight(front, keySeparators)
	if i := strings.LastIndexAny(front, ":/.|#"); i >= 0 {
		front = front[i+1:]
	}
	word := strings.ReplaceAll(front, "-", "_")
	return IsName(word) || IsName(strings.TrimSuffix(word, "s")) || strings.EqualFold(word, "sess")
}

// keyParts are the constant text that stands before the last part of a key which is
// none, and that part.
func keyParts(v ssa.Value, depth int) (front string, last ssa.Value) {
	v = unboxed(v)
	if depth > maxBack || shape.ConstOf(v) != nil {
		return "", nil
	}
	switch v := v.(type) {
	case *ssa.BinOp:
		if v.Op != token.ADD {
			break
		}
		if front, last := keyParts(v.Y, depth+1); last != nil {
			if front == "" {
				front = constantEnd(v.X)
			}
			return front, last
		}
		return keyParts(v.X, depth+1)
	case *ssa.Call:
		if front, last, ok := formatted(v); ok {
			return front, last
		}
		if r := shape.SingleReturn(v.Call.StaticCallee()); r != nil && shape.IsString(v.Type()) {
			if front, last := keyParts(r, depth+1); front != "" && last != nil {
				return front, last
			}
		}
	}
	return "", v
}

// constantEnd is the constant text that a text ends in.
func constantEnd(v ssa.Value) string {
	if text, ok := shape.ConstString(v); ok {
		return text
	}
	if b, ok := v.(*ssa.BinOp); ok && b.Op == token.ADD {
		if text, ok := shape.ConstString(b.Y); ok {
			return text
		}
	}
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL && namesKey(keptIn(load)) { // a prefix that is kept somewhere
		return keptIn(load)
	}
	return ""
}

// formatted takes a text apart that fmt.Sprintf makes of a constant format.
func formatted(c *ssa.Call) (front string, last ssa.Value, ok bool) {
	obj := shape.Called(c)
	if obj == nil || obj.FullName() != "fmt.Sprintf" || len(c.Call.Args) < 2 {
		return "", nil, false
	}
	format, ok := shape.ConstString(c.Call.Args[0])
	args := shape.Written(c.Call.Args[1])
	i := strings.LastIndexByte(format, '%')
	if !ok || i < 0 || len(args) == 0 {
		return "", nil, false
	}
	last = unboxed(args[len(args)-1])
	if shape.ConstOf(last) != nil {
		return "", nil, false
	}
	front = format[:i]
	if j := strings.LastIndexByte(front, '%'); j >= 0 {
		front = front[min(j+2, len(front)):]
	}
	return front, last, true
}

// cameAs is the name under which a text came: that of a parameter or a field, of the
// cookie whose value it is, or the constant under which something was asked for.
func cameAs(v ssa.Value) string {
	if of, field := shape.FieldOf(v); field != nil && field.Name() == "Value" {
		if c, _ := shape.ResultOf(of); c != nil {
			return askedAs(c)
		}
	}
	if name := keptIn(v); name != "" {
		return name
	}
	if c, _ := shape.ResultOf(v); c != nil {
		return askedAs(c)
	}
	return ""
}

// askedAs is the constant that a call gets alone, as Header.Get("X-Api-Key").
func askedAs(c *ssa.Call) string {
	name := ""
	for _, a := range ownArgs(c) {
		if text, ok := shape.ConstString(a); ok {
			if name != "" {
				return ""
			}
			name = strings.ReplaceAll(text, "-", "_")
		}
	}
	return name
}
