package leaktest

import "fmt"

func channelOps() []*op {
	return topic("channels and goroutines",
		&op{name: "channel", weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil {
				return false
			}
			w := e.pickOf(s, 1, v.Type, nil)
			e.line("c%d := make(chan %s, 2)", s.ID, v.Type.Go)
			e.line("c%d <- %s", s.ID, v.Name)
			if e.chance(s, 2, 30) {
				e.line("c%d <- %s", s.ID, w.Name)
			}
			e.let(s, v.Type, v.PII, "<-c%d", s.ID)
			return true
		}},
		&op{name: "producer", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil {
				return false
			}
			e.line("c%d := make(chan %s)", s.ID, v.Type.Go)
			e.line("go func() { c%d <- %s }()", s.ID, v.Name)
			e.let(s, v.Type, v.PII, "<-c%d", s.ID)
			return true
		}},
		&op{name: "range channel", kids: 1, weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil || e.fn.loop >= 2 {
				return false
			}
			e.line("c%d := make(chan %s, 2)", s.ID, v.Type.Go)
			e.line("c%d <- %s", s.ID, v.Name)
			e.line("close(c%d)", s.ID)
			x := &Var{Name: fmt.Sprintf("x%d", s.ID), Type: v.Type, PII: v.PII, id: uint64(s.ID)}
			e.looped(func() {
				e.line("for %s := range c%d {", x.Name, s.ID)
				e.block(s.Kids[0], x)
				e.line("}")
			})
			return true
		}},
		&op{name: "select", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil {
				return false
			}
			e.line("c%d, d%d := make(chan %s, 1), make(chan bool, 1)", s.ID, s.ID, v.Type.Go)
			w := e.add(s, v.Type, v.PII)
			e.line("var %s %s", w.Name, v.Type.Go)
			if c := e.cond(); c != "" {
				e.line("if %s {", c)
				e.line("\tc%d <- %s", s.ID, v.Name)
				e.line("}")
			}
			e.line("select {")
			e.line("case %s = <-c%d:", w.Name, s.ID)
			e.line("case <-d%d:", s.ID)
			e.line("default:")
			e.line("}")
			return true
		}},
	)
}

func goroutineOps() []*op {
	return topic("channels and goroutines",
		&op{name: "wait group", kids: 1, weight: 4, do: func(e *emitter, s *Step) bool {
			if e.fn.loop > 0 && e.fn.closure > 1 {
				return false
			}
			e.line("var wg%d sync.WaitGroup", s.ID)
			e.literal(func() {
				if e.chance(s, 0, 50) {
					e.line("rt.Also()")
					e.line("wg%d.Go(func() {", s.ID)
					e.block(s.Kids[0])
					e.line("})")
					return
				}
				e.line("wg%d.Add(1)", s.ID)
				e.line("rt.Also()")
				e.line("go func() {")
				e.line("\tdefer wg%d.Done()", s.ID)
				e.block(s.Kids[0])
				e.line("}()")
			})
			e.line("wg%d.Wait()", s.ID)
			e.line("rt.Done()")
			return true
		}},
		&op{name: "go helper", weight: 3, sink: true, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, func(v *Var) bool { return element(v) && !v.Type.Tagged })
			if v == nil {
				return false
			}
			name := e.fresh(s, "Async")
			ref := e.declare(e.where(s, 1, v), name, "func %s(done chan bool, x %s) {\n\tdefer close(done)\n\trt.At()\n\tlog.Println(x)\n}", name, v.Type.Go)
			e.line("done%d := make(chan bool)", s.ID)
			e.line("rt.Also()")
			e.line("go %s(done%d, %s)", ref, s.ID, v.Name)
			e.line("<-done%d", s.ID)
			e.line("rt.Done()")
			return true
		}},
	)
}

func workerOps() []*op {
	return topic("channels and goroutines",
		&op{name: "worker", weight: 2, sink: true, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, func(v *Var) bool { return element(v) && !v.Type.Tagged })
			if v == nil {
				return false
			}
			name := e.fresh(s, "Work")
			ref := e.declare(e.where(s, 1, v), name, "func %s(jobs chan %s, done chan bool) {\n\tdefer close(done)\n\tfor x := range jobs {\n\t\tfunc() {\n\t\t\t\t\trt.At()\n\t\t\tlog.Println(x)\n\t\t}()\n\t}\n}", name, v.Type.Go)
			e.line("jobs%d, done%d := make(chan %s), make(chan bool)", s.ID, s.ID, v.Type.Go)
			e.line("rt.Also()")
			e.line("go %s(jobs%d, done%d)", ref, s.ID, s.ID)
			e.line("jobs%d <- %s", s.ID, v.Name)
			e.line("close(jobs%d)", s.ID)
			e.line("<-done%d", s.ID)
			e.line("rt.Done()")
			return true
		}},
		&op{name: "sync and atomic", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil {
				return false
			}
			t := v.Type.Go
			w := e.add(s, v.Type, v.PII)
			switch e.rand(s, 1, 5) {
			case 0:
				e.line("var m%d sync.Map", s.ID)
				e.line(`m%d.Store("k", %s)`, s.ID, v.Name)
				e.line(`a%d, _ := m%d.Load("k")`, s.ID, s.ID)
				e.line("%s, _ := a%d.(%s)", w.Name, s.ID, t)
			case 1:
				e.line("var p%d atomic.Pointer[%s]", s.ID, t)
				e.line("p%d.Store(&%s)", s.ID, oneOf(e, s, 2, v.Name))
				e.line("%s := *p%d.Load()", w.Name, s.ID)
			case 2:
				e.line("var once%d sync.Once", s.ID)
				e.line("var %s %s", w.Name, t)
				e.line("once%d.Do(func() { %s = %s })", s.ID, w.Name, v.Name)
			case 3:
				e.line("p%d := sync.Pool{New: func() any { return new(%s) }}", s.ID, t)
				e.line("q%d := p%d.Get().(*%s)", s.ID, s.ID, t)
				e.line("*q%d = %s", s.ID, v.Name)
				e.line("%s := *q%d", w.Name, s.ID)
			case 4:
				e.line("var mu%d sync.Mutex", s.ID)
				e.line("mu%d.Lock()", s.ID)
				e.line("%s := %s", w.Name, v.Name)
				e.line("mu%d.Unlock()", s.ID)
			}
			return true
		}},
	)
}
