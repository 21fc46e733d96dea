package render

import (
	"cmp"
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/piivet/piivet/internal/access"
)

// Bounds of one plan. Types may be recursive, and entity types that point at
// each other have more paths than anybody could list. What lies behind a bound
// is in the plan as a Cut.
const (
	maxRepeats = 2    // how often a type may stand on one path
	maxParts   = 512  // parts and open places of one plan
	maxPath    = 24   // selectors of one path
	maxCached  = 8192 // plans kept
)

// node is a place whose rendering is still to be planned.
type node struct {
	path access.Path
	typ  types.Type
	f    Format
	up   *node
	// certain says that the place is rendered whenever the one above it is.
	certain bool
}

// planner collects the parts of one value, nearest places first.
type planner struct {
	queue []*node
	next  int
	parts []Part
	// dead are places that cannot have a value if there is to be any output,
	// because an encoder fails there.
	dead []access.Path
}

// steps has the rules of each family: what is printed at a place, and which
// places inside it are rendered in turn.
var steps map[Family]func(*planner, *node)

func init() {
	steps = map[Family]func(*planner, *node){
		Raw:              (*planner).text,
		Fmt:              (*planner).fmt,
		JSON:             (*planner).json,
		XML:              (*planner).xml,
		XMLAttr:          (*planner).xmlAttr,
		XMLChars:         (*planner).xmlChars,
		XMLComment:       (*planner).xmlComment,
		XMLInner:         (*planner).xmlInner,
		Gob:              (*planner).gob,
		YAML:             (*planner).yaml,
		Template:         (*planner).template,
		TextTemplate:     (*planner).textTemplate,
		HTMLTemplate:     (*planner).htmlTemplate,
		TemplateData:     (*planner).templateData,
		Slog:             (*planner).slog,
		SlogText:         (*planner).slog,
		SlogJSON:         (*planner).slog,
		ZapAny:           (*planner).zapAny,
		ZapError:         (*planner).zapError,
		ZapSugar:         (*planner).zapSugar,
		ZerologInterface: (*planner).zerologInterface,
		ZerologFields:    (*planner).zerologFields,
		ZerologError:     (*planner).zerologError,
		Logrus:           (*planner).logrus,
		LogrusText:       (*planner).logrusText,
		LogrusJSON:       (*planner).logrusJSON,
		Kit:              (*planner).kit,
		Logfmt:           (*planner).logfmt,
		KitJSON:          (*planner).kitJSON,
		Klog:             (*planner).klog,
		Logr:             (*planner).logr,
		Hclog:            (*planner).hclog,
		Phuslu:           (*planner).phuslu,
		GoStringer:       (*planner).goString,
		Stringer:         (*planner).stringer,
		Error:            (*planner).error,
		Panic:            (*planner).panic,
		Proto:            (*planner).proto,
	}
}

// Parts lists what comes out of a value of type t under f, in a fixed order.
// For an interface or type parameter t the answer is one Dynamic part. The
// answer is shared: do not change it.
func Parts(t types.Type, f Format) []Part {
	f.Depth, f.Pattern = min(f.Depth, 1), Pattern{}
	if f.Family == Fmt {
		f.Verb = f.verb()
	}
	if parts, ok := cache.get(t, f); ok {
		return parts
	}
	p := &planner{queue: []*node{{typ: t, f: f}}}
	parts := p.run()
	cache.put(t, f, parts)
	return parts
}

// refuses reports whether an encoder has no way to encode values of type t, all
// of them or those that are not empty somewhere.
func refuses(t types.Type, f Format) bool {
	p := &planner{queue: []*node{{typ: t, f: f}}}
	p.run()
	return len(p.dead) > 0
}

// run works the queue off.
func (p *planner) run() []Part {
	for ; p.next < len(p.queue); p.next++ {
		n := p.queue[p.next]
		if p.beyond(n) {
			p.emit(Part{Path: n.path, What: Cut, Type: n.typ, Then: n.f})
			continue
		}
		steps[n.f.Family](p, n)
	}
	p.parts = slices.DeleteFunc(p.parts, p.isDead)
	slices.SortStableFunc(p.parts, comparePart)
	return slices.CompactFunc(p.parts, func(a, b Part) bool { return comparePart(a, b) == 0 })
}

