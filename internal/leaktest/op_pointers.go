package leaktest

func pointerOps() []*op {
	return topic("pointers",
		&op{name: "address", weight: 6, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, func(v *Var) bool { return element(v) && v.named() })
			if v == nil {
				return false
			}
			e.let(s, pointerTo(v.Type), v.PII, "&%s", v.Name).Set = true
			return true
		}},
		&op{name: "address of field", weight: 2, do: func(e *emitter, s *Step) bool {
			v, f, ok := e.structVar(s, 0)
			if !ok || !v.named() || v.Type.Kind == Pointer {
				return false
			}
			e.let(s, pointerTo(f.Type), v.PII, "&%s.%s", v.Name, f.Name).Set = true
			return true
		}},
		&op{name: "dereference", weight: 6, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Pointer)
			if v == nil {
				return false
			}
			w := e.add(s, v.Type.Elem, v.PII)
			e.line("var %s %s", w.Name, w.Type.Go)
			e.guarded(v, "%s = *%s", w.Name, v.Name)
			return true
		}},
		&op{name: "store", weight: 5, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Pointer)
			if v == nil {
				return false
			}
			w := e.pickOf(s, 1, v.Type.Elem, nil)
			if w == nil {
				return false
			}
			with := w.Name
			if v.Set && e.chance(s, 2, 30) {
				with = zero(w.Type)
			}
			e.guarded(v, "*%s = %s", v.Name, with)
			v.PII = v.PII || w.PII
			return true
		}},
		&op{name: "new", weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil {
				return false
			}
			if e.chance(s, 1, 40) {
				e.let(s, pointerTo(v.Type), v.PII, "new(%s)", v.Name).Set = true
				return true
			}
			w := e.let(s, pointerTo(v.Type), v.PII, "new(%s)", v.Type.Go)
			w.Set = true
			e.line("*%s = %s", w.Name, v.Name)
			return true
		}},
		&op{name: "pointer chosen", weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Pointer)
			if v == nil {
				return false
			}
			w := e.pickOf(s, 1, v.Type, nil)
			c := e.cond()
			if c == "" {
				return false
			}
			p := e.let(s, v.Type, v.PII || w.PII, "%s", v.Name)
			e.line("if %s {", c)
			e.line("\t%s = %s", p.Name, w.Name)
			p.Set = v.Set && w.Set
			e.line("}")
			return true
		}},
	)
}

// named says that a variable has a name of its own, so that its address can be
// taken.
func (v *Var) named() bool {
	for _, c := range v.Name {
		if c == '[' || c == '.' || c == '(' {
			return false
		}
	}
	return true
}
