package taint

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// settingStores is what the package stores in variables and fields that may be settings.
type settingStores struct {
	filled, handed map[*ssa.Global]bool // more than constants is stored there; their address goes elsewhere
	fixed          map[fieldKey]bool    // fields to which constants are stored, whatever the settings are
}

// filledOutside reports whether code does not fix what a package variable has. Those of
// other packages are theirs to fix.
func (e *engine) filledOutside(g *ssa.Global) bool {
	switch shape.Pointed(g.Type()).Underlying().(type) {
	case *types.Basic, *types.Struct, *types.Pointer:
	default: // lists and maps are mostly what the program has come to know
		if !namesSettings(g.Name()) {
			return false
		}
	}
	if g.Pkg != e.ssa {
		return token.IsExported(g.Name())
	}
	s := e.storesOfSettings()
	return s.filled[g] || s.handed[g]
}

// fixedField reports whether code says itself what a field is: other than of type bool, of
// which it is known what each struct has, or of a package variable.
func (e *engine) fixedField(at *ssa.FieldAddr) bool {
	g, global := at.X.(*ssa.Global)
	if u, ok := at.X.(*ssa.UnOp); ok && !global {
		_, global = u.X.(*ssa.Global)
	}
	s := e.storesOfSettings()
	if g != nil && s.handed[g] || !global && shape.IsBool(shape.Pointed(at.Type())) {
		return false
	}
	return s.fixed[fieldKeyOf(at)]
}

func fieldKeyOf(at *ssa.FieldAddr) fieldKey {
	return fieldKey{value.TypeString(types.Unalias(shape.Pointed(at.X.Type()))), at.Field}
}

func (e *engine) storesOfSettings() *settingStores {
	if e.settingStores != nil {
		return e.settingStores
	}
	s := &settingStores{filled: map[*ssa.Global]bool{}, handed: map[*ssa.Global]bool{}, fixed: map[fieldKey]bool{}}
	e.settingStores = s
	all := e.ordered
	if init := e.ssa.Func("init"); init != nil {
		all = append(all[:len(all):len(all)], init)
	}
	for _, fn := range all {
		for _, b := range fn.Blocks {
			for _, i := range b.Instrs {
				s.note(e, i)
			}
		}
	}
	return s
}

// note notes what an instruction stores, or hands on.
func (s *settingStores) note(e *engine, i ssa.Instruction) {
	st, ok := i.(*ssa.Store)
	if !ok {
		s.noteHanded(i)
		return
	}
	fixed := shape.ConstOf(st.Val) != nil
	switch at := st.Addr.(type) {
	case *ssa.Global:
		if a, ok := st.Val.(*ssa.Alloc); ok {
			fixed = !mayBeFilled(a, 0)
		}
		if !fixed || conditioned(st.Block(), func(cond ssa.Value, _ bool, _ *ssa.BasicBlock) bool { return e.asksOutside(cond) }) {
			s.filled[at] = true
		}
	case *ssa.FieldAddr:
		root, global := at.X.(*ssa.Global)
		if !fixed && global {
			s.filled[root] = true
		}
		if fixed && !conditioned(st.Block(), func(cond ssa.Value, _ bool, _ *ssa.BasicBlock) bool { return e.asksOutside(cond) }) {
			s.fixed[fieldKeyOf(at)] = true
		}
	}
}

// noteHanded notes package variables whose address, or the struct at which they point, goes
// where it may be filled.
func (s *settingStores) noteHanded(i ssa.Instruction) {
	switch i := i.(type) {
	case *ssa.MakeInterface:
		s.hand(i.X)
	case *ssa.Call:
		for _, a := range i.Call.Args {
			s.hand(a)
		}
	}
}

func (s *settingStores) hand(v ssa.Value) {
	if at, ok := v.(*ssa.FieldAddr); ok {
		v = at.X
	}
	if load, ok := v.(*ssa.UnOp); ok && shape.IsPointer(load.Type()) {
		v = load.X
	}
	if g, ok := v.(*ssa.Global); ok {
		s.handed[g] = true
	}
}

// asksOutside reports whether a condition asks the environment, or a flag.
func (e *engine) asksOutside(cond ssa.Value) bool {
	return (&settingFinder{e: e}).value(cond, 0)
}
