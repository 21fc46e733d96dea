package tagging

import (
	"go/types"

	"github.com/piivet/piivet/internal/discover"
)

// kindOf says what values of a type are, for package discover.
func (m *Module) kindOf(t types.Type) discover.Kind {
	switch t := types.Unalias(t).(type) {
	case *types.Pointer:
		return m.kindOf(t.Elem())
	case *types.Slice:
		if isByte(t.Elem()) {
			return discover.Bytes
		}
		return discover.ListOf(m.kindOf(t.Elem()))
	case *types.Array:
		return discover.ListOf(m.kindOf(t.Elem()))
	case *types.Map:
		return discover.MapOf(m.kindOf(t.Elem()))
	case *types.Named:
		return m.named(t)
	case *types.Basic:
		return basic(t)
	case *types.Struct:
		return discover.Record
	case *types.Signature:
		return discover.Func
	case *types.Chan:
		return discover.Chan
	case *types.Interface:
		if t.NumMethods() > 0 {
			return discover.Func // a part of the program, however it is called
		}
		return discover.Interface
	case *types.TypeParam:
		return discover.Interface
	}
	return discover.Other
}

func basic(t *types.Basic) discover.Kind {
	switch {
	case t.Info()&types.IsString != 0:
		return discover.String
	case t.Info()&types.IsBoolean != 0:
		return discover.Bool
	case t.Info()&types.IsNumeric != 0:
		return discover.Number
	}
	return discover.Other
}

func isByte(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Uint8
}

// wellKnown are types whose name says more than what they are made of.
var wellKnown = map[string]discover.Kind{
	"time.Time": discover.Time, "database/sql.NullTime": discover.Time, "database/sql.NullString": discover.String,
	"database/sql.NullInt64": discover.Number, "database/sql.NullInt32": discover.Number, "database/sql.NullInt16": discover.Number,
	"database/sql.NullFloat64": discover.Number, "database/sql.NullBool": discover.Bool, "encoding/json.Number": discover.Number,
	"google.golang.org/protobuf/types/known/timestamppb.Timestamp": discover.Time,
}

// named looks at a type with a name. What another module makes a struct or an
// array of is known by its name only: it may be a text that can be null, or
// anything else.
func (m *Module) named(t *types.Named) discover.Kind {
	obj := t.Obj()
	if obj.Pkg() == nil { // error
		return discover.Interface
	}
	if k, ok := wellKnown[obj.Pkg().Path()+"."+obj.Name()]; ok {
		return k
	}
	switch u := t.Underlying().(type) {
	case *types.Struct, *types.Array:
		if !m.inside(obj.Pkg()) {
			return discover.Other
		}
		return m.kindOf(u)
	default:
		return m.kindOf(u)
	}
}
