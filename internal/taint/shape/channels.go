package shape

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// ReceivedFrom is the channel that a value came out of, and the type of what it holds; nil
// if it came from elsewhere.
func ReceivedFrom(v ssa.Value) (ch ssa.Value, t types.Type) {
	switch v := v.(type) {
	case *ssa.UnOp:
		if v.Op == token.ARROW {
			return v.X, v.Type()
		}
	case *ssa.Extract:
		switch t := v.Tuple.(type) {
		case *ssa.UnOp:
			if t.Op == token.ARROW && v.Index == 0 {
				return t.X, v.Type()
			}
		case *ssa.Select:
			n := 2 // behind the number of the case and whether it was open
			for _, s := range t.States {
				if s.Dir != types.RecvOnly {
					continue
				}
				if n == v.Index {
					return s.Chan, v.Type()
				}
				n++
			}
		}
	}
	return nil, nil
}

// SendsTo lists the sends to a channel that the function at, which makes it, and its
// closures keep to themselves, and reports whether they close it; nothing where it goes
// elsewhere.
func SendsTo(ch ssa.Value) (at *ssa.Function, sends []*ssa.Send, closes bool) {
	w := channelWalk{seen: map[ssa.Value]bool{}}
	m := made(ch, 0)
	if m == nil || !w.value(m) {
		return nil, nil, false
	}
	return m.Parent(), w.sends, w.closes
}

// made is where a channel was made, through variables that are stored to once.
func made(ch ssa.Value, depth int) ssa.Value {
	if depth > maxBack {
		return nil
	}
	switch x := ch.(type) {
	case *ssa.MakeChan:
		return x
	case *ssa.ChangeType:
		return made(x.X, depth+1)
	case *ssa.UnOp:
		var s *ssa.Store
		switch x := x.X.(type) {
		case *ssa.Alloc:
			s = OnlyStore(x)
		case *ssa.FreeVar:
			s = CapturedStore(x)
		}
		if s != nil {
			return made(s.Val, depth+1)
		}
	}
	return nil
}

type channelWalk struct {
	seen   map[ssa.Value]bool
	sends  []*ssa.Send
	closes bool
}

// value follows a channel; false where it goes out of sight.
func (w *channelWalk) value(v ssa.Value) bool {
	if w.seen[v] {
		return true
	}
	w.seen[v] = true
	for _, r := range *v.Referrers() {
		if !w.use(v, r) {
			return false
		}
	}
	return true
}

func (w *channelWalk) use(v ssa.Value, r ssa.Instruction) bool {
	switch r := r.(type) {
	case *ssa.Send:
		if r.X == v {
			return false
		}
		w.sends = append(w.sends, r)
	case *ssa.UnOp, *ssa.DebugRef, *ssa.Range:
	case *ssa.ChangeType:
		return w.value(r)
	case *ssa.Select:
		for _, s := range r.States {
			if s.Chan == v && s.Dir == types.SendOnly || s.Send == v {
				return false
			}
		}
	case *ssa.Store:
		a, ok := r.Addr.(*ssa.Alloc)
		return ok && r.Val == v && OnlyStore(a) == r && w.variable(a)
	case ssa.CallInstruction:
		b, ok := r.Common().Value.(*ssa.Builtin)
		if ok && b.Name() == "close" {
			w.closes = true
		}
		return ok
	default:
		return false
	}
	return true
}

// variable follows what is read from a variable, in closures as well.
func (w *channelWalk) variable(addr ssa.Value) bool {
	for _, r := range *addr.Referrers() {
		switch r := r.(type) {
		case *ssa.UnOp:
			if !w.value(r) {
				return false
			}
		case *ssa.MakeClosure:
			for i, b := range r.Bindings {
				if b == addr && !w.variable(r.Fn.(*ssa.Function).FreeVars[i]) {
					return false
				}
			}
		}
	}
	return true
}

// IsCaptured reports whether a closure captures a local variable.
func IsCaptured(a *ssa.Alloc) bool {
	for _, r := range *a.Referrers() {
		if _, ok := r.(*ssa.MakeClosure); ok {
			return true
		}
	}
	return false
}

// StoredBefore reports whether a store to a captured variable was done when the closure
// was made.
func StoredBefore(v *ssa.FreeVar, s *ssa.Store) bool {
	for _, b := range v.Parent().Parent().Blocks {
		for _, i := range b.Instrs {
			mc, ok := i.(*ssa.MakeClosure)
			if !ok || mc.Fn != v.Parent() {
				continue
			}
			if s.Parent() != mc.Parent() || !Precedes(s, mc) {
				return false
			}
		}
	}
	return true
}

// WholeStore is the one store to a variable of which fields are only read.
func WholeStore(a *ssa.Alloc) *ssa.Store {
	var out *ssa.Store
	for _, r := range *a.Referrers() {
		switch r := r.(type) {
		case *ssa.Store:
			if r.Addr != a || out != nil {
				return nil
			}
			out = r
		case *ssa.FieldAddr:
			if !AddrOnlyRead(r) {
				return nil
			}
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			return nil
		}
	}
	return out
}

// FieldsWritten are the values that a literal of a struct gives its fields; none where a
// field may be written otherwise.
func FieldsWritten(a *ssa.Alloc) map[int]ssa.Value {
	out := map[int]ssa.Value{}
	st, ok := Pointed(a.Type()).Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for _, r := range *a.Referrers() {
		switch r := r.(type) {
		case *ssa.FieldAddr:
			for _, u := range *r.Referrers() {
				s, ok := u.(*ssa.Store)
				if !ok || s.Addr != ssa.Value(r) || out[r.Field] != nil {
					return nil
				}
				out[r.Field] = s.Val
			}
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			return nil
		}
	}
	for i := range st.NumFields() {
		if out[i] == nil {
			out[i] = ssa.NewConst(nil, st.Field(i).Type())
		}
	}
	return out
}
