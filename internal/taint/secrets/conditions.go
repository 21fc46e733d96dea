package secrets

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
)

// comparison is a field that a condition compares, and with what.
type comparison struct {
	name string
	with ssa.Value
}

// comparesField reports whether a condition that is a map, a list of names and values
// or a struct compares a secret with a text that the code does not have.
func comparesField(table string, cond ssa.Value) bool {
	cond = unboxed(cond)
	if table == "" {
		table = typeName(cond.Type())
	}
	found := false
	for _, c := range comparisons(cond) {
		if strings.EqualFold(c.name, "$or") || strings.EqualFold(c.name, "$nor") {
			return false
		}
		found = found || isSecretColumn(table, c.name[strings.LastIndexByte(c.name, '.')+1:]) && compared(c.with)
	}
	return found
}

// compared reports whether a value is one that something is equal to: no constant,
// and no condition in itself.
func compared(v ssa.Value) bool {
	v = unboxed(v)
	switch v.Type().Underlying().(type) {
	case *types.Map, *types.Struct:
		return false
	case *types.Slice:
		return shape.IsText(v.Type())
	}
	return brought(v)
}

// comparisons are the names and values that are written in a map, in a list of
// structs with a key and a value, or in a struct.
func comparisons(v ssa.Value) (out []comparison) {
	switch v := v.(type) {
	case *ssa.MakeMap:
		for _, r := range *v.Referrers() {
			if u, ok := r.(*ssa.MapUpdate); ok && u.Map == ssa.Value(v) {
				name, _ := shape.ConstString(u.Key)
				out = append(out, comparison{name, u.Value})
			}
		}
	case *ssa.Slice:
		return pairsIn(v.X)
	case *ssa.Alloc:
		return fieldsOf(v)
	case *ssa.UnOp:
		if a, ok := v.X.(*ssa.Alloc); ok && v.Op == token.MUL {
			return fieldsOf(a)
		}
	}
	return out
}

// pairsIn are the names and values in a list of structs that have both.
func pairsIn(list ssa.Value) (out []comparison) {
	a, ok := list.(*ssa.Alloc)
	if !ok {
		return nil
	}
	for _, r := range *a.Referrers() {
		at, ok := r.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		var c comparison
		for _, f := range append(fieldsOf(at), copiedTo(at)...) {
			switch f.name {
			case "Key":
				c.name, _ = shape.ConstString(f.with)
			case "Value":
				c.with = f.with
			}
		}
		if c.name != "" && c.with != nil {
			out = append(out, c)
		}
	}
	return out
}

// copiedTo are the fields of a struct that is written elsewhere and copied to an address.
func copiedTo(at ssa.Value) []comparison {
	for _, r := range *at.Referrers() {
		s, ok := r.(*ssa.Store)
		if !ok || s.Addr != at {
			continue
		}
		if load, ok := s.Val.(*ssa.UnOp); ok && load.Op == token.MUL {
			if a, ok := load.X.(*ssa.Alloc); ok {
				return fieldsOf(a)
			}
		}
	}
	return nil
}

// fieldsOf are the fields that are set of the struct at an address.
func fieldsOf(at ssa.Value) (out []comparison) {
	for _, r := range *at.Referrers() {
		fa, ok := r.(*ssa.FieldAddr)
		if !ok || fa.X != at {
			continue
		}
		_, field := shape.FieldOf(fa)
		for _, r := range *fa.Referrers() {
			if s, ok := r.(*ssa.Store); ok && s.Addr == ssa.Value(fa) && field != nil {
				out = append(out, comparison{field.Name(), s.Val})
			}
		}
	}
	return out
}

// builderFinds reports whether a result with this property is that of a statement that
// a chain of calls builds, which finds one record by a secret.
func builderFinds(c *ssa.Call, obj *types.Func, result int, o model.Outcome) bool {
	there := tells(obj, result, o) && shape.IsError(obj.Signature().Results().At(result).Type())
	switch name := obj.Name(); {
	case from(obj, "github.com/uptrace/bun"):
		return (name == "Scan" && there || name == "Exists" && result == 0 && o == model.IsTrue) && chainFinds(c)
	case from(obj, "xorm.io/xorm"):
		return (name == "Get" || name == "Exist") && result == 0 && o == model.IsTrue && chainFinds(c)
	case isEnt(obj):
		switch name {
		case "Only", "OnlyID", "First", "FirstID":
			return there && chainFinds(c)
		case "Exist":
			return result == 0 && o == model.IsTrue && chainFinds(c)
		}
	}
	return false
}

