package leaktest

func deferOps() []*op {
	return topic("defer and panic",
		&op{name: "deferred literal", kids: 2, weight: 3, do: func(e *emitter, s *Step) bool {
			e.literal(func() {
				e.line("func() {")
				e.fn.indent++
				e.line("defer func() {")
				e.block(s.Kids[0])
				e.line("}()")
				e.fn.indent--
				e.block(s.Kids[1])
				e.line("}()")
			})
			return true
		}},
		&op{name: "deferred sink", weight: 3, sink: true, do: func(e *emitter, s *Step) bool {
			v := e.shown(s)
			if v == nil || !v.named() {
				return false
			}
			e.line("func() {")
			e.line("\tdefer %s(%s)", oneOf(e, s, 1, "log.Println", "fmt.Println", "log.Print"), v.Name)
			e.line("\tdefer rt.AtLine(rt.Above())")
			if e.chance(s, 2, 30) && !v.Fixed {
				e.line("\t%s = %s", v.Name, zero(v.Type))
			}
			e.line("}()")
			return true
		}},
		&op{name: "named result", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil {
				return false
			}
			w := e.pickOf(s, 1, v.Type, nil)
			e.let(s, v.Type, v.PII || w.PII, "func() (r %s) {\n\t\tdefer func() { r = %s }()\n\t\treturn %s\n\t}()", v.Type.Go, oneOf(e, s, 2, w.Name, "r", zero(w.Type)), v.Name)
			return true
		}},
		&op{name: "panic", weight: 3, sink: true, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, String)
			if v == nil {
				return false
			}
			e.line("func() {")
			e.line("\tline := \"\"")
			e.line("\tdefer func() { rt.Panicked(line, recover()) }()")
			e.line("\tline = rt.Below()")
			e.line("\tpanic(%s)", oneOf(e, s, 1, v.Name, `"no " + `+v.Name, "fmt.Sprintf(\"%q\", "+v.Name+")"))
			e.line("}()")
			return true
		}},
	)
}
