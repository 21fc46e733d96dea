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
	"github.com/piivet/piivet/internal/taint/branch"
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

// secretQuery reports whether the query that a call gets finds rows by a secret. One that
// counts has a row in any case.
func secretQuery(c *ssa.Call) bool {
	text, ok := queryText(c, func(text string) bool { return slices.ContainsFunc(sqlcolumns.Compared(text), isSecret) })
	return ok && !sqlcolumns.Aggregated(text) || !ok && builtQuery(c)
}

// countsBySecret reports whether the query that a call gets says how many rows it finds by a
// secret, or whether there are any.
func countsBySecret(c *ssa.Call) bool {
	_, ok := queryText(c, func(text string) bool { return slices.ContainsFunc(sqlcolumns.Counted(text), isSecret) })
	return ok
}

// queryText is the constant text among the arguments of a call that is as asked.
func queryText(c *ssa.Call, is func(string) bool) (string, bool) {
	for _, a := range c.Call.Args {
		if text, ok := shape.ConstString(a); ok && is(text) {
			return text, true
		}
	}
	return "", false
}

// counted reports whether a variable that is not zero, or true, has that from a query which
// counts what it finds by a secret: nothing else fills it.
func counted(v *ssa.UnOp, o model.Outcome) bool {
	n, ok := v.X.(*ssa.Alloc)
	if !ok || v.Op != token.MUL || o != model.NotZero && o != model.IsTrue {
		return false
	}
	filled := false
	for _, r := range *n.Referrers() {
		switch r := r.(type) {
		case *ssa.DebugRef, *ssa.UnOp:
		case *ssa.Store:
			if c := shape.ConstOf(r.Val); r.Addr != ssa.Value(n) || c == nil || c.Value != nil && !branch.ConstHas(c, model.IsZero) && !branch.ConstHas(c, model.IsFalse) {
				return false
			}
		case *ssa.MakeInterface:
			c := takenBy(r)
			if c == nil || !countsBySecret(queryOf(c)) {
				return false
			}
			filled = true
		default:
			return false
		}
	}
	return filled
}

// takenBy is the call that gets a value, among the others of its last parameter or by itself.
func takenBy(v *ssa.MakeInterface) *ssa.Call {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.Call:
			return r
		case *ssa.Store:
			at, ok := r.Addr.(*ssa.IndexAddr)
			if !ok {
				return nil
			}
			return listTakenBy(at.X)
		}
	}
	return nil
}

func listTakenBy(list ssa.Value) *ssa.Call {
	for _, r := range *list.Referrers() {
		s, ok := r.(*ssa.Slice)
		if !ok || s.Referrers() == nil {
			continue
		}
		for _, use := range *s.Referrers() {
			if c, ok := use.(*ssa.Call); ok {
				return c
			}
		}
	}
	return nil
}

// queryOf is the call that has the query of one that fills variables: what gave the row, or itself.
func queryOf(c *ssa.Call) *ssa.Call {
	if v := receiverOf(c); v != nil {
		if q := queryBehind(v); q != nil {
			return q
		}
	}
	return c
}

// nextRow reports whether a call goes to the next row of those that a query finds by a secret.
func nextRow(c *ssa.Call, obj *types.Func) bool {
	if obj.Name() != "Next" || receiverOf(c) == nil {
		return false
	}
	q := queryBehind(receiverOf(c))
	return q != nil && secretQuery(q)
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
		return slices.ContainsFunc(sqlcolumns.Compared(text), isSecret) || slices.ContainsFunc(sqlcolumns.Counted(text), isSecret)
	}
	return slices.ContainsFunc(sqlcolumns.Condition(text), func(c sqlcolumns.Column) bool { return isSecretColumn("tokens", c.Name) })
}
