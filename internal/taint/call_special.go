package taint

import (
	"go/types"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// callSpecial calls a function value that stands for middleware or for what
// follows it.
func (f *frame) callSpecial(site *callSite, g *value.Fn, res []types.Type, args []argument) []*value.Node {
	f.applied++
	switch {
	case g.Name == probeName:
		f.goOn()
	case g.Name == verifyName && len(res) > 0 && wraps(res[0]) && len(args) > 0:
		return []*value.Node{value.New(value.Node{Funcs: []*value.Fn{{Name: verifiedName, Bind: append([]*value.Node{args[0].n}, g.Bind...), Site: g.Site}}})}
	case g.Name == verifyName:
		f.setState(f.letThrough(site, g.Bind))
		f.goOn()
	case g.Name == checkName:
		f.setState(f.asked(site, g))
		f.goOn()
	case g.Name == behindName && len(g.Bind) == 2:
		f.setState(f.behind(g.Bind[1], f.state()))
		f.goOn()
	case g.Name == verifiedName:
		if len(g.Bind) == 0 {
			break
		}
		f.setState(f.letThrough(site, g.Bind[1:]))
		if isProbe(g.Bind[0]) {
			f.goOn()
		} else {
			f.playHandler(site, at{n: g.Bind[0]})
		}
	}
	f.tellNothing()
	return f.unknownResults(res)
}

// letThrough is the state behind middleware that verifies, unless one of some
// functions says that it is to be skipped.
func (f *frame) letThrough(site *callSite, skips []*value.Node) *value.Node {
	st, cur := f.e.closedState, f.state()
	for _, n := range skips {
		if n == nil {
			continue
		}
		if g := special(n); g != nil && g.Name == refusedName {
			st = f.u.Join(st, f.letBy(site, g, cur))
			continue
		}
		sig := funcSignature(n)
		if sig == nil {
			sig = skipSignature
		}
		tells := f.tells
		f.tells = nil
		f.protect(func() { f.callValue(site, n, shape.ResultTypes(sig), opaqueArgs(f, sig)) })
		st = f.u.Join(st, f.outcome(f.tells, stateKey(0, model.IsTrue), cur))
		f.tells = tells
		f.setState(cur)
	}
	return st
}

// skipSignature is that of a function of which nothing else is known.
var skipSignature = types.NewSignatureType(nil, nil, nil,
	types.NewTuple(types.NewVar(0, nil, "", types.Typ[types.Invalid])), types.NewTuple(types.NewVar(0, nil, "", types.Typ[types.Bool])), false)

// wraps reports whether a result is what middleware returns: another handler.
func wraps(t types.Type) bool {
	return t != nil && (shape.IsFunc(t) || handlerInterface(t))
}

// special is the function among those of n that is none of the program's own.
func special(n *value.Node) *value.Fn {
	if n == nil {
		return nil
	}
	for _, g := range n.Funcs {
		if g.Name == probeName || g.Name == verifyName || g.Name == verifiedName || g.Name == checkName || g.Name == behindName || g.Name == refusedName {
			return g
		}
	}
	return nil
}
