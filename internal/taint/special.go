package taint

import (
	"go/types"

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
		return []*value.Node{value.New(value.Node{Funcs: []*value.Fn{{Name: verifiedName, Bind: []*value.Node{args[0].n}, Site: g.Site}}})}
	case g.Name == verifyName:
		f.setState(f.e.closedState)
		f.goOn()
	case g.Name == checkName:
		f.setState(f.asked(site, g))
		f.goOn()
	case g.Name == verifiedName:
		f.setState(f.e.closedState)
		for _, b := range g.Bind {
			if isProbe(b) {
				f.goOn()
			} else {
				f.playHandler(site, at{n: b})
			}
		}
	}
	f.tellNothing()
	return f.unknownResults(res)
}

// wraps reports whether a result is what middleware returns: another handler.
func wraps(t types.Type) bool {
	return t != nil && (isFuncType(t) || handlerInterface(t))
}

// special is the function among those of n that is none of the program's own.
func special(n *value.Node) *value.Fn {
	if n == nil {
		return nil
	}
	for _, g := range n.Funcs {
		if g.Name == probeName || g.Name == verifyName || g.Name == verifiedName || g.Name == checkName {
			return g
		}
	}
	return nil
}
