package taint

import (
	"go/types"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/taint/value"
)

// handlers are log/slog's own handlers and how they print.
var handlers = map[string]render.Family{
	"*log/slog.TextHandler": render.SlogText,
	"*log/slog.JSONHandler": render.SlogJSON,
}

// format is how a form prints, as far as the object is known that the sink
// prints through.
func (c *modelCall) formatOf(form model.Form) (render.Format, bool) {
	fm, ok := families[form]
	if form != model.Slog || c.m.Through == nil {
		return fm, ok
	}
	h := c.place(*c.m.Through).n
	if h == nil || len(h.Labels) > 0 {
		return fm, ok
	}
	fam := render.Slog
	keys := []string{}
	for _, k := range h.Kids {
		if k.Sel.Kind == access.Dyn {
			keys = append(keys, k.Sel.S)
		}
	}
	if t := c.place(*c.m.Through).t; len(keys) == 0 && t != nil && !types.IsInterface(t) {
		keys = append(keys, c.f.u.TypeKey(t))
	}
	for i, key := range keys {
		switch own := handlers[key]; {
		case own == render.Raw, i > 0 && own != fam:
			return fm, ok
		default:
			fam = own
		}
	}
	return render.Format{Family: fam}, ok
}

// masked is what is left of data after the object that the sink prints
// through had its say: the ReplaceAttr of a handler whose construction is in
// sight. All handlers that it may be must mask.
func (c *modelCall) masked(d located) []*value.Label {
	if c.m.Through == nil || len(d.labels) == 0 {
		return d.labels
	}
	h := c.place(*c.m.Through).n
	if h == nil || len(h.Labels) > 0 {
		return d.labels
	}
	var out []*value.Label
	any := false
	for _, k := range h.Kids {
		if k.Sel.Kind != access.Dyn {
			continue
		}
		any = true
		out = value.Union(out, c.handled(k, d))
	}
	if !any {
		return d.labels
	}
	return out
}

// handled is what one handler prints of the data.
func (c *modelCall) handled(k value.Kid, d located) []*value.Label {
	f, ls := c.f, d.labels
	if handlers[k.Sel.S] == render.Raw || k.Node == nil {
		return ls
	}
	opts := f.load(f.u.Get(f.load(k.Node), access.Sel{Kind: access.Slot, S: "opts"}))
	fn := f.u.Get(opts, access.Sel{Kind: access.Field, N: replaceAttrField})
	if fn == nil || len(fn.Funcs) == 0 || len(fn.Labels) > 0 {
		return ls
	}
	if d.text && f.goesByTags(fn.Funcs) {
		return ls
	}
	f.quiet++
	defer func() { f.quiet-- }()
	site := c.site.inner("/replace")
	args := []argument{{}, {n: value.Of(ls...)}}
	before := f.heap
	rs := f.callValue(&site, fn, []types.Type{nil}, args)
	f.heap, f.dead = before, false
	return f.flat(rs[0])
}

// goesByTags reports whether one of the functions masks by the types of what it
// is handed, as the masking libraries do: it lets plain text through.
func (f *frame) goesByTags(fns []*value.Fn) bool {
	for _, g := range fns {
		if g.Func == nil {
			continue
		}
		if obj, ok := g.Func.Object().(*types.Func); ok {
			if m := f.e.modelOf(obj); m != nil && m.Redact {
				return true
			}
		}
	}
	return false
}

// replaceAttrField is the number of HandlerOptions.ReplaceAttr.
const replaceAttrField = 2