// beyond reports whether n lies behind one of the bounds.
func (p *planner) beyond(n *node) bool {
	if len(p.parts)+len(p.queue)-p.next > maxParts || len(n.path) > maxPath {
		return n.up != nil
	}
	named, ok := types.Unalias(n.typ).(*types.Named)
	if !ok {
		return false
	}
	seen := 0
	for up := n.up; up != nil; up = up.up {
		if up.f == n.f && types.Identical(up.typ, named) {
			seen++
		}
	}
	return seen >= maxRepeats
}

// emit adds a part.
func (p *planner) emit(part Part) { p.parts = append(p.parts, part) }

// text says that the value at n comes out as it is.
func (p *planner) text(n *node) { p.emit(Part{Path: n.path, What: Text, Type: n.typ}) }

// dynamic says that the dynamic type of the value at n decides. A type
// parameter's stands at n itself, not in an interface.
func (p *planner) dynamic(n *node, then Format) {
	if !isInterface(n.typ) {
		then = n.f
	}
	p.emit(Part{Path: n.path, What: Dynamic, Type: n.typ, Then: then})
}

// child queues a place inside n. The step there is certain if a value of n's
// type always has that place and it is always rendered.
func (p *planner) child(n *node, t types.Type, f Format, certain bool, sels ...access.Sel) {
	p.queue = append(p.queue, &node{
		path:    n.path.Join(sels...),
		typ:     t,
		f:       f,
		up:      n,
		certain: certain,
	})
}

// again plans the same place by other rules.
func (p *planner) again(n *node, f Format) {
	p.queue = append(p.queue, &node{path: n.path, typ: n.typ, f: f, up: n, certain: true})
}

// sub plans the same place on its own, as an encoder that is called from
// within another: if it always fails, the outer one goes on.
func (p *planner) sub(n *node, f Format) {
	for _, part := range Parts(n.typ, f) {
		part.Path = n.path.Join(part.Path...)
		p.emit(part)
	}
}

// fail says that the encoder has no way to encode the value at n, and then
// gives no output at all: what is certain to be there with n never comes out.
func (p *planner) fail(n *node) {
	for n.certain {
		n = n.up
	}
	p.dead = append(p.dead, n.path)
}

// isDead reports whether a part lies in a dead place. Where a map's values or
// its keys are dead the map is empty, so that it has neither.
func (p *planner) isDead(part Part) bool {
	return slices.ContainsFunc(p.dead, func(dead access.Path) bool {
		if len(part.Path) < len(dead) {
			return false
		}
		path, last := part.Path[:len(dead)], len(dead)-1
		return slices.Equal(path, dead) ||
			last >= 0 && isEntry(dead[last]) && isEntry(path[last]) && slices.Equal(path[:last], dead[:last])
	})
}

// isEntry reports whether s selects elements or keys.
func isEntry(s access.Sel) bool { return s == elem || s == mapKey }

// comparePart orders parts by place, then by what comes out there.
func comparePart(a, b Part) int {
	return cmp.Or(
		slices.CompareFunc(a.Path, b.Path, access.Sel.Compare),
		cmp.Compare(a.What, b.What),
		cmp.Compare(methodName(a), methodName(b)),
		cmp.Compare(a.Out, b.Out),
		compareFormat(a.Then, b.Then),
	)
}

// methodName is the name of a part's method.
func methodName(p Part) string {
	if p.Method == nil {
		return ""
	}
	return p.Method.FullName()
}

// compareFormat orders formats; equal formats compare as 0.
func compareFormat(a, b Format) int {
	if a == b {
		return 0
	}
	return cmp.Or(cmp.Compare(a.Family, b.Family), cmp.Compare(a.String(), b.String()), cmp.Compare(a.Depth, b.Depth))
}

// plans keeps what was planned. Types of several type-checker runs meet here
// in a long-lived process, so it starts over when it is full.
type plans struct {
	mu    sync.Mutex
	by    map[Format]*typeutil.Map
	count int
}

var cache plans

// get finds a kept plan.
func (c *plans) get(t types.Type, f Format) ([]Part, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	m := c.by[f]
	if m == nil {
		return nil, false
	}
	parts, ok := m.At(t).([]Part)
	return parts, ok
}

// put keeps a plan.
func (c *plans) put(t types.Type, f Format, parts []Part) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.by == nil || c.count >= maxCached {
		c.by, c.count = map[Format]*typeutil.Map{}, 0
	}
	if c.by[f] == nil {
		c.by[f] = new(typeutil.Map)
	}
	c.by[f].Set(t, parts)
	c.count++
}
