package leaktest

import "fmt"

// closure writes a literal that returns a variable of its scope, and gives the
// type of that.
func (e *emitter) closure(s *Step, head string, kids []*Step, tail string, params ...*Var) *Var {
	var r *Var
	e.literal(func() {
		// The result's type is known after the body: it is put in then.
		start := e.fn.body.Len()
		e.line("%s", head+"@result@{")
		e.blockThen(kids, func() {
			if r = e.result(s); r != nil {
				e.line("return %s", r.Name)
			}
		}, params...)
		e.line("%s", "}"+tail)
		text := e.fn.body.String()
		result := ""
		if r != nil {
			result = r.Type.Go + " "
		}
		e.fn.body.Reset()
		e.fn.body.WriteString(text[:start] + replaceFirst(text[start:], "@result@", result))
	})
	return r
}

func closureOps() []*op {
	return topic("closures",
		&op{name: "literal called", kids: 1, weight: 5, do: func(e *emitter, s *Step) bool {
			e.literal(func() {
				e.line("func() {")
				e.block(s.Kids[0])
				e.line("}()")
			})
			return true
		}},
		&op{name: "literal kept", kids: 1, weight: 4, do: func(e *emitter, s *Step) bool {
			e.literal(func() {
				e.line("f%d := func() {", s.ID)
				e.block(s.Kids[0])
				e.line("}")
			})
			e.line("f%d()", s.ID)
			return true
		}},
		&op{name: "captured value", weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil {
				return false
			}
			e.let(s, funcOf(v.Type), v.PII, "func() %s { return %s }", v.Type.Go, v.Name)
			return true
		}},
		&op{name: "closure with result", kids: 1, weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.argumentLike(s, 0)
			if v == nil {
				return false
			}
			p := &Var{Name: fmt.Sprintf("a%d", s.ID), Type: v.Type, PII: v.PII, id: uint64(s.ID)}
			r := e.closure(s, fmt.Sprintf("f%d := func(%s %s) ", s.ID, p.Name, v.Type.Go), s.Kids[0], "", p)
			if v.Type.Tagged { // it is judged by itself
				e.line("rt.Quiet()")
				e.line("f%d(rt.Make[%s]())", s.ID, v.Type.Go)
			}
			e.let(s, r.Type, r.PII || v.PII, "f%d(%s)", s.ID, v.Name)
			return true
		}},
		&op{name: "call function value", weight: 5, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Func)
			if v == nil {
				return false
			}
			w := e.add(s, v.Type.Elem, v.PII)
			e.line("var %s %s", w.Name, w.Type.Go)
			e.line("if %s != nil {", v.Name)
			e.line("\t%s = %s()", w.Name, v.Name)
			e.line("}")
			return true
		}},
	)
}

func handedClosureOps() []*op {
	return topic("closures",
		&op{name: "returned closure", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.argumentLike(s, 0)
			if v == nil {
				return false
			}
			lib := e.where(s, 1, v)
			name := e.fresh(s, "Later")
			ref := e.declare(lib, name, "func %s(x %s) func() %s { return func() %s { return x } }", name, v.Type.Go, v.Type.Go, v.Type.Go)
			e.let(s, funcOf(v.Type), v.PII, "%s(%s)", ref, v.Name)
			return true
		}},
		&op{name: "callback", kids: 1, weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.argumentLike(s, 0)
			if v == nil {
				return false
			}
			lib := e.where(s, 1, v)
			name := e.fresh(s, "With")
			drive := ""
			if v.Type.Tagged { // the literal is judged by itself
				drive = fmt.Sprintf("\n\tf(rt.Make[%s]())", v.Type.Go)
			}
			ref := e.declare(lib, name, "func %s(x %s, f func(%s)) {\n\tf(%s)%s\n}", name, v.Type.Go, v.Type.Go, oneOf(e, s, 2, "x", "x", zero(v.Type)), drive)
			p := &Var{Name: fmt.Sprintf("a%d", s.ID), Type: v.Type, PII: v.PII, id: uint64(s.ID)}
			e.literal(func() {
				e.line("%s(%s, func(%s %s) {", ref, v.Name, p.Name, v.Type.Go)
				e.block(s.Kids[0], p)
				e.line("})")
			})
			return true
		}},
		&op{name: "callback with result", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.argumentLike(s, 0)
			if v == nil {
				return false
			}
			w := e.pickOf(s, 1, v.Type, nil)
			name := e.fresh(s, "Apply")
			ref := e.declare(e.where(s, 2, v), name, "func %s(f func(%s) %s, x %s) %s { return f(x) }", name, v.Type.Go, v.Type.Go, v.Type.Go, v.Type.Go)
			e.let(s, v.Type, v.PII || w.PII, "%s(func(y %s) %s { return %s }, %s)", ref, v.Type.Go, v.Type.Go, oneOf(e, s, 3, "y", w.Name, zero(v.Type)), v.Name)
			return true
		}},
		&op{name: "functions in a container", weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Func)
			if v == nil {
				return false
			}
			w := e.pickOf(s, 1, v.Type, nil)
			e.let(s, v.Type, v.PII || w.PII, "map[string]%s{\"a\": %s, \"b\": %s}[%q]", v.Type.Go, v.Name, w.Name, oneOf(e, s, 2, "a", "b"))
			return true
		}},
	)
}
