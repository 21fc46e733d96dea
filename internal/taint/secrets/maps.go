package secrets

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/sqlcolumns"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// secretMap reports whether a lookup finds something by a secret that the code
// does not know.
func secretMap(v *ssa.Lookup) bool {
	return shape.ConstOf(v.Index) == nil && shape.IsString(v.Index.Type()) && heldBySecret(v.X)
}

// heldBySecret reports whether a map has secrets as its keys: its own name says so,
// or that of its type or of the struct that it stands in, or it holds sessions of
// users, and it is not called after other keys.
func heldBySecret(m ssa.Value) bool {
	name := keptIn(m)
	if holdsSecrets(name) {
		return true
	}
	if namesOtherKeys(name) {
		return false
	}
	names := []string{typeName(m.Type())}
	if at, field := shape.FieldOf(m); field != nil {
		names = append(names, typeName(at.Type()))
	}
	return slices.ContainsFunc(names, holdsSecrets) || holdsSessions(m.Type()) || holdsKeys(name, m.Type())
}

// otherKeys are what else people are found by.
var otherKeys = []string{"user", "id", "email", "mail", "name", "phone", "account", "customer", "client"}

// namesOtherKeys reports whether a map's name says that it is not secrets by which
// something is found: byUser, emails.
func namesOtherKeys(name string) bool {
	s := sqlcolumns.Squashed(name)
	_, key, by := strings.Cut(s, "by")
	return by && key != "" || slices.ContainsFunc(otherKeys, func(w string) bool { return strings.HasSuffix(strings.TrimSuffix(s, "s"), w) })
}

// holdsSessions reports whether the elements of a map are sessions, tokens or the
// like, of somebody: a session at a conference is nobody's.
func holdsSessions(t types.Type) bool {
	m, ok := t.Underlying().(*types.Map)
	if !ok || !IsName(typeName(m.Elem())) {
		return false
	}
	s, ok := shape.Pointed(m.Elem()).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		name := sqlcolumns.Squashed(f.Name())
		if slices.ContainsFunc([]string{"user", "uid", "account", "member", "owner", "subject", "customer", "email", "login", "principal"},
			func(w string) bool { return strings.HasPrefix(name, w) }) {
			return true
		}
	}
	return false
}

// holdsKeys reports whether the elements of a map are keys of an API or tokens, with the secret
// itself, and its name is that of keys: keyCache map[string]APIKey.
func holdsKeys(name string, t types.Type) bool {
	m, ok := t.Underlying().(*types.Map)
	if !ok || !strings.Contains(strings.ToLower(name), "key") || !IsName(typeName(m.Elem())) {
		return false
	}
	s, ok := shape.Pointed(m.Elem()).Underlying().(*types.Struct)
	return ok && slices.ContainsFunc(slices.Collect(s.Fields()), func(f *types.Var) bool {
		return shape.IsText(f.Type()) && isSecretColumn(typeName(m.Elem()), f.Name())
	})
}

// typeName is the name of a type, or of what it points to; empty if it has none.
func typeName(t types.Type) string {
	t = types.Unalias(t)
	for p, ok := t.(*types.Pointer); ok; p, ok = t.(*types.Pointer) {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// keepsSecrets reports whether a variable or field may be a map by secrets.
func keepsSecrets(v *types.Var) bool {
	return keeps(v.Type()) && (holdsSecrets(v.Name()) || holdsSecrets(typeName(v.Type())) || holdsSessions(v.Type()) || holdsKeys(v.Name(), v.Type()))
}

// structKeepsSecrets reports whether a type is a struct with a map whose name says
// that it keeps secrets.
func structKeepsSecrets(t *types.TypeName) bool {
	s, ok := t.Type().Underlying().(*types.Struct)
	if !ok || !holdsSecrets(t.Name()) {
		return false
	}
	for f := range s.Fields() {
		if keeps(f.Type()) {
			return true
		}
	}
	return false
}

// keeps reports whether a type is a map by texts, or one for several goroutines.
func keeps(t types.Type) bool {
	m, ok := t.Underlying().(*types.Map)
	return ok && shape.IsString(m.Key()) || value.TypeString(t) == "sync.Map" || value.TypeString(t) == "*sync.Map"
}
