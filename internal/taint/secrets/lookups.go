// Package secrets finds where a program knows its callers by a secret.
//
// Many services do: a row of a table whose column for the token is what the
// request brought. That somebody was found proves who calls, as long as nobody
// else can know the secret. So does a text that is equal to a secret of the
// program. Which columns, maps and variables hold secrets, their names tell
// (names.go); the policy can turn this off.
package secrets

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
)

// maxChain bounds how far the calls of one statement are followed, maxBack how
// far a value.
const (
	maxChain = 16
	maxBack  = 6
)

// Found reports whether a value with this property means that somebody was
// found by a secret.
func Found(v ssa.Value, o model.Outcome) bool {
	switch v := v.(type) {
	case *ssa.Lookup:
		return o.Present() && secretMap(v)
	case *ssa.Extract:
		switch t := v.Tuple.(type) {
		case *ssa.Lookup:
			return o.Present() && secretMap(t)
		case *ssa.Call:
			return foundBy(t, v.Index, o)
		}
	case *ssa.Call:
		return foundBy(v, 0, o) || listFound(v, o)
	case *ssa.BinOp:
		return (v.Op == token.EQL && o == model.IsTrue || v.Op == token.NEQ && o == model.IsFalse) &&
			(isSecretOf(v.X, v.Y) || isSecretOf(v.Y, v.X) || ofRecord(v.X, v.Y) || ofRecord(v.Y, v.X))
	case *ssa.UnOp: // the field Error of what gorm gives
		if counted(v, o) {
			return true
		}
		if at, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL && o == model.IsNil && shape.IsError(v.Type()) {
			if c, ok := at.X.(*ssa.Call); ok {
				return isGorm(c.Type()) && gormFinds(c)
			}
		}
	}
	return false
}

// foundBy is Found for a result of a call.
func foundBy(c *ssa.Call, result int, o model.Outcome) bool {
	obj := shape.Called(c)
	if obj == nil {
		return false
	}
	sig := obj.Signature()
	if obj.FullName() == "(*sync.Map).Load" {
		return result == 1 && o == model.IsTrue && len(c.Call.Args) == 2 && heldBySecret(c.Call.Args[0]) && shape.ConstOf(c.Call.Args[1]) == nil
	}
	if o == model.IsTrue && nextRow(c, obj) {
		return true
	}
	if filteredBy(c, result, o) || foundByName(c, obj, result, o) || storeFinds(c, obj, result, o) || builderFinds(c, obj, result, o) || recordThere(c, obj, o) {
		return true
	}
	if n := sig.Results().Len(); o != model.IsNil || result != n-1 || !shape.IsError(sig.Results().At(result).Type()) {
		return false
	}
	switch name := obj.Name(); {
	case strings.Contains(name, "Scan") || name == "CollectOneRow" || name == "CollectExactlyOneRow":
		for _, v := range append([]ssa.Value{c.Call.Value}, c.Call.Args...) {
			if q := queryBehind(v); q != nil && (name[0] == 'C' || strings.HasPrefix(shape.Called(q).Name(), "QueryRow")) {
				return secretQuery(q)
			}
		}
	case name == "Get" || name == "GetContext" || name == "QueryRowScan":
		return secretQuery(c)
	}
	return false
}

// keptIn is the name of the variable or the field that a value is read
// from, or whose address it is; empty for others.
func keptIn(v ssa.Value) string {
	if _, field := shape.FieldOf(v); field != nil {
		return field.Name()
	}
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		v = load.X
	}
	switch v := v.(type) {
	case *ssa.Global:
		return v.Name()
	case *ssa.FreeVar:
		return v.Name()
	case *ssa.Parameter:
		return v.Name()
	case *ssa.Alloc:
		return v.Comment
	}
	return ""
}
