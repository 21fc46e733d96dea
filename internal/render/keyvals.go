package render

import (
	"go/types"
	"reflect"
)

// Methods that loggers of keys and values look for.
var (
	marshalLog   = method{name: "MarshalLog", results: []string{"any"}}
	writeText    = method{name: "WriteText", params: []string{"*bytes.Buffer"}, out: -1}
	phusluObject = method{name: "MarshalObject", params: []string{"*github.com/phuslu/log.Entry"}, out: -1}
)

// klog plans a key or a value of klog's structured functions: at depth 0 as
// KVFormat does it, and at depth 1 what a LogValue gave, as generateJSON does.
func (p *planner) klog(n *node) {
	inner := Format{Family: Klog, Depth: 1}
	valuer := logValuer(Klog)
	switch {
	case isDynamic(n.typ):
		p.dynamic(n, n.f)
	case isNamed(n.typ, "log/slog.Value"):
		p.slogValue(n, inner)
	case n.f.Depth > 0 && sliceOf(n.typ) != nil && isNamed(sliceOf(n.typ), "log/slog.Attr"):
		st := sliceOf(n.typ).Underlying().(*types.Struct)
		p.child(n, st.Field(0).Type(), Format{Family: Raw}, false, elem, field(0))
		p.child(n, st.Field(1).Type(), inner, false, elem, field(1))
	case n.f.Depth > 0 && p.call(n, false, stringerMethod, marshalLog.with(inner), valuer, errorMethod):
	case n.f.Depth == 0 && p.call(n, false, writeText, stringerMethod, errorMethod, marshalLog.with(Format{Family: JSON}), valuer):
	case isBytes(n.typ):
		p.text(n)
	default:
		p.sub(n, Format{Family: JSON})
	}
}

// logr plans a key or a value of a logr.Logger. Which sink stands behind it is
// not known: what funcr prints comes out, and what those print that leave
// values without methods of their own to encoding/json.
func (p *planner) logr(n *node) {
	switch {
	case isDynamic(n.typ):
		p.dynamic(n, n.f)
	case p.call(n, false, marshalLog.with(Format{Family: Logr}), stringerMethod, errorMethod):
	default:
		p.funcr(n)
		if n.f.Depth == 0 {
			p.sub(n, Format{Family: JSON})
		}
	}
}

// funcr goes through a value like prettyWithFlags in logr's funcr.go, which
// looks for the methods again at every place inside.
func (p *planner) funcr(n *node) {
	inner := Format{Family: Logr, Depth: 1}
	switch t := under(n.typ).(type) {
	case *types.Basic:
		p.text(n)
	case *types.Struct:
		for i := range t.NumFields() {
			if v := t.Field(i); v.Exported() && reflect.StructTag(t.Tag(i)).Get("json") != "-" {
				p.child(n, v.Type(), inner, true, field(i))
			}
		}
	case *types.Pointer:
		p.child(n, t.Elem(), inner, false, deref)
	case *types.Slice:
		p.child(n, t.Elem(), inner, false, elem)
	case *types.Array:
		p.child(n, t.Elem(), inner, false, elem)
	case *types.Map:
		p.funcrKey(n, t.Key())
		p.child(n, t.Elem(), inner, false, elem)
	}
}

// funcrKey plans the keys of a map, which may have a text of their own.
func (p *planner) funcrKey(n *node, key types.Type) {
	at := &node{path: n.path.Join(mapKey), typ: key, f: n.f, up: n}
	if !p.call(at, false, textMarshaler) {
		p.child(n, key, Format{Family: Logr, Depth: 1}, false, mapKey)
	}
}

// hclog plans a key or a value of an hclog.Logger: text with %v, where the
// elements of a slice are printed one by one, or JSON.
func (p *planner) hclog(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, n.f)
		return
	}
	if s, ok := under(n.typ).(*types.Slice); ok && !has(n.typ, false, errorMethod) {
		p.child(n, s.Elem(), Format{Family: Fmt}, false, elem)
	} else {
		p.sub(n, Format{Family: Fmt})
	}
	if has(n.typ, false, jsonMarshaler, textMarshaler) || !p.call(n, false, errorMethod) {
		p.sub(n, Format{Family: JSON})
	}
}

// phuslu plans Entry.Any of phuslu/log at depth 0, and Entry.Interface at depth
// 1. An object writes itself into the entry: the calls it makes there print.
func (p *planner) phuslu(n *node) {
	list := sliceOf(n.typ)
	switch {
	case isDynamic(n.typ):
		p.dynamic(n, n.f)
	case has(n.typ, false, phusluObject):
	case n.f.Depth > 0:
		p.sub(n, Format{Family: JSON})
	case p.scalar(n):
	case isAddress(n.typ):
		p.text(n)
	case list != nil && typeName(list) == "error":
		p.child(n, list, Format{Family: Error}, false, elem)
	case p.call(n, false, errorMethod, goStringer, stringerMethod):
	default:
		p.sub(n, Format{Family: JSON})
		if refuses(n.typ, Format{Family: JSON}) {
			p.sub(n, Format{Family: Fmt, Plus: true})
		}
	}
}

// goString plans what calls GoString and nothing else.
func (p *planner) goString(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, n.f)
		return
	}
	p.call(n, false, goStringer)
}
