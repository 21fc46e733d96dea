package secrets

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// ofRecord reports whether a text is the secret of a record that the program has found, and
// the other one what a request brought as such: u.Password == in.Password, or a hash of it.
// A password that is compared with another field of the same form is none.
func ofRecord(kept, other ssa.Value) bool {
	record, field := shape.FieldOf(kept)
	if field == nil || !IsName(field.Name()) || decoded(record) || ofCaptured(kept) {
		return false
	}
	return asksText(other, record, 0)
}

// asksText reports whether a text is one that a request brought as a secret, or was made of
// one; not out of this record.
func asksText(v, record ssa.Value, depth int) bool {
	v = trimmed(v)
	if depth > maxBack || shape.ConstOf(v) != nil {
		return false
	}
	if of, field := shape.FieldOf(v); field != nil && field.Name() != "Value" {
		return IsName(field.Name()) && of != record && !ofCaptured(v) && (decoded(of) || typeName(of.Type()) != typeName(record.Type()))
	}
	if namesSecret(askedName(v)) {
		return true
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		return !isReceiver(v) && IsName(v.Name())
	case *ssa.Convert:
		return asksText(v.X, record, depth+1)
	case *ssa.Alloc: // an array, as of a hash
		return slices.ContainsFunc(*v.Referrers(), func(i ssa.Instruction) bool {
			s, ok := i.(*ssa.Store)
			return ok && s.Addr == v && asksText(s.Val, record, depth+1)
		})
	}
	c, _ := shape.ResultOf(v)
	if c == nil {
		return false
	}
	if obj := shape.Called(c); obj != nil && strings.HasPrefix(obj.Name(), "Get") && IsName(obj.Name()) { // in.GetPassword()
		return len(ownArgs(c)) == 0 && !slices.Contains(c.Call.Args, record)
	}
	return slices.ContainsFunc(c.Call.Args, func(a ssa.Value) bool { return asksText(a, record, depth+1) })
}

// decoders are words in the names of functions that fill a struct with what a request brought.
var decoders = []string{"decode", "bind", "parse", "unmarshal", "read"}

// decoded reports whether a struct was filled with what a request brought.
func decoded(of ssa.Value) bool {
	refs := of.Referrers()
	if refs == nil {
		return false
	}
	return slices.ContainsFunc(*refs, func(i ssa.Instruction) bool {
		switch i := i.(type) {
		case *ssa.Call:
			return decodes(i)
		case *ssa.MakeInterface:
			return slices.ContainsFunc(*i.Referrers(), func(i ssa.Instruction) bool { c, ok := i.(*ssa.Call); return ok && decodes(c) })
		}
		return false
	})
}

func decodes(c *ssa.Call) bool {
	name := strings.ToLower(nameOf(c))
	return slices.ContainsFunc(decoders, func(w string) bool { return strings.Contains(name, w) })
}
