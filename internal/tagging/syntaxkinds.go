package tagging

import (
	"go/ast"

	"github.com/piivet/piivet/internal/discover"
)

// kindOfSyntax says what values of a type are where the type checker does not
// know it, because the code does not compile.
func kindOfSyntax(e ast.Expr) discover.Kind {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return kindOfSyntax(e.X)
	case *ast.StarExpr:
		return kindOfSyntax(e.X)
	case *ast.ArrayType:
		if id, ok := e.Elt.(*ast.Ident); ok && id.Name == "byte" {
			return discover.Bytes
		}
		return discover.ListOf(kindOfSyntax(e.Elt))
	case *ast.MapType:
		return discover.MapOf(kindOfSyntax(e.Value))
	case *ast.StructType:
		return discover.Record
	case *ast.FuncType:
		return discover.Func
	case *ast.ChanType:
		return discover.Chan
	case *ast.InterfaceType:
		if e.Methods.NumFields() > 0 {
			return discover.Func
		}
		return discover.Interface
	case *ast.Ident:
		if k, ok := identKinds[e.Name]; ok {
			return k
		}
	case *ast.SelectorExpr:
		if x, ok := e.X.(*ast.Ident); ok {
			return qualified(x.Name + "." + e.Sel.Name)
		}
	}
	return discover.Other
}

func qualified(name string) discover.Kind {
	switch name {
	case "time.Time", "sql.NullTime", "timestamppb.Timestamp":
		return discover.Time
	case "time.Duration":
		return discover.Number
	case "sql.NullString":
		return discover.String
	case "json.RawMessage":
		return discover.Bytes
	}
	return discover.Other
}

// identKinds are the types of the language.
var identKinds = map[string]discover.Kind{
	"string": discover.String, "bool": discover.Bool, "any": discover.Interface, "error": discover.Interface,
	"int": discover.Number, "int8": discover.Number, "int16": discover.Number, "int32": discover.Number, "int64": discover.Number,
	"uint": discover.Number, "uint8": discover.Number, "uint16": discover.Number, "uint32": discover.Number, "uint64": discover.Number,
	"byte": discover.Number, "rune": discover.Number, "float32": discover.Number, "float64": discover.Number, "uintptr": discover.Number,
}
