package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/ways"
)

// An operation of huma says of itself what it asks for: its Security, its tags. A
// registration has it as a literal, changed by functions of the program, or made by
// functions that are handed along. What the code does not show is not known, and any
// answer may be right.

// maxOperation bounds how far an operation is followed through functions.
const maxOperation = 4

// operation is what is known of an operation: the values of its fields. A nil value is
// one that is not known.
type operation struct {
	fields map[string]ssa.Value
	rest   bool // all other fields are not set
	lost   bool // nothing is known
}

// anything stands for members that may be any, or none.
var anything = []string{string(ways.SomeText)}

// operated adds what the operation at a place says of its route.
func (c *modelCall) operated(out *ways.Routes, arg int) {
	v := c.site.argValue(arg)
	if v == nil {
		return
	}
	op := operation{fields: map[string]ssa.Value{}, rest: true}
	if _, list := v.Type().Underlying().(*types.Slice); list {
		for _, fn := range shape.Written(v) {
			op = c.f.e.changedBy(fn, op)
		}
		if len(shape.Written(v)) == 0 && shape.ConstOf(v) == nil {
			op.lost = true // of functions that are not written at the call
		}
	} else if shape.IsFunc(v.Type()) {
		op = c.f.e.changedBy(v, operation{fields: op.fields})
	} else {
		op = c.f.e.operationOf(v, nil, 0)
	}
	c.routedBy(out, op)
}

// routedBy writes what is known of an operation.
func (c *modelCall) routedBy(out *ways.Routes, op operation) {
	if path, ok := c.f.constantField(op, "Path"); ok {
		out.Rel, out.Template = true, path
		out.Paths, _ = ways.Writable(ways.Globs("brace", path))
	}
	if verb, ok := c.f.constantField(op, "Method"); ok && !ways.Unwritable(verb) {
		out.Verbs = []string{verb}
	}
	if id, ok := c.f.constantField(op, "OperationID"); ok && !ways.Unwritable(id) {
		out.IDs = []string{id}
	} else if _, set := op.fields["OperationID"]; !set && !op.lost {
		out.IDs = generatedIDs(verbsOf(c.m.Name))
	}
	out.Schemes = op.members("Security", c.f.e.schemesIn)
	out.Tags = op.members("Tags", c.f.e.textsIn)
	out.Meta = op.members("Metadata", c.f.e.metadataIn)
}

// generatedIDs are the names that huma gives to operations which have none.
func generatedIDs(verbs []string) (out []string) {
	for _, v := range verbs {
		out = append(out, strings.ToLower(v)+"-"+string(ways.SomeText))
	}
	if len(out) > 0 && verbs[0] == "GET" {
		out = append(out, "list-"+string(ways.SomeText))
	}
	return out
}

func (f *frame) constantField(op operation, name string) (string, bool) {
	v := op.fields[name]
	if v == nil {
		return "", false
	}
	text, ok := f.word(v)
	return text, ok && text != ""
}

// members are those of a field that is a list, as globs; nil where nothing is said of it.
func (op operation) members(field string, in func(ssa.Value, int) []string) []string {
	v, set := op.fields[field]
	switch {
	case op.lost || set && v == nil:
		return anything
	case !set && op.rest:
		return []string{""}
	case !set:
		return nil
	}
	list := in(v, 0)
	if len(list) == 0 || slices.ContainsFunc(list, func(s string) bool { return s != string(ways.SomeText) && ways.Unwritable(s) }) {
		return anything
	}
	return list
}

// operationOf is what is known of an operation; args are those of the function that
// it stands in.
func (e *engine) operationOf(v ssa.Value, args []ssa.Value, depth int) operation {
	unknown := operation{fields: map[string]ssa.Value{}, lost: true}
	if depth > maxOperation {
		return unknown
	}
	switch v := v.(type) {
	case *ssa.UnOp:
		if a, ok := v.X.(*ssa.Alloc); ok && v.Op == token.MUL {
			return e.operationAt(a, v, args, depth)
		}
	case *ssa.Parameter:
		for i, p := range v.Parent().Params {
			if p == v && i < len(args) {
				return e.operationOf(args[i], nil, depth+1)
			}
		}
	case *ssa.Const:
		return operation{fields: unknown.fields, rest: true}
	case *ssa.Call:
		if r := shape.SingleReturn(v.Call.StaticCallee()); r != nil {
			return e.operationOf(r, v.Call.Args, depth+1)
		}
	}
	return unknown
}

