package shape

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// ConstString is the value of a constant string operand.
func ConstString(v ssa.Value) (string, bool) {
	switch c := v.(type) {
	case *ssa.Const:
		if c.Value != nil && c.Value.Kind() == constant.String {
			return constant.StringVal(c.Value), true
		}
	case *ssa.MakeInterface:
		return ConstString(c.X)
	case *ssa.ChangeType:
		return ConstString(c.X)
	case *ssa.Convert:
		return ConstString(c.X)
	}
	return "", false
}

// ConstOf is v as a constant, nil if it is none.
func ConstOf(v ssa.Value) *ssa.Const {
	c, _ := v.(*ssa.Const)
	return c
}

// IsString reports whether values of type t are strings.
func IsString(t types.Type) bool {
	b, ok := types.Unalias(t).Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// IsHeader reports whether a type is that of the headers of a request or of a
// part of one.
func IsHeader(n *types.Named) bool {
	obj := n.Obj()
	if obj.Pkg() == nil {
		return false
	}
	return obj.Name() == "Header" && obj.Pkg().Path() == "net/http" || obj.Name() == "MIMEHeader" && obj.Pkg().Path() == "net/textproto"
}
