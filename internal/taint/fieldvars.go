package taint

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/value"
)

// loggers are the types of fields whose contents are looked for: what a method
// logs through was mostly put into a field by a constructor of the same package.
var loggers = map[string]bool{
	"*log/slog.Logger": true, "log/slog.Handler": true, "*log.Logger": true,
	"*go.uber.org/zap.Logger": true, "*go.uber.org/zap.SugaredLogger": true, "go.uber.org/zap/zapcore.Core": true,
	"github.com/rs/zerolog.Logger": true, "*github.com/rs/zerolog.Logger": true,
	"*github.com/sirupsen/logrus.Logger": true, "*github.com/sirupsen/logrus.Entry": true,
	"github.com/go-logr/logr.Logger": true,
}

// loggerField names what a field holds that only this package can write to, as
// if it were one variable for all values of the type; empty for other fields.
func (e *engine) loggerField(fa *ssa.FieldAddr) string {
	p, ok := types.Unalias(fa.X.Type()).Underlying().(*types.Pointer)
	if !ok {
		return ""
	}
	named, ok := types.Unalias(p.Elem()).(*types.Named)
	if !ok || named.Obj().Pkg() != e.pass.Pkg || named.TypeParams() != nil {
		return ""
	}
	st, ok := named.Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	v := st.Field(fa.Field)
	if token.IsExported(v.Name()) || !loggers[value.TypeString(v.Type())] || e.shared(named, fa.Field) {
		return ""
	}
	return e.pass.Pkg.Path() + ".@" + named.Obj().Name() + "." + v.Name()
}

// shared reports whether the address of a field goes anywhere but to loads and
// stores.
func (e *engine) shared(named *types.Named, field int) bool {
	if e.sharedFields == nil {
		e.sharedFields = map[fieldKey]bool{}
		for fn := range e.funcs {
			for _, b := range fn.Blocks {
				for _, i := range b.Instrs {
					if fa, ok := i.(*ssa.FieldAddr); ok && addressTaken(fa) {
						e.sharedFields[fieldKey{e.u.TypeKey(pointed(fa.X.Type())), fa.Field}] = true
					}
				}
			}
		}
	}
	return e.sharedFields[fieldKey{e.u.TypeKey(named), field}]
}

// addressTaken reports whether an address is used for more than one load or
// store; the receiver of a method counts as a load.
func addressTaken(fa *ssa.FieldAddr) bool {
	for _, r := range *fa.Referrers() {
		switch r := r.(type) {
		case *ssa.UnOp, *ssa.DebugRef, *ssa.FieldAddr:
		case *ssa.Store:
			if r.Val == fa {
				return true
			}
		case ssa.CallInstruction:
			if len(r.Common().Args) == 0 || r.Common().Args[0] != fa || r.Common().Signature().Recv() == nil {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// noteField adds what is stored in such a field to what it may hold.
func (f *frame) noteField(addr ssa.Value, n *value.Node) {
	fa, ok := addr.(*ssa.FieldAddr)
	if !ok {
		return
	}
	if name := f.e.loggerField(fa); name != "" {
		f.write(value.Ref{Obj: f.globalObj(name, nil)}, n, true)
	}
}

// heldIn is what a field holds that was read from a value which callers gave:
// what this package put there, if it put nothing else there.
func (f *frame) heldIn(addr ssa.Value, n *value.Node) *value.Node {
	fa, ok := addr.(*ssa.FieldAddr)
	if !ok || n == nil || len(n.Kids)+len(n.Refs)+len(n.Funcs) > 0 || !allSymbolic(n) {
		return n
	}
	name := f.e.loggerField(fa)
	if name == "" {
		return n
	}
	held := f.content(f.globalObj(name, nil))
	if held == nil || f.e.given(name) {
		return n
	}
	return held
}
