package leaktest

import "fmt"

// element is a type that containers of a program hold.
func element(v *Var) bool { return v.Type.plainData() && v.Type.Depth < 3 }

func sliceOps() []*op {
	return topic("slices",
		&op{name: "slice literal", do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil {
				return false
			}
			w := e.pickOf(s, 1, v.Type, nil)
			e.let(s, sliceOf(v.Type), v.PII || w.PII, "[]%s{%s, %s}", v.Type.Go, v.Name, oneOf(e, s, 2, w.Name, zero(v.Type)))
			return true
		}},
		&op{name: "slice element", weight: 5, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Slice, Array)
			if v == nil {
				return false
			}
			i := e.rand(s, 1, 2)
			w := e.add(s, v.Type.Elem, v.PII)
			e.line("var %s %s", w.Name, w.Type.Go)
			e.line("if len(%s) > %d {", v.Name, i)
			e.line("\t%s = %s[%d]", w.Name, v.Name, i)
			e.line("}")
			return true
		}},
		&op{name: "set element", do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Slice, Array)
			if v == nil || v.Fixed {
				return false
			}
			w := e.pickOf(s, 1, v.Type.Elem, nil)
			if w == nil {
				return false
			}
			i := e.rand(s, 2, 2)
			e.line("if len(%s) > %d {", v.Name, i)
			e.line("\t%s[%d] = %s", v.Name, i, oneOf(e, s, 3, w.Name, w.Name, zero(w.Type)))
			e.line("}")
			return true
		}},
		&op{name: "append", weight: 5, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Slice)
			if v == nil {
				return false
			}
			w := e.pickOf(s, 1, v.Type.Elem, nil)
			if x := e.pickOf(s, 2, v.Type, nil); w == nil || e.chance(s, 3, 30) {
				e.let(s, v.Type, v.PII || x.PII, "append(%s, %s...)", v.Name, x.Name)
				return true
			}
			if e.chance(s, 4, 50) && !v.Fixed {
				e.line("%s = append(%s, %s)", v.Name, v.Name, w.Name)
				v.PII = v.PII || w.PII
				return true
			}
			e.let(s, v.Type, v.PII || w.PII, "append(%s, %s)", v.Name, w.Name)
			return true
		}},
	)
}

func subsliceOps() []*op {
	return topic("slices",
		&op{name: "subslice", weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Slice)
			if v == nil {
				return false
			}
			e.let(s, v.Type, v.PII, oneOf(e, s, 1, "%s[:]", "%[1]s[:len(%[1]s)]", "%[1]s[len(%[1]s)/2:]", "%[1]s[:min(1, len(%[1]s))]"), v.Name)
			return true
		}},
		&op{name: "copy slice", weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Slice)
			if v == nil {
				return false
			}
			w := e.let(s, v.Type, v.PII, "make(%s, len(%s))", v.Type.Go, v.Name)
			e.line("copy(%s, %s)", w.Name, v.Name)
			return true
		}},
		&op{name: "slices functions", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Slice)
			if v == nil {
				return false
			}
			e.let(s, v.Type, v.PII, oneOf(e, s, 1, "slices.Clone(%s)", "slices.Concat(%[1]s, %[1]s)", "slices.Collect(slices.Values(%s))",
				"slices.DeleteFunc(slices.Clone(%s), func("+v.Type.Elem.Go+") bool { return false })", "slices.Insert(slices.Clone(%[1]s), 0, %[1]s...)"), v.Name)
			return true
		}},
		&op{name: "range slice", kids: 1, weight: 5, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Slice, Array)
			if v == nil || e.fn.loop >= 2 {
				return false
			}
			x := &Var{Name: fmt.Sprintf("x%d", s.ID), Type: v.Type.Elem, PII: v.PII, id: uint64(s.ID)}
			e.looped(func() {
				e.line("for _, %s := range %s {", x.Name, v.Name)
				e.block(s.Kids[0], x)
				e.line("}")
			})
			return true
		}},
		&op{name: "range index", kids: 1, weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Slice, Array)
			if v == nil || e.fn.loop >= 2 || v.Fixed {
				return false
			}
			w := e.pickOf(s, 1, v.Type.Elem, nil)
			e.looped(func() {
				e.line("for i := range %s {", v.Name)
				e.line("\t_ = i")
				if w != nil && e.chance(s, 2, 60) {
					e.line("\t%s[i] = %s", v.Name, oneOf(e, s, 3, w.Name, w.Name, w.Name, zero(w.Type)))
				}
				x := &Var{Name: fmt.Sprintf("%s[i]", v.Name), Type: v.Type.Elem, PII: v.PII, id: uint64(s.ID)}
				e.block(s.Kids[0], x)
				e.line("}")
			})
			return true
		}},
		&op{name: "variadic", weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, String)
			if v == nil {
				return false
			}
			w := e.pickKind(s, 1, String)
			name := e.fresh(s, "Var")
			ref := e.declare(e.fn.lib, name, "func %s(list ...string) string { return %s }", name,
				oneOf(e, s, 2, `strings.Join(list, ",")`, "list[0]", "list[len(list)-1]", "fmt.Sprint(list)"))
			e.let(s, stringType, v.PII || w.PII, "%s(%s, %s)", ref, v.Name, w.Name)
			return true
		}},
	)
}

