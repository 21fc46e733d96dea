package leaktest

import "fmt"

// stored chooses what goes into a package variable. A variable of a type with
// tagged fields may have been set by others.
func (e *emitter) stored(s *Step) *Var {
	tagged := e.chance(s, 80, 5)
	return e.pick(s, 0, func(v *Var) bool {
		return v.Type.plainData() && v.Type.Depth < 3 && (!v.Type.Tagged || tagged && makeable(v.Type))
	})
}

func stateOps() []*op {
	return topic("globals and contexts",
		&op{name: "global", weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.stored(s)
			if v == nil {
				return false
			}
			lib := e.where(s, 1, v)
			name := e.fresh(s, "Glob")
			ref := e.declare(lib, name, "var %s %s", name, v.Type.Go)
			if v.Type.Tagged {
				e.before = append(e.before, fmt.Sprintf("%s = rt.Make[%s]()", ref, v.Type.Go))
			}
			e.line("%s = %s", ref, v.Name)
			e.let(s, v.Type, v.PII, "%s", ref)
			return true
		}},
		&op{name: "global through functions", weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.stored(s)
			if v == nil {
				return false
			}
			lib := e.where(s, 1, v)
			name := e.fresh(s, "Store")
			e.declare(lib, "Put"+name, "var kept%s %s\n\nfunc Put%s(x %s) { kept%s = x }", name, v.Type.Go, name, v.Type.Go, name)
			e.declare(lib, "Get"+name, "func Get%s() %s { return kept%s }", name, v.Type.Go, name)
			e.line("@Put%s@(%s)", name, v.Name)
			e.let(s, v.Type, v.PII, "@Get%s@()", name)
			return true
		}},
		&op{name: "global registry", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.stored(s)
			if v == nil {
				return false
			}
			lib := e.where(s, 1, v)
			name := e.fresh(s, "Reg")
			ref := e.declare(lib, name, "var %s = map[string]%s{}", name, v.Type.Go)
			if v.Type.Tagged {
				e.before = append(e.before, fmt.Sprintf(`%s["other"] = rt.Make[%s]()`, ref, v.Type.Go))
			}
			e.line(`%s["k"] = %s`, ref, v.Name)
			e.let(s, v.Type, v.PII, `%s[%q]`, ref, oneOf(e, s, 2, "k", "k", "other"))
			return true
		}},
		&op{name: "context value", weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil {
				return false
			}
			w := e.add(s, v.Type, v.PII)
			e.line("type key%d struct{}", s.ID)
			e.line("ctx%d := context.WithValue(context.Background(), key%d{}, %s)", s.ID, s.ID, v.Name)
			if e.chance(s, 1, 30) {
				e.line("ctx%d = context.WithValue(ctx%d, \"other\", 1)", s.ID, s.ID)
			}
			e.line("%s, ok%d := ctx%d.Value(%s).(%s)", w.Name, s.ID, s.ID, oneOf(e, s, 2, fmt.Sprintf("key%d{}", s.ID), fmt.Sprintf("key%d{}", s.ID), `"other"`), v.Type.Go)
			e.line("_ = ok%d", s.ID)
			return true
		}},
		&op{name: "context through helper", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.argumentLike(s, 0)
			if v == nil {
				return false
			}
			lib := e.where(s, 1, v)
			name := e.fresh(s, "Ctx")
			e.declare(lib, "With"+name, "type key%s int\n\nfunc With%s(ctx context.Context, x %s) context.Context { return context.WithValue(ctx, key%s(0), x) }", name, name, v.Type.Go, name)
			e.declare(lib, "From"+name, "func From%s(ctx context.Context) %s {\n\tx, _ := ctx.Value(key%s(0)).(%s)\n\treturn x\n}", name, v.Type.Go, name, v.Type.Go)
			e.line("ctx%d := @With%s@(context.Background(), %s)", s.ID, name, v.Name)
			e.let(s, v.Type, v.PII, "@From%s@(ctx%d)", name, s.ID)
			return true
		}},
	)
}

func iteratorOps() []*op {
	return topic("iterators",
		&op{name: "iterator", kids: 1, weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.argumentLike(s, 0)
			if v == nil || e.fn.loop >= 2 {
				return false
			}
			lib := e.where(s, 1, v)
			name := e.fresh(s, "Seq")
			ref := e.declare(lib, name, "func %s(x %s) iter.Seq[%s] {\n\treturn func(yield func(%s) bool) {\n\t\tif yield(x) {\n\t\t\tyield(%s)\n\t\t}\n\t}\n}", name, v.Type.Go, v.Type.Go, v.Type.Go, zero(v.Type))
			x := &Var{Name: fmt.Sprintf("x%d", s.ID), Type: v.Type, PII: v.PII, id: uint64(s.ID)}
			e.looped(func() {
				e.line("for %s := range %s(%s) {", x.Name, ref, v.Name)
				e.block(s.Kids[0], x)
				e.line("}")
			})
			return true
		}},
		&op{name: "pull", weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Slice)
			if v == nil {
				return false
			}
			e.line("next%d, stop%d := iter.Pull(slices.Values(%s))", s.ID, s.ID, v.Name)
			w := e.add(s, v.Type.Elem, v.PII)
			e.line("%s, ok%d := next%d()", w.Name, s.ID, s.ID)
			e.line("_ = ok%d", s.ID)
			e.line("stop%d()", s.ID)
			return true
		}},
		&op{name: "iterator adapters", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Slice)
			if v == nil {
				return false
			}
			name := e.fresh(s, "Filter")
			ref := e.declare(e.prog.Lib && e.chance(s, 1, 50) || e.fn.lib, name,
				"func %s[T any](seq iter.Seq[T], keep func(T) bool) iter.Seq[T] {\n\treturn func(yield func(T) bool) {\n\t\tfor x := range seq {\n\t\t\tif keep(x) && !yield(x) {\n\t\t\t\treturn\n\t\t\t}\n\t\t}\n\t}\n}", name)
			e.let(s, v.Type, v.PII, "slices.Collect(%s(slices.Values(%s), func(%s) bool { return true }))", ref, v.Name, v.Type.Elem.Go)
			return true
		}},
	)
}
