package leaktest

import "fmt"

func interfaceOps() []*op {
	return topic("interfaces",
		&op{name: "into any", weight: 5, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil {
				return false
			}
			e.letTyped(s, anyOf(v.Type), v.PII, "%s", v.Name)
			return true
		}},
		&op{name: "type assertion", weight: 5, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Any)
			if v == nil {
				return false
			}
			w := e.add(s, v.Type.Elem, v.PII)
			e.line("%s, ok%d := %s.(%s)", w.Name, s.ID, v.Name, w.Type.Go)
			e.line("_ = ok%d", s.ID)
			return true
		}},
		&op{name: "type switch", kids: 2, weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Any)
			if v == nil {
				return false
			}
			x := &Var{Name: fmt.Sprintf("x%d", s.ID), Type: v.Type.Elem, PII: v.PII, id: uint64(s.ID)}
			e.line("switch %s := %s.(type) {", x.Name, v.Name)
			e.line("case %s:", x.Type.Go)
			inner := e.fn.breakable
			e.fn.breakable = false
			e.block(s.Kids[0], x)
			y := &Var{Name: x.Name, Type: v.Type, PII: v.PII, id: mix(uint64(s.ID), 1)}
			e.line("default:")
			e.block(s.Kids[1], y)
			e.fn.breakable = inner
			e.line("}")
			return true
		}},
		&op{name: "interface with implementations", weight: 5, do: getter},
		&op{name: "call interface", weight: 5, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Iface)
			if v == nil {
				return false
			}
			e.let(s, v.Type.Elem, v.PII, "%s.Get%s()", v.Name, v.Type.Def.Name)
			return true
		}},
		&op{name: "interface that logs", weight: 3, do: recorder},
		&op{name: "stringer", weight: 3, do: stringer},
		&op{name: "embedding", weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, func(v *Var) bool { return v.Type.Methods && v.named() })
			if v == nil || v.Type.Kind == Struct && v.Type.Def == nil {
				return false
			}
			t, star := v.Type, ""
			if t.Kind == Pointer {
				t, star = t.Elem, "*"
			}
			if e.fn.lib != t.Def.Lib && e.fn.lib {
				return false
			}
			name := e.fresh(s, "Emb")
			ref := e.declare(e.fn.lib, name, "type %s struct {\n\tNote string\n\t%s%s\n}", name, star, t.Go)
			fields := []Field{{Name: "Note", Type: stringType}}
			for _, f := range t.Fields {
				if f.Name[0] < 'a' {
					fields = append(fields, f)
				}
			}
			w := &Type{Go: ref, Kind: Struct, Fields: fields, Tagged: true, Methods: true, Depth: 1, Def: &Def{Name: name, Lib: e.fn.lib}}
			e.let(s, w, v.PII, `%s{"n", %s}`, ref, v.Name)
			return true
		}},
	)
}

// getter declares an interface with two implementations, of which a branch
// chooses one.
func getter(e *emitter, s *Step) bool {
	v := e.argumentLike(s, 0)
	if v == nil {
		return false
	}
	lib := e.where(s, 1, v)
	name := e.fresh(s, "Getter")
	method := "Get" + name
	ref := e.declare(lib, name, "type %s interface{ %s() %s }", name, method, v.Type.Go)
	holds := e.declare(lib, name+"Holds", "type %sHolds struct{ V %s }\n\nfunc (h %s%sHolds) %s() %s { return h.V }",
		name, v.Type.Go, oneOf(e, s, 2, "", "*"), name, method, v.Type.Go)
	empty := e.declare(lib, name+"Empty", "type %sEmpty struct{}\n\nfunc (%sEmpty) %s() %s { return %s }", name, name, method, v.Type.Go, zero(v.Type))
	t := &Type{Go: ref, Kind: Iface, Elem: v.Type, Tagged: v.Type.Tagged, Depth: v.Type.Depth + 1, Def: &Def{Name: name, Lib: lib}}
	w := e.add(s, t, v.PII)
	e.line("var %s %s = &%s{V: %s}", w.Name, ref, holds, v.Name)
	switch c := e.cond(); {
	case e.chance(s, 3, 30):
		e.line("%s = %s{}", w.Name, empty)
	case c != "":
		e.line("if %s {", c)
		e.line("\t%s = %s{}", w.Name, empty)
		e.line("}")
	}
	return true
}

// recorder declares an interface of which one implementation logs and the
// other does not.
func recorder(e *emitter, s *Step) bool {
	v := e.argumentLike(s, 0)
	if v == nil || v.Type.Tagged {
		return false
	}
	lib := e.where(s, 1, v)
	name := e.fresh(s, "Rec")
	method := "Put" + name
	ref := e.declare(lib, name, "type %s interface{ %s(x %s) }", name, method, v.Type.Go)
	loud := e.declare(lib, name+"Loud", "type %sLoud struct{ n int }\n\nfunc (%s%sLoud) %s(x %s) {\n\trt.At()\n\tlog.Println(x)\n}",
		name, oneOf(e, s, 2, "", "*"), name, method, v.Type.Go)
	quiet := e.declare(lib, name+"Quiet", "type %sQuiet struct{ n int }\n\nfunc (q *%sQuiet) %s(x %s) { q.n++ }", name, name, method, v.Type.Go)
	w := fmt.Sprintf("r%d", s.ID)
	e.line("var %s %s = &%s{}", w, ref, oneOf(e, s, 3, loud, quiet))
	if c := e.cond(); c != "" && e.chance(s, 4, 60) {
		e.line("if %s {", c)
		e.line("\t%s = &%s{}", w, oneOf(e, s, 5, loud, quiet))
		e.line("}")
	}
	e.line("%s.%s(%s)", w, method, v.Name)
	return true
}

// stringer declares a type that prints itself, or not.
func stringer(e *emitter, s *Step) bool {
	v := e.pickKind(s, 0, String)
	if v == nil {
		return false
	}
	lib := e.fn.lib
	name := e.fresh(s, "Badge")
	method := oneOf(e, s, 1, "String() string { return %s }", "Error() string { return %s }", "GoString() string { return %s }",
		"MarshalText() ([]byte, error) { return []byte(%s), nil }", "MarshalJSON() ([]byte, error) { return json.Marshal(%s) }",
		"LogValue() slog.Value { return slog.StringValue(%s) }", "Format(f fmt.State, _ rune) { fmt.Fprint(f, %s) }")
	ref := e.declare(lib, name, "type %s struct{ Text, Other string }\n\nfunc (b %s%s) "+method, name, oneOf(e, s, 2, "", "*"), name,
		oneOf(e, s, 3, "b.Text", `"badge"`, "b.Other", "b.Text + b.Other"))
	t := &Type{Go: ref, Kind: Struct, Fields: []Field{{Name: "Text", Type: stringType}, {Name: "Other", Type: stringType}}, Def: &Def{Name: name, Lib: lib}}
	amp := oneOf(e, s, 4, "", "&")
	if amp != "" {
		t = pointerTo(t)
	}
	e.let(s, t, v.PII, `%s%s{Text: %s, Other: "o"}`, amp, ref, v.Name).Set = amp != ""
	return true
}
