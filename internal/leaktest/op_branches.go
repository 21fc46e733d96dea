package leaktest

// looped writes a loop: break and continue may stand in it.
func (e *emitter) looped(write func()) {
	outer := e.fn.breakable
	e.fn.loop++
	e.fn.breakable = true
	write()
	e.fn.loop--
	e.fn.breakable = outer
}

// literal writes a function literal: break and continue may not reach out.
func (e *emitter) literal(write func()) {
	outer := e.fn.breakable
	e.fn.closure++
	e.fn.breakable = false
	write()
	e.fn.closure--
	e.fn.breakable = outer
}

func branchOps() []*op {
	return topic("branches and loops",
		&op{name: "if", kids: 1, weight: 4, do: func(e *emitter, s *Step) bool {
			c := e.cond()
			if c == "" {
				return false
			}
			e.line("if %s {", c)
			e.block(s.Kids[0])
			e.line("}")
			return true
		}},
		&op{name: "if else", kids: 2, weight: 4, do: func(e *emitter, s *Step) bool {
			c := e.cond()
			if c == "" {
				return false
			}
			e.line("if %s {", c)
			e.block(s.Kids[0])
			e.line("} else {")
			e.block(s.Kids[1])
			e.line("}")
			return true
		}},
		&op{name: "switch", kids: 3, weight: 2, do: func(e *emitter, s *Step) bool {
			c := e.count()
			if c == "" {
				return false
			}
			e.line("switch %s {", c)
			e.line("case 0:")
			e.block(s.Kids[0])
			e.line("case 1:")
			e.block(s.Kids[1])
			if e.chance(s, 0, 25) {
				e.line("\tfallthrough")
			}
			e.line("default:")
			e.block(s.Kids[2])
			e.line("}")
			return true
		}},
	)
}

func loopOps() []*op {
	return topic("branches and loops",
		&op{name: "loop", kids: 1, weight: 4, do: func(e *emitter, s *Step) bool {
			if e.fn.loop >= 2 {
				return false
			}
			n := e.count()
			if n == "" {
				return false
			}
			e.looped(func() {
				e.line("for range %s {", n)
				e.block(s.Kids[0])
				e.line("}")
			})
			return true
		}},
		&op{name: "loop carried", kids: 1, weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.data(s, 0)
			if v == nil || e.fn.loop >= 2 {
				return false
			}
			n := e.count()
			if n == "" {
				return false
			}
			w := e.add(s, v.Type, v.PII)
			e.line("var %s %s", w.Name, v.Type.Go)
			e.looped(func() {
				e.line("for i := 0; i < %s; i++ {", n)
				e.blockThen(s.Kids[0], func() { e.line("%s = %s", w.Name, v.Name) })
				e.line("}")
			})
			return true
		}},
		&op{name: "early return", weight: 1, do: func(e *emitter, s *Step) bool {
			if !e.fn.root || e.fn.closure > 0 {
				return false
			}
			c := e.cond()
			if c == "" {
				return false
			}
			e.line("if %s {", c)
			e.line("\treturn")
			e.line("}")
			return true
		}},
		&op{name: "break or continue", weight: 1, do: func(e *emitter, s *Step) bool {
			if !e.fn.breakable {
				return false
			}
			c := e.cond()
			if c == "" {
				return false
			}
			e.line("if %s {", c)
			e.line("\t%s", oneOf(e, s, 0, "break", "continue"))
			e.line("}")
			return true
		}},
	)
}
