package taint

import (
	"go/types"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/value"
)

// Servers of remote calls get their middleware as options, and there are two
// kinds of handlers that middleware may be for: those with one answer, and
// streams. An option is memory with the slots of a router: the state that it
// puts before the handlers of each lane. The state of a list of options is that
// of all of them, one behind the other.
const (
	slotList = "rt:list/" // of a list of options, and the lane: its state, for those who know the list

	// foreignMark stands before the model of a registration whose place is in
	// generated code: the first call from elsewhere is its place.
	foreignMark = "?"
)

var allLanes = []string{"", model.LaneUnary, model.LaneStream}

func laneSlot(lane string) string {
	if lane == "" {
		return slotState
	}
	return slotState + "/" + lane
}

// laned does what a model says of options, lanes and services. It reports
// whether there was nothing else to do.
func (c *modelCall) laned(r *model.Routing) bool {
	if len(r.Options)+len(r.Lanes) == 0 && !r.Methods && !r.Resolvers || len(r.Options)+len(r.Uses)+len(r.Routes) == 0 {
		return false
	}
	refs := c.routers(r.Router)
	for _, lane := range allLanes {
		if len(r.Options) > 0 {
			c.options(refs, r, lane)
		}
	}
	for _, lane := range r.Lanes {
		for _, p := range r.Uses {
			c.useLane(refs, p, r, lane)
		}
	}
	n := 0
	for _, p := range r.Routes {
		for _, v := range c.list(p) {
			v = c.service(p, v, r)
			c.addLanes(refs, &n, v, r)
		}
	}
	return true
}

// addLanes registers a handler once for each lane that it may be of.
func (c *modelCall) addLanes(refs []value.Ref, n *int, v at, r *model.Routing) {
	lanes := r.Lanes
	if len(lanes) == 0 {
		lanes = []model.Lane{{}}
	}
	for _, lane := range lanes {
		st := c.f.routerState(refs, laneSlot(lane.Name))
		c.how = routing(c.m.PkgPath, c.m.Name, lane.Name)
		if r.Methods {
			c.how = foreignMark + c.how
		}
		c.addRoute(refs, *n, v, c.f.marked(st, c.routeParts(r)))
		c.how = ""
		*n++
	}
}

// options adds what a list of options puts before a lane.
func (c *modelCall) options(refs []value.Ref, r *model.Routing, lane string) {
	f := c.f
	st := f.routerState(refs, laneSlot(lane))
	for _, p := range r.Options {
		list := f.listState(c.place(p).n, lane)
		if v := c.site.argValue(p.Index); p.Root == model.Arg && len(p.Path) == 0 && v != nil && f.nilOn(v) {
			list = f.u.Join(list, f.e.before)
		}
		st = f.behind(list, st)
	}
	c.f.setSlot(refs, laneSlot(lane), st)
}

// useLane adds middleware for one lane.
func (c *modelCall) useLane(refs []value.Ref, p model.Place, r *model.Routing, lane model.Lane) {
	f := c.f
	st := f.routerState(refs, laneSlot(lane.Name))
	for _, v := range c.list(p) {
		f.by = lane.Method
		st = f.behind(f.verdict(c.site, r.Chain, v), st)
		f.by = ""
	}
	c.f.setSlot(refs, laneSlot(lane.Name), st)
}

// listState is what all options of a list put before a lane. Of lists that it
// may be each is one way.
func (f *frame) listState(n *value.Node, lane string) *value.Node {
	if n == nil {
		return f.e.before
	}
	var out *value.Node
	for _, r := range n.Refs {
		content := f.u.GetPath(f.content(r.Obj), r.Path)
		if f.u.Get(content, slotSel(slotState)) != nil && len(content.Labels) == 0 { // one option, not a list of them
			out = f.u.Join(out, f.optionState(value.New(value.Node{Refs: []value.Ref{r}}), lane))
			continue
		}
		out = f.u.Join(out, f.optionsIn(content, r.Off, lane))
	}
	if len(n.Labels) > 0 {
		out = f.u.Join(out, f.optionsIn(value.Of(n.Labels...), 0, lane))
	}
	if out == nil {
		return f.e.before
	}
	return out
}

// optionsIn is listState for the content of one list.
func (f *frame) optionsIn(n *value.Node, off int, lane string) *value.Node {
	st := f.e.before
	if n == nil {
		return st
	}
	for _, k := range n.Kids {
		switch {
		case k.Sel.Kind == access.Index && off != value.Unknown && k.Sel.N < off:
		case k.Sel.Kind == access.Index:
			st = f.behind(f.optionState(k.Node, lane), st)
		case k.Sel.Kind == access.Elem && k.Node != nil:
			st = f.behind(f.eachOption(k.Node, lane), st)
		}
	}
	for _, l := range n.Labels {
		st = f.behind(f.lateOptions(l, lane), st)
	}
	return st
}

// eachOption is the state of options that are all in a list.
func (f *frame) eachOption(n *value.Node, lane string) *value.Node {
	st := f.e.before
	for _, r := range n.Refs {
		st = f.behind(f.optionState(value.New(value.Node{Refs: []value.Ref{r}}), lane), st)
	}
	for _, l := range n.Labels {
		if k := len(l.Path); k > 0 && l.Path[k-1].Kind == access.Elem { // an element of a list that callers know
			list := *l
			list.Path, list.Type = l.Path[:k-1], nil
			st = f.behind(f.lateOptions(f.u.Label(list), lane), st)
		}
	}
	return st
}

// lateOptions is the state of a list that callers know.
func (f *frame) lateOptions(l *value.Label, lane string) *value.Node {
	if !l.Symbolic() || l.Via != nil || l.Root.Kind == value.Caller {
		return f.e.before
	}
	st := f.u.Get(value.Of(l), slotSel(slotList+lane))
	if st == nil {
		return f.e.before
	}
	return value.Of(st.Labels...)
}

// optionState is the state of one option, which may be one of several: what it
// puts before all handlers, and before those of the lane.
func (f *frame) optionState(n *value.Node, lane string) *value.Node {
	var out *value.Node
	if n != nil {
		for _, r := range f.routersIn(n) {
			var st *value.Node
			if l := r.Obj.Sym; l != nil && !f.changed(r.Obj) {
				st = f.lateOptions(l, lane)
			} else {
				one := []value.Ref{r}
				st = f.behind(f.routerState(one, laneSlot(lane)), f.routerState(one, slotState))
			}
			out = f.u.Join(out, st)
		}
	}
	if out == nil {
		return f.e.before
	}
	return out
}

// changed reports whether memory was written to in this function.
func (f *frame) changed(o *value.Obj) bool {
	n, ok := f.heap.Get(o)
	return ok && n != o.Init
}

// laneOf is the lane of a handler: a parameter with the method that the model
// names makes it one of that lane.
func (r *reply) laneOf(sig *types.Signature) (lane string, marked bool) {
	for _, l := range r.m.Routing.Lanes {
		if l.Method == "" {
			lane = l.Name
			continue
		}
		for i := range sig.Params().Len() {
			if types.NewMethodSet(sig.Params().At(i).Type()).Lookup(nil, l.Method) != nil {
				return l.Name, true
			}
		}
	}
	return lane, false
}
