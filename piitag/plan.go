package piitag

import "reflect"

// plan is what a masker knows of a type without looking at a value.
type plan struct {
	tagged bool // a tagged field can be reached through types alone
	open   bool // an interface can be reached: only values tell what is in there
	cyclic bool // values can contain themselves
	opaque bool // a struct without exported fields
	fields []fieldPlan
}

// fieldPlan is one field of a struct.
type fieldPlan struct {
	index  int
	hidden bool // unexported and not embedded
	locked bool // unexported: reflection refuses to set it
	tag    *Tag // nil if there is none, or one that is not to be masked
	reach  bool // there is something to do without a covering tag
}

// idle reports whether values of the type need no look unless a tag covers them.
func (p *plan) idle() bool { return !p.tagged && !p.open }

// plan returns the plan of a type.
func (m *Masker) plan(t reflect.Type) *plan {
	if p, ok := m.plans.Load(t); ok {
		return p.(*plan)
	}
	r := reach{m: m, onPath: make(map[reflect.Type]bool)}
	r.look(t)
	p := &plan{tagged: r.tagged, open: r.open, cyclic: r.cyclic || r.open}
	if t.Kind() == reflect.Struct {
		m.planFields(p, t)
	}
	stored, _ := m.plans.LoadOrStore(t, p)
	return stored.(*plan)
}

// planFields fills in the fields of a struct type.
func (m *Masker) planFields(p *plan, t reflect.Type) {
	p.opaque = true
	for i := range t.NumField() {
		f := t.Field(i)
		r := reach{m: m, onPath: make(map[reflect.Type]bool)}
		r.look(f.Type)
		tag := m.fieldTag(t, f)
		p.fields = append(p.fields, fieldPlan{
			index:  i,
			hidden: !f.IsExported() && !f.Anonymous,
			locked: !f.IsExported(),
			tag:    tag,
			reach:  tag != nil || r.tagged || r.open,
		})
		if f.IsExported() || f.Anonymous {
			p.opaque = false
		}
	}
}

// fieldTag returns the tag under which a field is masked, or nil.
func (m *Masker) fieldTag(t reflect.Type, f reflect.StructField) *Tag {
	tag, ok, _ := m.classes.FromStructTag(f.Tag) // broken tags are Unknown
	if !ok && m.tag != nil {
		var text string
		if text, ok = m.tag(t, f); ok {
			tag, _ = m.classes.Parse(text)
		}
	}
	if !ok || !m.wants(tag) {
		return nil
	}
	return &tag
}

// reach looks through a type and everything that its values can hold.
type reach struct {
	m      *Masker
	onPath map[reflect.Type]bool // true while being looked at, then false
	tagged bool
	open   bool
	cyclic bool
}

func (r *reach) look(t reflect.Type) {
	if onPath, seen := r.onPath[t]; seen {
		r.cyclic = r.cyclic || onPath
		return
	}
	r.onPath[t] = true
	switch t.Kind() {
	case reflect.Interface:
		r.open = true
	case reflect.Pointer, reflect.Slice:
		r.look(t.Elem())
	case reflect.Array:
		if t.Len() > 0 {
			r.look(t.Elem())
		}
	case reflect.Map:
		r.look(t.Key())
		r.look(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			r.tagged = r.tagged || r.m.fieldTag(t, f) != nil
			r.look(f.Type)
		}
	}
	r.onPath[t] = false
}
