package secrets

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/sqlcolumns"
	"github.com/piivet/piivet/internal/taint/shape"
)

// Fills reports whether a call fills the record behind a pointer with what it finds by a
// secret, and leaves it alone if it finds nothing. If it looks for a number instead, which
// may be one of another record, this is the key.
func Fills(c *ssa.Call, record ssa.Value) (secret bool, key ssa.Value) {
	obj := shape.Called(c)
	args := ownArgs(c)
	if obj == nil || !slices.ContainsFunc(args, func(v ssa.Value) bool { return unboxed(v) == record }) {
		return false, nil
	}
	if !isGorm(c.Type()) {
		n := obj.Signature().Results().Len()
		return obj.Name() != "Scan" && n > 0 && !filteredBy(c, n-1, model.IsNil) && foundBy(c, n-1, model.IsNil), nil
	}
	if !gormReads(obj.Name()) || unboxed(args[0]) != record || !isRecord(record.Type()) {
		return false, nil
	}
	if gormBySecret(c) {
		return true, nil
	}
	return false, gormKey(c)
}

// gormReads reports whether a method of gorm reads into what it gets, if there is anything.
func gormReads(name string) bool {
	switch name {
	case "First", "Take", "Last", "Find", "Scan":
		return true
	}
	return false
}

// gormKey is the number that a chain of calls looks for, nil if there is none: any other
// condition makes it find less.
func gormKey(c *ssa.Call) (key ssa.Value) {
	for range maxChain {
		switch name := nameOf(c); {
		case name == "Or" || name == "Not":
			return nil
		case name == "Where":
			key = oneOf(key, numberIn(ownArgs(c)))
		case gormReads(name):
			key = oneOf(key, numberIn(ownArgs(c)[1:]))
		}
		next, ok := receiverOf(c).(*ssa.Call)
		if !ok || !isGorm(next.Type()) {
			break
		}
		c = next
	}
	return key
}

func oneOf(a, b ssa.Value) ssa.Value {
	if a != nil {
		return a
	}
	return b
}

// numberIn is the number that the arguments of a condition look for: "id = ?" with it, or
// it alone.
func numberIn(args []ssa.Value) ssa.Value {
	var all []ssa.Value
	for _, a := range args {
		if list := shape.Written(a); len(list) > 0 {
			all = append(all, list...)
		} else {
			all = append(all, a)
		}
	}
	switch len(all) {
	case 1:
		return number(all[0])
	case 2:
		text, _ := shape.ConstString(unboxed(all[0]))
		if cols := sqlcolumns.Condition(text); len(cols) == 1 && numbers(cols[0].Name) {
			return number(all[1])
		}
	}
	return nil
}

// numbers reports whether a column has numbers of records.
func numbers(column string) bool {
	name := strings.ToLower(column)
	return name == "id" || strings.HasSuffix(name, "_id")
}

func number(v ssa.Value) ssa.Value {
	v = unboxed(v)
	if b, ok := v.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
		return v
	}
	return nil
}
