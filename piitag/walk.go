package piitag

import (
	"encoding"
	"encoding/json"
	"net/netip"
	"reflect"
	"sort"
	"strconv"
	"unsafe"
)

// walker masks one value. It works in place on memory of its own: what lies
// behind pointers, slices, maps and interfaces is copied on the way, and the
// copy is dropped again where nothing in it changed.
type walker struct {
	m      *Masker
	hidden bool // in an unexported field, and in nothing since whose type has tags
	depth  int
	seen   map[visit]*copied
}

// maxDepth bounds the nesting that is followed. What lies deeper becomes the zero
// value.
const maxDepth = 1000

// visit names something that values can share: the target of a pointer, a map,
// the elements of a slice. What is done with it also depends on the tag that
// covers it and on the way there.
type visit struct {
	ptr    unsafe.Pointer
	len    int
	typ    reflect.Type
	cover  *Tag
	hidden bool
}

func (w *walker) visit(v reflect.Value, n int, cover *Tag) visit {
	return visit{v.UnsafePointer(), n, v.Type(), cover, w.hidden}
}

// copied is the copy of something shared.
type copied struct {
	v    reflect.Value
	used bool // something else refers to the copy already, so it must stay
	same bool // done, and nothing in it changed
}

// value masks v and reports whether it changed.
func (w *walker) value(v reflect.Value, cover *Tag) bool {
	p := w.m.plan(v.Type())
	if cover == nil && (p.idle() || w.private(v, p)) {
		return false
	}
	if w.depth >= maxDepth || w.private(v, p) {
		v.SetZero()
		return true
	}
	outside := w.hidden
	w.hidden = w.hidden && !p.tagged
	w.depth++
	defer func() { w.depth--; w.hidden = outside }()
	switch v.Kind() {
	case reflect.Struct:
		return w.structure(v, p, cover)
	case reflect.Pointer:
		return w.pointer(v, p, cover)
	case reflect.Interface:
		return w.iface(v, cover)
	case reflect.Slice:
		return w.slice(v, p, cover)
	case reflect.Array:
		return w.elements(v, cover)
	case reflect.Map:
		return w.mapping(v, p, cover)
	}
	return w.leaf(v, cover)
}

// private reports whether v is a pointer in an unexported field to a type that
// has no tag. No formatter prints what is behind it, and it may be the inside of
// something that other goroutines use: a context, a connection.
func (w *walker) private(v reflect.Value, p *plan) bool {
	return w.hidden && v.Kind() == reflect.Pointer && !p.tagged
}

// leaf masks a value that holds no others.
func (w *walker) leaf(v reflect.Value, cover *Tag) bool {
	if cover == nil {
		return false
	}
	if v.Kind() == reflect.String && v.Type() != numberType {
		v.SetString(w.m.maskText(cover, v.String()))
		return true
	}
	v.SetZero()
	return true
}

var (
	numberType = reflect.TypeFor[json.Number]() // must stay a number: "" counts as 0
	addrType   = reflect.TypeFor[netip.Addr]()
)

// structure masks a struct, field by field.
func (w *walker) structure(v reflect.Value, p *plan, cover *Tag) (changed bool) {
	if cover != nil && p.opaque && !p.tagged {
		return w.opaque(v, cover)
	}
	for i := range p.fields {
		f := &p.fields[i]
		if cover == nil && !f.reach {
			continue
		}
		fv := v.Field(f.index)
		if f.locked {
			fv = unlocked(fv)
		}
		outside := w.hidden
		w.hidden = w.hidden || f.hidden
		changed = w.value(fv, stricter(cover, f.tag)) || changed
		w.hidden = outside
	}
	return changed
}

// opaque masks a covered struct that only its own package can make sense of,
// like a time.
func (w *walker) opaque(v reflect.Value, cover *Tag) bool {
	if v.Type() == addrType && hints[cover.Class] != nil && w.m.key == nil {
		addr := v.Interface().(netip.Addr)
		if c, _ := w.m.classes.Lookup(cover.Class); cover.Class == "ip" && cover.Level <= c.Level && addr.IsValid() {
			v.Set(reflect.ValueOf(network(addr).Addr()))
			return true
		}
	}
	v.SetZero()
	return true
}

// unlocked returns a field of ours so that it can be set though it is not
// exported. That is safe: the struct is our own copy.
func unlocked(field reflect.Value) reflect.Value {
	return reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem()
}

// stricter returns the tag that decides for a tagged field in something tagged.
func stricter(outer, inner *Tag) *Tag {
	if inner == nil || outer != nil && outer.Level > inner.Level {
		return outer
	}
	return inner
}

// pointer masks what a pointer points to.
func (w *walker) pointer(v reflect.Value, p *plan, cover *Tag) bool {
	if v.IsNil() {
		return false
	}
	return w.shared(v, p, w.visit(v, 0, cover), func() reflect.Value {
		c := reflect.New(v.Type().Elem())
		c.Elem().Set(v.Elem())
		return c.Convert(v.Type())
	}, func(c reflect.Value) bool {
		return w.value(c.Elem(), cover)
	})
}

