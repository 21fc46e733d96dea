package secrets

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/sqlcolumns"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// queryBehind is the call that gave rows, or a row.
func queryBehind(v ssa.Value) *ssa.Call {
	c, _ := shape.ResultOf(v)
	if c == nil || shape.Called(c) == nil || !strings.HasPrefix(shape.Called(c).Name(), "Query") {
		return nil
	}
	return c
}

// secretQuery reports whether the query that a call gets finds rows by a secret.
func secretQuery(c *ssa.Call) bool {
	for _, a := range c.Call.Args {
		text, ok := shape.ConstString(a)
		if !ok {
			continue
		}
		if slices.ContainsFunc(sqlcolumns.Compared(text), isSecret) {
			return true
		}
	}
	return builtQuery(c)
}

// isGorm reports whether a type is that of gorm's database, of today or of the first version.
func isGorm(t types.Type) bool {
	if t == nil {
		return false
	}
	s := value.TypeString(t)
	return s == "*gorm.io/gorm.DB" || s == "*github.com/jinzhu/gorm.DB"
}

// gormFinds reports whether a chain of calls ends in one that finds one record,
// by a secret.
func gormFinds(c *ssa.Call) bool {
	obj := shape.Called(c)
	if obj == nil {
		return false
	}
	switch obj.Name() {
	case "First", "Take", "Last":
	default:
		return false
	}
	return gormBySecret(c)
}

// recordThere reports whether a call asks the first version of gorm whether there was a
// record, of a query by a secret, and hears that there was.
func recordThere(c *ssa.Call, obj *types.Func, o model.Outcome) bool {
	if obj.Name() != "RecordNotFound" || o != model.IsFalse || len(c.Call.Args) != 1 {
		return false
	}
	query, ok := c.Call.Args[0].(*ssa.Call)
	return ok && isGorm(query.Type()) && gormFinds(query)
}

// gormBySecret reports whether the record that a chain of calls reads is looked for by a
// secret.
func gormBySecret(c *ssa.Call) bool {
	table, found := "", false
	if len(c.Call.Args) > 1 {
		table = recordName(c.Call.Args[1])
	}
	for range maxChain {
		obj := shape.Called(c)
		if obj == nil || len(c.Call.Args) == 0 || obj.Name() == "Or" || obj.Name() == "Not" {
			return false
		}
		switch name := obj.Name(); {
		case name == "Where":
			found = found || secretWhere(table, c.Call.Args[1:])
		case gormReads(name):
			found = found || secretWhere(table, c.Call.Args[min(2, len(c.Call.Args)):])
		}
		next, ok := c.Call.Args[0].(*ssa.Call)
		if !ok || !isGorm(next.Type()) {
			break
		}
		c = next
	}
	return found
}

// secretCondition reports whether one of the arguments of a condition is a text
// that compares a secret: behind it come the values.
func secretCondition(table string, args []ssa.Value) bool {
	for _, a := range args {
		for _, v := range append([]ssa.Value{a}, shape.Written(a)...) {
			if box, ok := v.(*ssa.MakeInterface); ok {
				v = box.X
			}
			text, ok := shape.ConstString(v)
			if !ok {
				continue
			}
			for _, col := range sqlcolumns.Condition(text) {
				if isSecretColumn(table, col.Name) || isSecret(col) {
					return true
				}
			}
		}
	}
	return false
}

// recordName is the name of the type that a record is read into.
func recordName(v ssa.Value) string {
	if box, ok := v.(*ssa.MakeInterface); ok {
		v = box.X
	}
	return typeName(v.Type())
}

// Used reports whether some code of the package may find somebody by a
// secret: a query or a condition that says so, or a map.
func Used(info *types.Info, files []*ast.File) bool {
	for _, obj := range info.Defs {
		switch obj := obj.(type) {
		case *types.Var:
			if keepsSecrets(obj) {
				return true
			}
		case *types.TypeName:
			if structKeepsSecrets(obj) {
				return true
			}
		}
	}
	found := usesStores(info, files) || usesNamed(info)
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && !found && lit.Kind == token.STRING && mayCompare(lit.Value) {
				found = comparesSecret(lit.Value)
			}
			return !found
		})
	}
	return found
}

// usesNamed reports whether the package asks a store behind an interface by a method that is
// named after a secret.
func usesNamed(info *types.Info) bool {
	for _, obj := range info.Uses {
		if namedAfterSecret(obj) {
			return true
		}
	}
	return false
}

// mayCompare reports whether a text has what every comparison with a value has.
// Most texts of a package have not, and are not worth reading as a query.
func mayCompare(text string) bool {
	return strings.Contains(text, "=") && strings.ContainsAny(text, "?$:@")
}

func comparesSecret(lit string) bool {
	text, err := strconv.Unquote(lit)
	if err != nil {
		return false
	}
	if strings.Contains(strings.ToLower(text), "where") {
		return slices.ContainsFunc(sqlcolumns.Compared(text), isSecret)
	}
	return slices.ContainsFunc(sqlcolumns.Condition(text), func(c sqlcolumns.Column) bool { return isSecretColumn("tokens", c.Name) })
}
