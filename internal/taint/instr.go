package taint

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// instr is the transfer function of one instruction.
func (f *frame) instr(instr ssa.Instruction) {
	f.at, f.opaques = f.e.instrID(instr), 0
	switch i := instr.(type) {
	case *ssa.Store:
		f.notesStore(i)
		f.assign(i)
	case *ssa.MapUpdate:
		f.mapUpdate(i)
	case *ssa.Send:
		f.notesSend(i)
		f.send(i.Pos(), f.val(i.Chan), f.val(i.X))
	case *ssa.Go:
		st := f.state()
		f.call(i, i.Common())
		f.setState(st) // nobody waits for what it finds out
	case *ssa.Defer:
		f.deferCall(i)
	case *ssa.RunDefers:
		f.runDefers()
	case *ssa.Panic:
		f.panics(i)
		f.runDefers()
		f.dead = true
	case *ssa.Return:
		f.ret(i)
	case *ssa.DebugRef, *ssa.If, *ssa.Jump:
	case ssa.Value:
		n := f.value(i)
		if n == nil {
			n = f.unknownSettings(i.Type())
		}
		f.set(i, withoutNil(n))
	}
}

// value computes a register.
func (f *frame) value(v ssa.Value) *value.Node {
	switch v := v.(type) {
	case *ssa.Alloc:
		return f.alloc(v, v.Type().Underlying().(*types.Pointer).Elem())
	case *ssa.MakeSlice, *ssa.MakeMap, *ssa.MakeChan:
		return f.alloc(v, v.Type())
	case *ssa.Phi:
		if n, ok := f.headPhis[v]; ok {
			return n
		}
		if fd := f.folds[v]; fd != nil {
			return f.folded(v, fd)
		}
		return f.phi(v)
	case *ssa.BinOp:
		return f.binOp(v)
	case *ssa.UnOp:
		return f.unOp(v)
	case *ssa.Call:
		if p := f.foldCalls[v]; p != nil {
			return f.val(p)
		}
		n := f.call(v, v.Common())
		if f.caller != nil {
			f.told[v] = f.tells
			f.cameBack(v)
		}
		return n
	case *ssa.FieldAddr:
		return f.fieldAddr(v)
	case *ssa.IndexAddr:
		return f.indexAddr(v)
	case *ssa.Field:
		sel := access.Sel{Kind: access.Field, N: v.Field}
		if shape.IsError(v.Type()) {
			return f.read(v, f.errorField(f.val(v.X), sel))
		}
		return f.read(v, f.withAddress(v.X.Type(), v.Field, f.u.Get(f.val(v.X), sel)))
	case *ssa.Index:
		return f.read(v, f.element(f.val(v.X), func(off int) access.Sel { return f.elemSel(off, v.Index) }))
	case *ssa.Lookup:
		return f.lookup(v)
	case *ssa.Extract:
		return f.u.Get(f.val(v.Tuple), access.Sel{Kind: access.Index, N: v.Index})
	case *ssa.Slice:
		return f.slice(v)
	case *ssa.Range:
		return f.val(v.X)
	case *ssa.Next:
		return f.next(v)
	case *ssa.Select:
		return f.selects(v)
	}
	return f.conversion(v)
}

// conversion computes registers that change a value's type.
func (f *frame) conversion(v ssa.Value) *value.Node {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return f.makeInterface(v)
	case *ssa.ChangeInterface:
		return f.changeInterface(v)
	case *ssa.TypeAssert:
		f.asserts(v)
		return f.typeAssert(v)
	case *ssa.MakeClosure:
		return f.makeClosure(v)
	case *ssa.ChangeType:
		return f.convert(v.X, v.Type(), v.Pos())
	case *ssa.Convert:
		return f.convert(v.X, v.Type(), v.Pos())
	case *ssa.MultiConvert:
		return f.convert(v.X, v.Type(), v.Pos())
	case *ssa.SliceToArrayPointer:
		return f.val(v.X)
	}
	return f.opaque(v.Type())
}

func (f *frame) assign(i *ssa.Store) {
	v := f.constantStored(i, f.entryStored(i, f.settingStored(i, f.keyStored(i, f.val(i.Val)))))
	f.noteLogger(i.Addr, v)
	f.launder(i, v)
	f.fillsContext(i)
	if ptr := f.val(i.Addr); ptr != nil {
		f.readdress(i.Addr)
		f.store(ptr, v)
		f.setsDefault(i, v)
		f.fallback(i, v)
		f.rewrites(i)
		f.escapeIfShared(ptr, v)
	}
}

func (f *frame) phi(v *ssa.Phi) *value.Node {
	var out *value.Node
	for i, e := range v.Edges {
		if f.came[v.Block().Index][i] {
			out = f.u.Join(out, f.onEdge(e, f.val(e), v.Block().Preds[i], v.Block()))
		}
	}
	return f.withoutFallback(v, out)
}