// shared masks a copy of something that may be met again, also while it is being
// masked, and puts the copy into v if it differs.
func (w *walker) shared(v reflect.Value, p *plan, key visit, dup func() reflect.Value, mask func(reflect.Value) bool) bool {
	if !p.cyclic {
		c := dup()
		if !mask(c) {
			return false
		}
		v.Set(c)
		return true
	}
	if c, ok := w.seen[key]; ok {
		if c.same {
			return false
		}
		c.used = true
		v.Set(c.v)
		return true
	}
	if w.seen == nil {
		w.seen = make(map[visit]*copied)
	}
	c := &copied{v: dup()}
	w.seen[key] = c
	if !mask(c.v) && !c.used {
		c.same = true
		return false
	}
	v.Set(c.v)
	return true
}

// iface masks what is in an interface.
func (w *walker) iface(v reflect.Value, cover *Tag) bool {
	if v.IsNil() {
		return false
	}
	e := v.Elem()
	switch p := w.m.plan(e.Type()); {
	case cover == nil && (p.idle() || w.private(e, p)):
		return false
	case w.private(e, p):
		v.SetZero()
		return true
	}
	c := reflect.New(e.Type()).Elem()
	c.Set(e)
	if !w.value(c, cover) {
		return false
	}
	v.Set(c)
	return true
}

// slice masks the elements of a slice; covered bytes are one text.
func (w *walker) slice(v reflect.Value, p *plan, cover *Tag) bool {
	if v.IsNil() || v.Len() == 0 {
		return false
	}
	if cover != nil && v.Type().Elem().Kind() == reflect.Uint8 {
		return w.bytes(v, cover)
	}
	return w.shared(v, p, w.visit(v, v.Len(), cover), func() reflect.Value {
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		return c
	}, func(c reflect.Value) bool {
		return w.elements(c, cover)
	})
}

// elements masks the elements of an array, or of a slice of ours.
func (w *walker) elements(v reflect.Value, cover *Tag) (changed bool) {
	for i := range v.Len() {
		changed = w.value(v.Index(i), cover) || changed
	}
	return changed
}

// bytes masks a covered byte slice. A type that writes itself as JSON or text
// can't be trusted to take any bytes, so it becomes nil.
func (w *walker) bytes(v reflect.Value, cover *Tag) bool {
	t := v.Type()
	if t.Implements(marshalerType) || t.Implements(textMarshalerType) {
		v.SetZero()
		return true
	}
	v.Set(reflect.ValueOf([]byte(w.m.maskText(cover, string(v.Bytes())))).Convert(t))
	return true
}

var (
	marshalerType     = reflect.TypeFor[json.Marshaler]()
	textMarshalerType = reflect.TypeFor[encoding.TextMarshaler]()
)

// entry is one entry of a map that is being masked.
type entry struct {
	old, key, value reflect.Value
	keyChanged      bool
}

// mapping masks the keys and values of a map.
func (w *walker) mapping(v reflect.Value, p *plan, cover *Tag) bool {
	if v.IsNil() || v.Len() == 0 {
		return false
	}
	return w.shared(v, p, w.visit(v, 0, cover), func() reflect.Value {
		return reflect.MakeMapWithSize(v.Type(), v.Len())
	}, func(c reflect.Value) bool {
		return w.entries(v, c, cover)
	})
}

// entries masks the entries of one map into another.
func (w *walker) entries(from, to reflect.Value, cover *Tag) (changed bool) {
	var moved []entry
	for it := from.MapRange(); it.Next(); {
		e := entry{old: it.Key(), key: own(it.Key()), value: own(it.Value())}
		e.keyChanged = w.value(e.key, cover)
		changed = w.value(e.value, cover) || e.keyChanged || changed
		if e.keyChanged {
			moved = append(moved, e)
			continue
		}
		to.SetMapIndex(e.key, e.value)
	}
	insert(to, moved)
	return changed
}

// own returns a copy of v that can be changed.
func own(v reflect.Value) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	return c
}

// insert enters what has got another key. The order is that of the old keys, so
// that the same map always gives the same copy.
func insert(to reflect.Value, moved []entry) {
	if len(moved) == 0 {
		return
	}
	text := moved[0].old.Kind() == reflect.String
	if text {
		sort.Slice(moved, func(i, j int) bool { return moved[i].old.String() < moved[j].old.String() })
	}
	for _, e := range moved {
		base := e.key
		for n := 2; text && to.MapIndex(e.key).IsValid(); n++ {
			e.key = own(base)
			e.key.SetString(base.String() + "#" + strconv.Itoa(n))
		}
		to.SetMapIndex(e.key, e.value)
	}
}
