package taint

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/ways"
)

// operationLists are fields of huma's operations that are asked for their members.
var operationLists = map[string]string{
	"github.com/danielgtaylor/huma/v2.Operation.Security": string(rune(ways.AboutScheme)),
	"github.com/danielgtaylor/huma/v2.Operation.Tags":     string(rune(ways.AboutTag)),
	"github.com/danielgtaylor/huma/v2.Operation.Metadata": aboutMeta,
}

// listAsked finds out of which list of the operation at hand a value is.
func listAsked(v ssa.Value) (about string, ok bool) {
	load, is := v.(*ssa.UnOp)
	if !is {
		return "", false
	}
	if s := shape.LastStore(load); s != nil {
		return listAsked(s.Val)
	}
	of, name := shape.QualifiedField(load)
	about = operationLists[name]
	return about, about != "" && ofRequest(of)
}

// ofRequest reports whether an operation is that of the request at hand.
func ofRequest(v ssa.Value) bool {
	c, _ := shape.ResultOf(v)
	return c != nil && shape.Called(c) != nil && shape.Called(c).FullName() == "(github.com/danielgtaylor/huma/v2.Context).Operation"
}

// memberTest is what it says of a list of the operation that v is true, or false: whether
// there is anything in it, or a scheme with some name.
func (f *frame) memberTest(v ssa.Value, holds bool) (ways.Test, bool) {
	switch v := v.(type) {
	case *ssa.BinOp:
		if t, ok := f.lengthTest(v, holds); ok {
			return t, true
		}
		if box, ok := v.Y.(*ssa.MakeInterface); ok && (v.Op == token.EQL || v.Op == token.NEQ) && isTrue(box.X) {
			return f.metadataTest(v.X, holds == (v.Op == token.EQL))
		}
		return f.roundTest(v, holds)
	case *ssa.TypeAssert:
		return f.metadataTest(v.X, holds)
	case *ssa.Extract:
		if a, ok := v.Tuple.(*ssa.TypeAssert); ok && v.Index == 0 {
			return f.metadataTest(a.X, holds)
		}
		if l, ok := v.Tuple.(*ssa.Lookup); ok && v.Index == 1 {
			if key, ok := f.metadataKey(l); ok {
				return ways.Test{Not: !holds, About: aboutMeta, Op: '=', Texts: []string{key}}, true
			}
		}
		if l, ok := v.Tuple.(*ssa.Lookup); ok && v.Index == 1 && holds {
			about, name, ok := f.elementLookup(l)
			return ways.Test{About: about, Op: '=', Texts: []string{name}}, ok
		}
	}
	return ways.Test{}, false
}

var aboutMeta = string(rune(ways.AboutMeta))

func isTrue(v ssa.Value) bool {
	c := shape.ConstOf(v)
	return c != nil && c.Value != nil && c.Value.ExactString() == "true"
}

// metadataTest is the test that the operation's metadata have true under a key.
func (f *frame) metadataTest(v ssa.Value, holds bool) (ways.Test, bool) {
	if x, ok := v.(*ssa.Extract); ok && x.Index == 0 {
		v = x.Tuple
	}
	l, ok := v.(*ssa.Lookup)
	if !ok {
		return ways.Test{}, false
	}
	key, ok := f.metadataKey(l)
	return ways.Test{Not: !holds, About: aboutMeta, Op: '=', Texts: []string{key + metaSep + "true"}}, ok
}

// metadataKey is the key under which a lookup asks the metadata of the operation at hand.
func (f *frame) metadataKey(l *ssa.Lookup) (string, bool) {
	about, ok := listAsked(l.X)
	if !ok || about != aboutMeta {
		return "", false
	}
	key, ok := f.word(l.Index)
	return key, ok && !ways.Unwritable(key)
}

// lengthTest is a comparison of a list, or of its length, with nothing.
func (f *frame) lengthTest(v *ssa.BinOp, holds bool) (ways.Test, bool) {
	c := shape.ConstOf(v.Y)
	if c == nil {
		return ways.Test{}, false
	}
	list := v.X
	if call, ok := list.(*ssa.Call); ok {
		if list = shape.LengthOf(call); list == nil {
			return ways.Test{}, false
		}
	}
	about, ok := listAsked(list)
	p, known := branch.Property(c, v.Op, holds)
	if !ok || !known {
		return ways.Test{}, false
	}
	return ways.Test{Not: p == model.IsZero || p == model.IsNil, About: about, Op: '=', Texts: []string{ways.Any}}, true
}

// elementLookup is the key under which a loop over such a list looks in each of its
// elements.
func (f *frame) elementLookup(l *ssa.Lookup) (about, name string, ok bool) {
	load, is := l.X.(*ssa.UnOp)
	if !is || load.Op != token.MUL {
		return "", "", false
	}
	at, is := load.X.(*ssa.IndexAddr)
	if !is {
		return "", "", false
	}
	if about, ok = listAsked(at.X); !ok {
		return "", "", false
	}
	if name, ok = f.word(l.Index); !ok || ways.Unwritable(name) {
		return about, ways.Any, true // under whatever key, there is an element
	}
	return about, name, true
}

// roundTest is what it says that a loop over such a list goes on, or has come to its
// end: then no element has that with which the loop would have been left.
func (f *frame) roundTest(v *ssa.BinOp, holds bool) (ways.Test, bool) {
	call, ok := v.Y.(*ssa.Call)
	if !ok || v.Op != token.LSS || shape.LengthOf(call) == nil {
		return ways.Test{}, false
	}
	about, ok := listAsked(shape.LengthOf(call))
	if !ok {
		return ways.Test{}, false
	}
	if holds {
		return ways.Test{About: about, Op: '=', Texts: []string{ways.Any}}, true
	}
	names := f.leavingWith(v.Block(), shape.LengthOf(call))
	return ways.Test{Not: true, About: about, Op: '=', Texts: names}, len(names) > 0
}

// leavingWith are the names with which the loop at head, over a list, is left early by
// each element that has them.
func (f *frame) leavingWith(head *ssa.BasicBlock, list ssa.Value) (names []string) {
	for _, b := range head.Parent().Blocks {
		c, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok || b == head || !head.Dominates(b) || shape.Reaches(b.Succs[0], head) || !shape.InEachRound(b, head) {
			continue
		}
		found, ok := c.Cond.(*ssa.Extract)
		if !ok || found.Index != 1 {
			continue
		}
		l, ok := found.Tuple.(*ssa.Lookup)
		if !ok {
			continue
		}
		if load, ok := l.X.(*ssa.UnOp); ok {
			at, ok := load.X.(*ssa.IndexAddr)
			if _, name, is := f.elementLookup(l); ok && is && at.X == list && name != ways.Any {
				names = append(names, name)
			}
		}
	}
	return names
}

// containsTest is the test that slices.Contains makes of such a list.
func (f *frame) containsTest(v *ssa.Call, holds bool) (ways.Test, bool) {
	about, ok := listAsked(v.Call.Args[0])
	if !ok {
		return ways.Test{}, false
	}
	text, known := f.word(v.Call.Args[1])
	return ways.Test{Not: !holds, About: about, Op: '=', Texts: []string{text}}, known
}

// operationFields are what other fields of the operation at hand say of the request.
var operationFields = []string{"Path", "Method", "OperationID"}

func isOperationField(name string) bool {
	return slices.ContainsFunc(operationFields, func(f string) bool { return name == "github.com/danielgtaylor/huma/v2.Operation."+f })
}