func mapOps() []*op {
	return topic("maps",
		&op{name: "map literal", weight: 5, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil {
				return false
			}
			w := e.pickOf(s, 1, v.Type, nil)
			e.let(s, mapOf(v.Type), v.PII || w.PII, `map[string]%s{"k": %s, "other": %s}`, v.Type.Go, v.Name, oneOf(e, s, 2, w.Name, zero(v.Type))).Set = true
			return true
		}},
		&op{name: "map index", weight: 5, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Map)
			if v == nil {
				return false
			}
			key := oneOf(e, s, 1, "k", "k", "other")
			if e.chance(s, 2, 30) {
				w := e.add(s, v.Type.Elem, v.PII)
				e.line("%s, ok%d := %s[%q]", w.Name, s.ID, v.Name, key)
				e.line("_ = ok%d", s.ID)
				return true
			}
			e.let(s, v.Type.Elem, v.PII, "%s[%q]", v.Name, key)
			return true
		}},
		&op{name: "map set", weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Map)
			if v == nil || v.Fixed {
				return false
			}
			w := e.pickOf(s, 1, v.Type.Elem, nil)
			if w == nil {
				return false
			}
			e.guarded(v, "%s[%q] = %s", v.Name, oneOf(e, s, 2, "k", "other"), oneOf(e, s, 3, w.Name, w.Name, zero(w.Type)))
			v.PII = v.PII || w.PII
			return true
		}},
		&op{name: "map delete", weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Map)
			if v == nil {
				return false
			}
			if e.chance(s, 1, 30) {
				e.line("clear(%s)", v.Name)
				return true
			}
			e.line("delete(%s, %q)", v.Name, oneOf(e, s, 2, "k", "other"))
			return true
		}},
	)
}

func mapPartOps() []*op {
	return topic("maps",
		&op{name: "personal key", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, String)
			if v == nil {
				return false
			}
			e.let(s, mapOf(intType), v.PII, "map[string]int{%s: 1}", v.Name)
			return true
		}},
		&op{name: "map keys", weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Map)
			if v == nil {
				return false
			}
			e.let(s, sliceOf(stringType), v.PII, oneOf(e, s, 1, "slices.Sorted(maps.Keys(%s))", "slices.Collect(maps.Keys(%s))"), v.Name)
			return true
		}},
		&op{name: "map values", weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Map)
			if v == nil {
				return false
			}
			e.let(s, sliceOf(v.Type.Elem), v.PII, "slices.Collect(maps.Values(%s))", v.Name)
			return true
		}},
		&op{name: "range map", kids: 1, weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Map)
			if v == nil || e.fn.loop >= 2 {
				return false
			}
			k := &Var{Name: fmt.Sprintf("k%d", s.ID), Type: stringType, PII: v.PII, id: mix(uint64(s.ID), 1)}
			x := &Var{Name: fmt.Sprintf("x%d", s.ID), Type: v.Type.Elem, PII: v.PII, id: mix(uint64(s.ID), 2)}
			e.looped(func() {
				e.line("for %s, %s := range %s {", k.Name, x.Name, v.Name)
				e.block(s.Kids[0], k, x)
				e.line("}")
			})
			return true
		}},
	)
}
