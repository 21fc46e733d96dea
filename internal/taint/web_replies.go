package taint

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// reply is what the model of a registration says of the handlers there.
type reply struct {
	m    *model.Func
	lane string
}

// routing names a model of a registration, and one of its lanes, in the name of
// the registration.
func routing(pkg, name, lane string) string { return pkg + "#" + name + "#" + lane }

// replyOf reads the model out of a registration's name.
func (e *engine) replyOf(how string) *reply {
	parts := strings.Split(strings.TrimPrefix(how, foreignMark), "#")
	if len(parts) != 3 {
		return nil
	}
	m := e.models.Func(parts[0], parts[1])
	if m == nil || m.Routing == nil {
		return nil
	}
	return &reply{m, parts[2]}
}

// howOf is the part of a registration's name that names its model.
func howOf(name string) string {
	parts := strings.Split(strings.TrimPrefix(name, routeName), "\x01")
	if len(parts) < 7 {
		return ""
	}
	return parts[5]
}

// reregistered gives a registration that generated code made, or a function that was
// handed the handler, the place of the call that led there. name is what it is called here.
func (in *instance) reregistered(g *value.Fn, name string) string {
	if !strings.HasPrefix(name, routeName) || !strings.HasPrefix(howOf(name), foreignMark) && (len(g.Bind) == 0 || !handedIn(g.Bind[0])) {
		return name
	}
	p := in.f.place(in.site.pos)
	parts := strings.Split(strings.TrimPrefix(name, routeName), "\x01")
	if p.File == "" || len(parts) < 7 {
		return name
	}
	parts[0], parts[1], parts[2], parts[3] = p.Pkg, p.File, strconv.Itoa(p.Line), strconv.Itoa(p.Col)
	parts[5] = strings.TrimPrefix(parts[5], foreignMark)
	return routeName + strings.Join(parts, "\x01")
}

// handedIn reports whether a handler is one that a function was handed.
func handedIn(n *value.Node) bool {
	if n == nil || len(n.Funcs) > 0 {
		return false
	}
	return slices.ContainsFunc(n.Labels, fromCallers) || slices.ContainsFunc(n.Kids, func(k value.Kid) bool {
		return k.Sel.Kind == access.Dyn && handedIn(k.Node)
	})
}

// calledMark stands between the calls that led to a registration. A function that
// registers a route for its caller makes one at each call.
const (
	calledMark = "+"
	maxCalled  = 6 // further calls do not tell registrations apart
)

// routedBy is the slot of a registration that a callee made: one for each call.
func (in *instance) routedBy(slot string) string {
	if in.site.call == nil || strings.Count(slot, calledMark) >= maxCalled {
		return slot
	}
	return slot + calledMark + in.site.key
}

// registeredBy is routedBy for the name of a registration.
func (in *instance) registeredBy(name string) string {
	if !strings.HasPrefix(name, routeName) {
		return name
	}
	parts := strings.Split(strings.TrimPrefix(name, routeName), "\x01")
	if len(parts) > 4 {
		parts[4] = in.routedBy(parts[4])
	}
	return routeName + strings.Join(parts, "\x01")
}

// serveMethod is the name of the callback that plays a handler of the kind at
// hand.
func (f *frame) serveMethod() string {
	if f.reply == nil {
		return serveCall
	}
	return serveCall + "\x01" + routing(f.reply.m.PkgPath, f.reply.m.Name, f.reply.lane)
}

// replying plays as a registration's model says.
func (f *frame) replying(r *reply, play func()) {
	was := f.reply
	f.reply = r
	play()
	f.reply = was
}

// disclosing plays a handler and takes what it returns for what the caller
// gets to see.
func (f *frame) disclosing(site *callSite, sig *types.Signature, play func() []*value.Node) {
	h := f.reply
	if h == nil || f.caller == nil || f.errorsTo == h.m.PkgPath {
		play()
		return
	}
	f.admitted(site, sig)
	tells := f.tells
	f.tells = nil
	rs := play()
	heard := f.tells
	f.tells = tells
	for _, src := range h.m.Routing.Answers {
		i := src.Places[0].Index
		if sig == nil {
			f.discloseResult(site, h, heard, i, src.Form, nil, nil)
			continue
		}
		if i >= sig.Results().Len() {
			continue
		}
		if t := sig.Results().At(i).Type(); shape.IsError(t) == (src.Form == model.Err || src.Form == model.Told) {
			f.discloseResult(site, h, heard, i, src.Form, t, rs)
		}
	}
}

// discloseResult discloses one result: as its returns tell, or as it is where
// they do not.
func (f *frame) discloseResult(site *callSite, h *reply, heard []told, i int, form model.Form, t types.Type, rs []*value.Node) {
	spoken, known := false, false
	for _, to := range heard {
		known = known || to.known
		for _, a := range to.answers {
			if a.result == i && a.form == form {
				spoken = true
				a.way.name = h.m.Routing.As
				if !a.way.spot.pos.IsValid() && f.route == nil { // a handler of another package, which is served right here
					a.way.spot, a.way.foreign, a.way.apart = site.spot(), true, true
				}
				f.discloseAnswer(a.way)
			}
		}
		spoken = spoken || to.spoken
	}
	if spoken || !known || i >= len(rs) || rs[i] == nil {
		return
	}
	st := f.outcome(heard, stateKey(i, model.NotNil), f.state())
	for _, l := range f.answered(rs[i], t, form) {
		f.discloseAnswer(way{
			kind: directive.KindResponse, name: h.m.Routing.As, label: l, spot: site.spot(), place: f.place(site.pos), state: st, foreign: true,
		})
	}
}

func (f *frame) discloseAnswer(w way) {
	f.showsAnswer(w)
	switch {
	case closed(w.state), w.label.Verified, onlyMark(w.label):
	case w.label.Src != nil && f.ownField[fieldName(w.label.Src.Owner, w.label.Src.Field)]: // another resolver answers for it
	case w.label.Src != nil && w.label.Root.Kind != value.FreeVar:
		f.disclose(w)
	case w.label.Symbolic():
		f.passOn(w)
	}
}
