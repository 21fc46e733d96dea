package taint

import (
	"slices"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/value"
)

// Middleware may do no more than to hand on to other middleware, which only callers know:
//
//	app.Use(func(c *fiber.Ctx) error { return auth(c) })
//	e.Use(func(next echo.HandlerFunc) echo.HandlerFunc { return auth(next) })
//
// It goes on where that does, and in the state of that.

const (
	// delegateMark stands behind the name of a callback that asks for a verdict, where the
	// middleware in question is not all that a request comes through.
	delegateMark = "\x01delegated"

	behindName = "\x00behind" // a handler behind middleware of callers, with its verdict
)

// delegates hands on to middleware of callers while other middleware is tried. It has
// results where these take the place of what the call gives.
func (f *frame) delegates(site *callSite, l *value.Label, args []argument) ([]*value.Node, bool) {
	if f.trying == "" || f.quiet == 0 || !l.Symbolic() || l.Via != nil {
		return nil, false
	}
	switch f.trying {
	case model.ChainCall:
		if slices.ContainsFunc(args, func(a argument) bool { return f.e.aboutToAnswer(a.t) }) {
			f.pass = f.u.Join(f.pass, f.live(f.behind(f.delegated(site, l), f.state())))
		}
	case model.ChainWrap:
		if i := slices.IndexFunc(args, func(a argument) bool { return isProbe(a.n) }); i >= 0 {
			bind := []*value.Node{args[i].n, f.delegated(site, l)}
			return []*value.Node{value.New(value.Node{Funcs: []*value.Fn{{Name: behindName, Bind: bind, Site: int(site.pos)}}})}, true
		}
	}
	return nil, false
}

// delegated is the state behind such middleware, which callers know; where there is no
// room to ask them, anybody may be there.
func (f *frame) delegated(site *callSite, l *value.Label) *value.Node {
	was := f.delegating
	f.delegating = true
	c := f.useOf(site, f.trying, at{value.Of(l), l.Type})
	f.delegating = was
	id, ok := f.addCall("delegate"+site.key+"#"+itoa(l.ID()), c, f.reached)
	if !ok {
		return f.unknownRequest(f.e.before)
	}
	return f.e.stateOf(id, stateKey(0, model.Passes), "")
}
