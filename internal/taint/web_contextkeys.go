package taint

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// What a package puts into a context under a key of an unexported type, nobody
// else can put there. If it does so for verified callers alone, then who finds
// something under the key has a verified caller before him, whatever lets other
// requests through.

// contextKey is what is known of one key.
type contextKey struct {
	put     map[string]bool // by call: whether the caller is verified there
	readers map[*function]bool
}

// trusted reports whether all that is put under the key is put for verified
// callers.
func (k *contextKey) trusted() bool {
	for _, closed := range k.put {
		if !closed {
			return false
		}
	}
	return len(k.put) > 0
}

// ownKey is the name of a key of an unexported type of this package; empty for
// other keys.
func (e *engine) ownKey(v ssa.Value) string {
	box, ok := v.(*ssa.MakeInterface)
	if !ok {
		return ""
	}
	t := box.X.Type()
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() != e.pass.Pkg || n.Obj().Exported() {
		return ""
	}
	if key, ok := constKey(box); ok {
		return key
	}
	if load, ok := box.X.(*ssa.UnOp); ok {
		if g, ok := load.X.(*ssa.Global); ok {
			return "&" + g.String()
		}
	}
	return ""
}

func (e *engine) contextKey(name string) *contextKey {
	k := e.contextKeys[name]
	if k == nil {
		k = &contextKey{put: map[string]bool{}, readers: map[*function]bool{}}
		if e.contextKeys == nil {
			e.contextKeys = map[string]*contextKey{}
		}
		e.contextKeys[name] = k
	}
	return k
}

// puts notes in which state something is put under a key.
func (c *modelCall) puts() {
	f := c.f
	if c.m.Puts == nil || f.caller == nil || f.self == nil || f.e.inTest(c.site.pos) {
		return
	}
	v := c.site.argValue(c.m.Puts.Index)
	if v == nil {
		return
	}
	name := f.e.ownKey(v)
	if name == "" {
		return
	}
	f.e.keep(name, f.fn.String()+c.site.key, closed(f.state()), f.self)
	if key, ok := f.e.requestKey(v); ok {
		f.e.keep(somebodyUnder(key), f.fn.String()+c.site.key, c.putsForVerified(), f.self)
	}
}

// putsForVerified reports whether what a call puts under a key is somebody for verified
// callers alone: others get nil there, or an empty text.
func (c *modelCall) putsForVerified() bool {
	f := c.f
	if closed(f.state()) {
		return true
	}
	arg := c.putArg()
	if arg == nil {
		return false
	}
	_, x := f.contentOf(arg)
	if x == nil {
		return false
	}
	o, ok := presence(x.Type())
	if !ok {
		return false
	}
	full := f.refine(x, o, f.state())
	return full == nil || closed(full)
}

// somebodyUnder names what is known of those that are found under a key and are no nil.
func somebodyUnder(key string) string { return "\x00somebody:" + key }

// foundVerified reports whether whoever is found under a key of the request, and is no nil,
// was put there for verified callers alone.
func (f *frame) foundVerified(key string) bool {
	if f.self == nil {
		return false
	}
	k := f.e.contextKey(somebodyUnder(key))
	k.readers[f.self] = true
	return k.trusted()
}

// keep notes that something is put under a key at a place, and whether the caller is
// verified there. Those who read it run again if that changes what they may think.
func (e *engine) keep(key, at string, verified bool, by *function) {
	k := e.contextKey(key)
	was := k.trusted()
	k.put[at] = verified
	if k.trusted() == was {
		return
	}
	for _, s := range e.sorted() {
		if k.readers[s] && s != by {
			e.enqueue(s)
		}
	}
}

// held reports whether what is found under a key tells that the caller is
// verified.
func (c *modelCall) held() bool {
	f := c.f
	v := c.site.argValue(c.m.Held.Index)
	if v == nil || f.self == nil {
		return false
	}
	name := f.e.ownKey(v)
	if name == "" {
		return false
	}
	k := f.e.contextKey(name)
	k.readers[f.self] = true
	return k.trusted()
}

// keepsInContext reports whether this package puts something into a context: that
// may be who calls.
func (e *engine) keepsInContext() bool {
	for _, p := range e.pass.Pkg.Imports() {
		if p.Path() != "context" {
			continue
		}
		put := p.Scope().Lookup("WithValue")
		for _, obj := range e.pass.TypesInfo.Uses {
			if obj == put && put != nil {
				return true
			}
		}
	}
	return false
}
