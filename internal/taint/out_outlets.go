package taint

import (
	"go/types"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// Slots in which a connection, a client or a writer keeps where it leads.
const (
	slotURL     = "url"
	slotChannel = "channel"
	slotTo      = "to"
)

// rpcKind is the kind of recipients that are called through stubs: a connection
// may lie anywhere in one.
const rpcKind = "rpc"

// backToCaller stands for an address where a connection is one that the caller of a
// handler opened: what is sent on it is a response.
const backToCaller = settingMark + "caller"

// answersCaller reports whether an outlet leads back to who called.
func answersCaller(o *summary.Outlet) bool {
	return o != nil && slices.ContainsFunc(o.Dest, func(l *value.Label) bool { return l.Text() == backToCaller })
}

// handOver lets data out to a recipient.
func (c *modelCall) handOver() {
	if c.f.inStub() {
		return
	}
	out, inURL := c.outlet()
	for _, src := range c.m.Data {
		for _, d := range c.data(src) {
			d.out, d.inURL = out, inURL
			c.f.leak(string(c.m.Sink), c.name(), c.site, d)
		}
	}
}

// outlet says to whom the call hands data on. It also returns the data that
// stand in the address itself.
func (c *modelCall) outlet() (*summary.Outlet, []*value.Label) {
	o := &summary.Outlet{Pkg: c.m.PkgPath}
	m := c.m.Outbound
	if m == nil {
		return o, nil
	}
	o.Recipient, o.Kind = m.Recipient, string(m.Kind)
	address, channel := c.found(m.URLs), c.settings(m.Channels)
	if m.Kind == rpcKind && c.recv() > 0 {
		address = value.Union(address, c.f.within(c.args[0].n, slotURL))
		channel = value.Union(channel, c.f.within(c.args[0].n, slotChannel))
	}
	o.Dest, o.Channel = destination(address), destination(channel)
	return o, slices.DeleteFunc(slices.Clone(address), func(l *value.Label) bool { return l.Text() != "" })
}

// found is all that lies at some places.
func (c *modelCall) found(places []model.Place) []*value.Label {
	var out []*value.Label
	for _, p := range places {
		if n := c.place(p).n; n != nil {
			out = value.Union(out, c.f.constants(n))
		}
	}
	return out
}

// destination keeps constants, and what callers know more of.
func destination(ls []*value.Label) []*value.Label {
	return value.MapLabels(ls, func(l *value.Label) *value.Label {
		if l.Text() == "" && (l.Src != nil || !l.Symbolic()) {
			return nil
		}
		return l.WithSteps(nil)
	})
}

// outletOf is where a writer leads that a library made.
func (f *frame) outletOf(o *value.Obj) *summary.Outlet {
	if o.Drain != string(model.SinkOutbound) {
		return nil
	}
	out := f.inputOutlet(o)
	out.Dest, out.Channel = destination(f.slotIn(o, slotURL)), destination(f.slotIn(o, slotChannel))
	if to := f.sentTo(o); to != nil {
		out.Recipient, out.Kind, out.Pkg = to[0], to[1], to[2]
	}
	return out
}

func (f *frame) slotIn(o *value.Obj, name string) []*value.Label {
	return f.constants(f.u.Get(f.content(o), access.Sel{Kind: access.Slot, S: name}))
}

// sentTo is recipient, kind and package of what a library made, and the function
// that gave it; nil where nothing is known.
func (f *frame) sentTo(o *value.Obj) []string {
	for _, to := range constantsOf(f.slotIn(o, slotTo), true) {
		if p := strings.Split(to, openSep); len(p) == 4 {
			return p
		}
	}
	return nil
}

// connects notes in the writer that the call gives where it leads.
func (c *modelCall) connects() {
	if c.m.Writes != model.SinkOutbound || len(c.results) == 0 {
		return
	}
	out, _ := c.outlet()
	to := settingMark + strings.Join([]string{out.Recipient, out.Kind, out.Pkg, c.name()}, openSep)
	ref := value.Ref{Obj: c.object(0)}
	for _, s := range []struct {
		name   string
		labels []*value.Label
	}{{slotURL, out.Dest}, {slotChannel, out.Channel}, {slotTo, []*value.Label{c.f.u.TextLabel(to)}}} {
		ref.Path = access.Path{{Kind: access.Slot, S: s.name}}
		c.f.write(ref, value.Of(s.labels...), false)
	}
}

// outletTo is the outlet of a function that is declared a sink.
func outletTo(kind string, obj *types.Func) *summary.Outlet {
	if kind != string(model.SinkOutbound) || obj.Pkg() == nil {
		return nil
	}
	return &summary.Outlet{Pkg: obj.Pkg().Path()}
}

// continues gives the stream that a stub opens the address that the stub has.
func (c *modelCall) continues() {
	if !c.m.Stub || len(c.results) == 0 || !types.IsInterface(c.sig.Results().At(0).Type()) {
		return
	}
	for _, slot := range []string{slotURL, slotChannel} {
		if ls := destination(c.f.within(c.args[0].n, slot)); len(ls) > 0 {
			c.results[0] = c.f.u.Set(c.results[0], access.Sel{Kind: access.Slot, S: slot}, value.Of(ls...))
		}
	}
}

// secureMark is the setting of what makes a channel secure.
const secureMark = "+"

// insecure marks a result that makes a channel insecure, or secure.
func (c *modelCall) insecure() {
	o := c.m.Outbound
	if o == nil || len(c.results) == 0 || !o.Insecure && !o.Secure {
		return
	}
	mark := c.name()
	if o.Secure {
		if mark = secureMark; len(constantsOf(c.f.constants(c.results[0]), true)) > 0 {
			return
		}
	}
	c.results[0] = c.f.u.AddLabels(c.results[0], []*value.Label{c.f.u.TextLabel(settingMark + mark)})
}

// outletOf is the outlet for one label.
func (d located) outletOf(l *value.Label) *summary.Outlet {
	if d.out == nil || !slices.ContainsFunc(d.inURL, func(u *value.Label) bool { return sameData(u, l) }) {
		return d.out
	}
	out := *d.out
	out.InURL = true
	return &out
}

// sameData reports whether two labels are the same data, however it is read.
func sameData(a, b *value.Label) bool {
	if a.Src != nil && b.Src != nil {
		return a.Src.Class == b.Src.Class && a.Src.Name() == b.Src.Name()
	}
	return value.Same(a, b)
}

// outlet is a callee's outlet in the caller's terms.
func (in *instance) outlet(o *summary.Outlet) *summary.Outlet {
	if o == nil {
		return nil
	}
	c := *o
	c.Dest, c.Channel = in.known(o.Dest), in.known(o.Channel)
	return &c
}

func (in *instance) known(ls []*value.Label) []*value.Label {
	var out []*value.Label
	for _, l := range ls {
		if l.Text() != "" {
			out = value.Union(out, []*value.Label{l})
			continue
		}
		out = value.Union(out, destination(in.f.constants(in.whole(l))))
	}
	return in.f.u.Bounded(out)
}

// whole is the caller's value of what a callee read as text.
func (in *instance) whole(l *value.Label) *value.Node {
	if l.Via == nil || l.Via.Family != render.Raw {
		return in.label(l, nil)
	}
	n, _ := in.place(l)
	return n
}
