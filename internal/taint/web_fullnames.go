package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// The full name of a remote procedure is "/service/method". Interceptors of go-grpc-middleware
// get its parts.
const callMeta = "github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors.CallMeta"

const (
	partService = 's'
	partMethod  = 'm'
)

var partsOfNames = map[string]byte{callMeta + ".Service": partService, callMeta + ".Method": partMethod}

// inFullName is what the full name has where a part of it has a relation to one of some
// texts; no relation where the full name does not tell.
func (s askedOf) inFullName(op byte, list []string) (byte, []string) {
	var before, behind string
	switch {
	case s.part == partService && op == '=':
		op, before, behind = '^', "/", "/"
	case s.part == partService && op == '^':
		before = "/"
	case s.part == partMethod && op == '=':
		op, before = '$', "/"
	case s.part == partMethod && op == '$':
	default:
		return 0, nil
	}
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = before + t + behind
	}
	return op, out
}

// descSuffix and fullNameSuffix end the names of what protoc-gen-go-grpc writes for a
// service: Greeter_ServiceDesc, Greeter_SayHello_FullMethodName.
const (
	descSuffix     = "_ServiceDesc"
	fullNameSuffix = "_FullMethodName"
)

// serviceName is the name in the description of a service that generated code has in a
// variable, as the full names of its methods tell it.
func (e *engine) serviceName(v ssa.Value) (string, bool) {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return "", false
	}
	at, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return "", false
	}
	g, ok := at.X.(*ssa.Global)
	if _, field := shape.QualifiedField(load); !ok || field != "google.golang.org/grpc.ServiceDesc.ServiceName" || g.Pkg == nil {
		return "", false
	}
	service, ok := strings.CutSuffix(g.Name(), descSuffix)
	if !ok {
		return "", false
	}
	scope := g.Pkg.Pkg.Scope()
	for _, name := range scope.Names() {
		c, ok := scope.Lookup(name).(*types.Const)
		if !ok || !strings.HasPrefix(name, service+"_") || !strings.HasSuffix(name, fullNameSuffix) || c.Val().Kind() != constant.String {
			continue
		}
		if parts := strings.Split(constant.StringVal(c.Val()), "/"); len(parts) == 3 {
			return parts[1], true
		}
	}
	return "", false
}