// operationAt is what is known of an operation in a variable when it is read. All that
// is done with the variable must be in sight.
func (e *engine) operationAt(a *ssa.Alloc, read *ssa.UnOp, args []ssa.Value, depth int) operation {
	op := operation{fields: map[string]ssa.Value{}, rest: true}
	for _, r := range *a.Referrers() { // what it had first
		if s, ok := r.(*ssa.Store); ok && s.Addr == ssa.Value(a) {
			op = e.operationOf(s.Val, args, depth+1)
		}
	}
	set := map[string]int{}
	for _, r := range *a.Referrers() {
		switch r := r.(type) {
		case *ssa.FieldAddr:
			e.fieldStores(r, &op, set, read)
		case *ssa.Store, *ssa.UnOp, *ssa.DebugRef:
		case *ssa.Call:
			if fn := r.Call.StaticCallee(); fn != nil && len(r.Call.Args) == 1 && shape.Precedes(r, read) {
				op = e.changedBy(fn, op)
				break
			}
			return operation{fields: map[string]ssa.Value{}, lost: true}
		default:
			return operation{fields: map[string]ssa.Value{}, lost: true}
		}
	}
	return op
}

// fieldStores notes what is stored in a field, once and before it is read; else it is not known.
func (e *engine) fieldStores(at *ssa.FieldAddr, op *operation, set map[string]int, read ssa.Instruction) {
	_, field := shape.FieldOf(at)
	for _, r := range *at.Referrers() {
		switch r := r.(type) {
		case *ssa.Store:
			op.fields[field.Name()] = r.Val
			if set[field.Name()]++; set[field.Name()] > 1 || r.Addr != ssa.Value(at) || read != nil && !shape.Precedes(r, read) {
				op.fields[field.Name()] = nil
			}
		case *ssa.UnOp:
			if slices.ContainsFunc(*r.Referrers(), changesMap) {
				op.fields[field.Name()] = nil
			}
		case *ssa.DebugRef:
		default:
			op.fields[field.Name()] = nil
		}
	}
}

func changesMap(i ssa.Instruction) bool {
	_, ok := i.(*ssa.MapUpdate)
	return ok
}

// changedBy is an operation behind a function that gets its address.
func (e *engine) changedBy(v ssa.Value, op operation) operation {
	for {
		t, ok := v.(*ssa.ChangeType)
		if !ok {
			break
		}
		v = t.X
	}
	var fn *ssa.Function
	switch v := v.(type) {
	case *ssa.Function:
		fn = v
	case *ssa.MakeClosure:
		fn, _ = v.Fn.(*ssa.Function)
	case *ssa.Call:
		switch obj := shape.Called(v); {
		case obj == nil:
		case obj.FullName() == "github.com/danielgtaylor/huma/v2.OperationTags":
			op.fields["Tags"] = shape.LastArg(v)
			return op
		case obj.FullName() == "github.com/danielgtaylor/huma/v2.PrefixModifier":
			return op
		}
		switch r := shape.SingleReturn(v.Call.StaticCallee()).(type) {
		case *ssa.Function, *ssa.MakeClosure:
			return e.changedBy(r, op)
		}
	}
	if fn == nil || len(fn.Blocks) != 1 || len(fn.Params) == 0 {
		return operation{fields: map[string]ssa.Value{}, lost: true}
	}
	return e.changedIn(fn, op)
}

// changedIn is an operation behind a function without branches.
func (e *engine) changedIn(fn *ssa.Function, op operation) operation {
	p := fn.Params[0]
	set := map[string]int{}
	for _, r := range *p.Referrers() {
		switch r := r.(type) {
		case *ssa.FieldAddr:
			e.fieldStores(r, &op, set, nil)
		case *ssa.DebugRef:
		case *ssa.Call: // the next modifier gets it
			if next := r.Call.Value; len(fn.Params) == 2 && next == ssa.Value(fn.Params[1]) {
				break
			}
			return operation{fields: map[string]ssa.Value{}, lost: true}
		default:
			return operation{fields: map[string]ssa.Value{}, lost: true}
		}
	}
	return op
}
