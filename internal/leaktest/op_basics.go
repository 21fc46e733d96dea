package leaktest

import "fmt"

// members lists the fields of a struct variable that the text may name.
func (e *emitter) members(t *Type) (list []Field) {
	if t.Kind == Pointer {
		t = t.Elem
	}
	for _, f := range t.Fields {
		if f.Name[0] >= 'a' && t.Def != nil && t.Def.Lib != e.fn.lib {
			continue
		}
		list = append(list, f)
	}
	return list
}

// structured says whether a type has fields.
func structured(t *Type) bool {
	return t.Kind == Struct && len(t.Fields) > 0 || t.Kind == Pointer && t.Elem.Kind == Struct && len(t.Elem.Fields) > 0
}

// structVar chooses a variable with fields, and one of them: mostly a tagged
// one.
func (e *emitter) structVar(s *Step, slot int) (*Var, Field, bool) {
	v := e.pick(s, slot, func(v *Var) bool { return structured(v.Type) })
	if v == nil {
		return nil, Field{}, false
	}
	list := e.members(v.Type)
	for i := range 4 {
		f := list[e.rand(s, slot+10+i, len(list))]
		if f.PII || f.Type.Tagged || i == 3 || e.chance(s, slot+20, 30) {
			return v, f, true
		}
	}
	return nil, Field{}, false
}

// zero is an expression of the type's zero value.
func zero(t *Type) string {
	switch t.Kind {
	case String:
		return `""`
	case Int:
		return "0"
	case Bool:
		return "false"
	case Struct:
		return t.Go + "{}"
	case Array:
		return t.Go + "{}"
	}
	return "nil"
}

func basicOps() []*op {
	return topic("copies and overwrites",
		&op{name: "field", weight: 14, do: func(e *emitter, s *Step) bool {
			v, f, ok := e.structVar(s, 0)
			if !ok {
				return false
			}
			e.let(s, f.Type, v.PII && (f.PII || f.Type.Tagged), "%s.%s", v.Name, f.Name)
			return true
		}},
		&op{name: "copy", do: func(e *emitter, s *Step) bool {
			v := e.data(s, 0)
			if v == nil {
				return false
			}
			e.let(s, v.Type, v.PII, "%s", v.Name).Set = v.Set
			return true
		}},
		&op{name: "assign", weight: 6, do: assign},
		&op{name: "overwrite", do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, func(v *Var) bool { return v.Type.is(String, Struct, Int) && !v.Fixed })
			if v == nil {
				return false
			}
			e.line("%s = %s", v.Name, zero(v.Type))
			return true
		}},
		&op{name: "overwrite field", weight: 5, do: func(e *emitter, s *Step) bool {
			v, f, ok := e.structVar(s, 0)
			if !ok || v.Fixed {
				return false
			}
			e.line("%s.%s = %s", v.Name, f.Name, zero(f.Type))
			return true
		}},
		&op{name: "set field", weight: 5, do: func(e *emitter, s *Step) bool {
			v, f, ok := e.structVar(s, 0)
			if !ok || v.Fixed {
				return false
			}
			w := e.pickOf(s, 1, f.Type, nil)
			if w == nil {
				return false
			}
			e.line("%s.%s = %s%s", v.Name, f.Name, w.Name, e.into(v.Type, f.Name, w.Name))
			return true
		}},
		&op{name: "struct literal", do: structLiteral},
		&op{name: "concat", weight: 5, do: func(e *emitter, s *Step) bool {
			v, w := e.pickKind(s, 0, String), e.pickKind(s, 1, String)
			if v == nil {
				return false
			}
			if w == v || e.chance(s, 2, 50) {
				e.let(s, stringType, v.PII, `"to " + %s`, v.Name)
			} else {
				e.let(s, stringType, v.PII || w.PII, `%s + " " + %s`, v.Name, w.Name)
			}
			return true
		}},
		&op{name: "swap", weight: 1, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, func(v *Var) bool { return v.Type.plainData() && !v.Fixed })
			if v == nil {
				return false
			}
			w := e.pickOf(s, 1, v.Type, func(w *Var) bool { return w != v && !w.Fixed })
			if w == nil {
				return false
			}
			e.line("%s, %s = %s, %s", v.Name, w.Name, w.Name, v.Name)
			v.Set, w.Set = v.Set && w.Set, v.Set && w.Set
			return true
		}},
		&op{name: "wrapper struct", weight: 6, do: wrapperStruct},
	)
}

func assign(e *emitter, s *Step) bool {
	v := e.data(s, 0)
	if v == nil {
		return false
	}
	w := e.pickOf(s, 1, v.Type, func(w *Var) bool { return w != v && !w.Fixed })
	if w == nil {
		return false
	}
	e.line("%s = %s", w.Name, v.Name)
	w.PII, w.Set = w.PII || v.PII, w.Set && v.Set
	return true
}

// guarded writes a statement that needs v not to be nil.
func (e *emitter) guarded(v *Var, format string, args ...any) {
	if v.Set {
		e.line(format, args...)
		return
	}
	e.line("if %s != nil {", v.Name)
	e.line("\t"+format, args...)
	e.line("}")
}

// structLiteral builds a tagged type from what there is.
func structLiteral(e *emitter, s *Step) bool {
	t := e.typeOf(e.rand(s, 0, 2))
	v := e.pickKind(s, 1, String)
	if v == nil || !e.visible(t) {
		return false
	}
	name := oneOf(e, s, 2, "Email", "ID")
	amp := oneOf(e, s, 3, "", "", "&")
	typ := t
	if amp != "" {
		typ = pointerTo(t)
	}
	e.let(s, typ, v.PII, "%s%s{%s: %s}%s", amp, t.Go, name, v.Name, e.into(t, name, v.Name)).Set = amp != ""
	return true
}

// wrapperStruct puts a value into an untagged type, beside something clean.
func wrapperStruct(e *emitter, s *Step) bool {
	v := e.data(s, 0)
	if v == nil {
		return false
	}
	fields := []Field{{Name: "Val", Type: v.Type}, {Name: "Note", Type: stringType}}
	text := fmt.Sprintf("struct {\n\tVal %s\n\tNote string\n}", v.Type.Go)
	t := &Type{Go: fmt.Sprintf("struct { Val %s; Note string }", v.Type.Go), Kind: Struct, Fields: fields, Tagged: v.Type.Tagged, Depth: v.Type.Depth + 1}
	if e.chance(s, 1, 70) {
		lib := e.fn.lib
		name := e.fresh(s, "Wrap")
		t = &Type{Go: e.declare(lib, name, "type %s %s", name, text), Kind: Struct, Fields: fields, Tagged: v.Type.Tagged, Def: &Def{Name: name, Lib: lib}, Depth: v.Type.Depth + 1}
	}
	switch e.rand(s, 2, 3) {
	case 0:
		e.let(s, t, v.PII, `%s{Val: %s, Note: "n"}`, t.Go, v.Name)
	case 1:
		e.let(s, pointerTo(t), v.PII, `&%s{Val: %s, Note: "n"}`, t.Go, v.Name).Set = true
	case 2:
		w := e.add(s, t, v.PII)
		e.line("var %s %s", w.Name, t.Go)
		e.line("%s.Note = %q", w.Name, "n")
		e.line("%s.Val = %s", w.Name, v.Name)
	}
	return true
}