// binOp: arithmetic and concatenation carry their operands, comparisons carry
// nothing.
func (f *frame) binOp(v *ssa.BinOp) *value.Node {
	switch v.Op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		f.compared(v)
		return nil
	}
	x, y := f.scalar(f.val(v.X)), f.scalar(f.val(v.Y))
	out := value.Of(f.u.Bounded(value.Union(x, behindAddress(x, y)))...)
	if f.caller != nil {
		return withoutConsts(out, f.u) // it is none of those that it is computed from
	}
	return out
}

func (f *frame) unOp(v *ssa.UnOp) *value.Node {
	switch v.Op {
	case token.MUL:
		if _, ok := v.X.(*ssa.FieldAddr); ok && shape.IsError(v.Type()) {
			return f.read(v, f.loadError(f.val(v.X)))
		}
		n := f.heldIn(v.X, f.load(f.val(v.X)))
		if fa, ok := v.X.(*ssa.FieldAddr); ok {
			n = f.withAddress(shape.Pointed(fa.X.Type()), fa.Field, n)
		}
		return f.read(v, n)
	case token.ARROW:
		n := f.element(f.val(v.X), elem)
		if v.CommaOk {
			return f.tuple(n, nil)
		}
		return n
	}
	return f.val(v.X)
}

// read notes where personal data was first read.
func (f *frame) read(v ssa.Value, n *value.Node) *value.Node {
	n = f.forVerified(n)
	return f.u.Map(n, func(l *value.Label) *value.Label {
		if l.Src == nil || l.Steps != nil {
			return l
		}
		return l.WithSteps(l.Steps.With("read from "+l.Src.Name(), f.place(readPos(v))))
	})
}

// readPos is where a field is read: the load of an address has no position of
// its own, its field selector has.
func readPos(v ssa.Value) token.Pos {
	if u, ok := v.(*ssa.UnOp); ok && !u.Pos().IsValid() || ok && u.Op == token.MUL {
		if u.X.Pos().IsValid() {
			return u.X.Pos()
		}
	}
	return v.Pos()
}

func (f *frame) fieldAddr(v *ssa.FieldAddr) *value.Node {
	var refs []value.Ref
	for _, r := range f.targets(f.val(v.X)) {
		r.Path = r.Path.Join(access.Sel{Kind: access.Field, N: v.Field})
		if f.u.TooFar(len(r.Path)) {
			r.Path = r.Path[:value.MaxDepth]
		}
		refs = append(refs, r)
	}
	return value.New(value.Node{Refs: f.u.Refs(refs)})
}

func (f *frame) tuple(parts ...*value.Node) *value.Node {
	var n *value.Node
	for i, p := range parts {
		if p != nil {
			n = f.u.Set(n, access.Sel{Kind: access.Index, N: i}, p)
		}
	}
	return n
}

func (f *frame) next(v *ssa.Next) *value.Node {
	x := f.val(v.Iter)
	if v.IsString {
		return f.tuple(nil, nil, value.Of(f.flat(x)...))
	}
	if r, ok := f.here[v]; ok {
		return f.tuple(nil, nil, f.load(value.New(value.Node{Refs: []value.Ref{r.place()}})))
	}
	key := f.element(x, func(int) access.Sel { return access.Sel{Kind: access.MapKey} })
	return f.tuple(nil, key, f.element(x, elem))
}

func (f *frame) selects(v *ssa.Select) *value.Node {
	parts := []*value.Node{nil, nil}
	for _, s := range v.States {
		if s.Dir == types.SendOnly {
			f.send(s.Pos, f.val(s.Chan), f.val(s.Send))
			continue
		}
		parts = append(parts, f.element(f.val(s.Chan), elem))
	}
	return f.tuple(parts...)
}

// slice is x[low:high]. A constant low bound shifts element numbers.
func (f *frame) slice(v *ssa.Slice) *value.Node {
	x := f.val(v.X)
	if x == nil || shape.IsString(v.X.Type()) {
		return x
	}
	shift := 0
	if v.Low != nil {
		shift = value.Unknown
		if c, ok := v.Low.(*ssa.Const); ok && c.Value != nil {
			shift = int(c.Int64())
		}
	}
	if shift == 0 && !shape.IsPointer(v.X.Type()) {
		return x
	}
	return f.sliced(x, shift)
}

// sliced is a slice of the elements of x from number shift on.
func (f *frame) sliced(x *value.Node, shift int) *value.Node {
	if x == nil {
		return nil
	}
	var refs []value.Ref
	for _, r := range f.targets(x) {
		if shift == value.Unknown || r.Off == value.Unknown {
			r.Off = value.Unknown
		} else {
			r.Off += shift
		}
		refs = append(refs, r)
	}
	out := value.Node{Refs: f.u.Refs(refs)}
	if sel := elem(0); slices.ContainsFunc(x.Kids, func(k value.Kid) bool { return k.Sel.Kind == access.Index || k.Sel == sel }) {
		out.Kids = []value.Kid{{Sel: sel, Node: f.u.Get(value.New(value.Node{Kids: x.Kids}), sel)}} // a list of which no memory is known
	}
	return value.New(out)
}