// isEnt reports whether a method is one of a query that ent generates.
func isEnt(obj *types.Func) bool {
	recv := obj.Signature().Recv()
	if recv == nil || obj.Pkg() == nil || !strings.HasSuffix(typeName(recv.Type()), "Query") {
		return false
	}
	for _, p := range obj.Pkg().Imports() {
		if strings.HasPrefix(p.Path(), "entgo.io/ent") {
			return true
		}
	}
	return false
}

// chainFinds reports whether one of the calls of a chain has a condition on a secret,
// and none an alternative to it.
func chainFinds(c *ssa.Call) bool {
	table, found := chainTable(c), false
	for range maxChain {
		switch name := nameOf(c); {
		case strings.HasSuffix(name, "Or") || name == "Not" || name == "WhereGroup":
			return false
		case name == "Model" && ofMany(firstArg(c)):
			return false
		case name == "Where" || name == "And":
			found = found || secretWhere(table, ownArgs(c))
		}
		next, ok := receiverOf(c).(*ssa.Call)
		if !ok {
			break
		}
		c = next
	}
	return found
}

// ofMany reports whether a value leads to a list.
func ofMany(v ssa.Value) bool {
	if v == nil {
		return false
	}
	_, list := shape.Pointed(unboxed(v).Type()).Underlying().(*types.Slice)
	return list
}

// chainTable is the name of the table or of the record that a chain is about; a list
// of records may be empty, and is none.
func chainTable(c *ssa.Call) string {
	for range maxChain {
		switch name := nameOf(c); name {
		case "From", "Table":
			if text, ok := shape.ConstString(firstArg(c)); ok {
				return text
			}
		case "Model", "Get":
			if args := ownArgs(c); len(args) > 0 {
				if r := recordName(args[len(args)-1]); r != "" {
					return r
				}
			}
		}
		next, ok := receiverOf(c).(*ssa.Call)
		if !ok {
			return ""
		}
		c = next
	}
	return ""
}

// secretWhere is secretCondition for all that builders take for a condition: texts,
// maps, structs, lists of conditions and functions that ent generates.
func secretWhere(table string, args []ssa.Value) bool {
	if secretCondition(table, args) {
		return true
	}
	for _, a := range args {
		for _, v := range append([]ssa.Value{a}, shape.Written(unboxed(a))...) {
			if box, ok := v.(*ssa.MakeInterface); ok && typeName(box.X.Type()) == "Or" {
				break
			}
			v = unboxed(v)
			if comparesField(table, v) || secretPredicate(v) {
				return true
			}
		}
	}
	return false
}

// secretPredicate reports whether a value is a condition of ent on a secret:
// session.Token(t), user.APIKeyEQ(k).
func secretPredicate(v ssa.Value) bool {
	c, ok := v.(*ssa.Call)
	if !ok || len(c.Call.Args) != 1 || typeName(c.Type()) == "" {
		return false
	}
	obj := shape.Called(c)
	n, named := types.Unalias(c.Type()).(*types.Named)
	if obj == nil || obj.Pkg() == nil || !named || n.Obj().Pkg() == nil || n.Obj().Pkg().Name() != "predicate" {
		return false
	}
	return isSecretColumn(obj.Pkg().Name(), strings.TrimSuffix(obj.Name(), "EQ")) && compared(c.Call.Args[0])
}

// builtQuery reports whether a query that is handed to a database was built by squirrel,
// with a condition on a secret.
func builtQuery(c *ssa.Call) bool {
	for _, a := range c.Call.Args {
		if built, _ := shape.ResultOf(a); built != nil && from(shape.Called(built), squirrel) && chainFinds(built) {
			return true
		}
	}
	return false
}

const squirrel = "github.com/Masterminds/squirrel"
