package leaktest

import "fmt"

// errorVar chooses an error, whatever is in it.
func (e *emitter) errorVar(s *Step, slot int) *Var {
	var best *Var
	var high uint64
	for sc := e.scope; sc != nil; sc = sc.parent {
		for _, v := range sc.vars {
			if score := mix(s.R, uint64(slot), v.id); v.Type.Kind == Error && e.visible(v.Type) && (best == nil || score > high) {
				best, high = v, score
			}
		}
	}
	return best
}

// built adds a variable for an error. What is in it was reported in the line
// above.
func (e *emitter) built(s *Step) *Var {
	v := e.add(s, errorType, false)
	v.Told = true
	return v
}

func errorOps() []*op {
	return topic("errors",
		&op{name: "build error", weight: 6, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, String, Struct, Pointer, Int, Slice, Map)
			if v == nil {
				return false
			}
			w := e.built(s)
			e.line("%s := %s", w.Name, fmt.Sprintf(oneOf(e, s, 1, `fmt.Errorf("no %%v", %s)`, `fmt.Errorf("no %%s", %s)`, `errors.New("no " + fmt.Sprint(%s))`, `fmt.Errorf("no %%T", %s)`, `fmt.Errorf("no %%+v", %s)`), v.Name))
			e.line("rt.Err(%s)", w.Name)
			return true
		}},
		&op{name: "wrap error", weight: 5, do: func(e *emitter, s *Step) bool {
			v := e.errorVar(s, 0)
			if v == nil {
				return false
			}
			x := e.errorVar(s, 1)
			w := e.built(s)
			e.line("%s := %s", w.Name, wrapText(e, s, v.Name, x.Name))
			e.line("rt.Err(%s, %s, %s)", w.Name, v.Name, x.Name)
			return true
		}},
		&op{name: "wrap with more", weight: 4, do: func(e *emitter, s *Step) bool {
			v, x := e.errorVar(s, 0), e.pickKind(s, 1, String)
			if v == nil || x == nil {
				return false
			}
			w := e.built(s)
			e.line(`%s := fmt.Errorf("%%s: %%w", %s, %s)`, w.Name, x.Name, v.Name)
			e.line("rt.Err(%s, %s)", w.Name, v.Name)
			return true
		}},
	)
}

func handedErrorOps() []*op {
	return topic("errors",
		&op{name: "error type", weight: 5, do: errorOfType},
		&op{name: "error helper", weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, String)
			if v == nil {
				return false
			}
			name := e.fresh(s, "Fail")
			ref := e.declare(e.prog.Lib && e.chance(s, 1, 50) || e.fn.lib, name, "func %s(what string) error { return %s }", name,
				oneOf(e, s, 2, `fmt.Errorf("no %s", what)`, `errors.New("no " + what)`, `errors.New("no")`))
			w := e.built(s)
			e.line("%s := %s(%s)", w.Name, ref, v.Name)
			e.line("rt.Err(%s)", w.Name)
			return true
		}},
		&op{name: "pass error", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.errorVar(s, 0)
			if v == nil {
				return false
			}
			w := e.built(s)
			switch e.rand(s, 1, 5) {
			case 0:
				e.line("%s := func() error { return %s }()", w.Name, v.Name)
			case 1:
				e.line("%s := []error{%s}[0]", w.Name, v.Name)
			case 2:
				e.line("c%d := make(chan error, 1)", s.ID)
				e.line("c%d <- %s", s.ID, v.Name)
				e.line("%s := <-c%d", w.Name, s.ID)
			case 3:
				e.line("%s := errors.Unwrap(%s)", w.Name, v.Name)
			case 4:
				e.line("var a%d any = %s", s.ID, v.Name)
				e.line("%s, _ := a%d.(error)", w.Name, s.ID)
			}
			return true
		}},
		&op{name: "log error", weight: 6, sink: true, do: func(e *emitter, s *Step) bool {
			v := e.errorVar(s, 0)
			if v == nil {
				return false
			}
			e.line("rt.Quiet()") // it was reported where it was built
			e.line(oneOf(e, s, 1, `log.Println(%s)`, `slog.Error("m", "err", %s)`, `log.Printf("%%v", %s)`, `fmt.Println("failed:", %s)`, `log.Print(errors.Unwrap(%s))`, `fmt.Fprintln(os.Stderr, %s)`), v.Name)
			return true
		}},
		&op{name: "log error and more", weight: 4, sink: true, do: func(e *emitter, s *Step) bool {
			v, x := e.errorVar(s, 0), e.pickKind(s, 1, String)
			if v == nil || x == nil {
				return false
			}
			e.line("rt.Less(%s)", v.Name)
			e.sink(oneOf(e, s, 2, `log.Println(%s, %s)`, `log.Printf("%%v: %%s", %s, %s)`, `slog.Error("m", "err", %s, "k", %s)`), v.Name, x.Name)
			e.line("rt.Quiet()")
			return true
		}},
	)
}

// wrapText is an expression that wraps one error or two.
func wrapText(e *emitter, s *Step, v, x string) string {
	switch e.rand(s, 2, 4) {
	case 0:
		return fmt.Sprintf(`fmt.Errorf("wrap: %%w", %s)`, v)
	case 1:
		return fmt.Sprintf(`errors.Join(%s, %s)`, v, x)
	case 2:
		return fmt.Sprintf(`fmt.Errorf("%%w and %%w", %s, %s)`, v, x)
	}
	return fmt.Sprintf(`fmt.Errorf("plain: %%v", %s)`, v)
}

// errorOfType declares an error type and builds one.
func errorOfType(e *emitter, s *Step) bool {
	v := e.pickKind(s, 0, String)
	if v == nil {
		return false
	}
	name := e.fresh(s, "Err")
	star := oneOf(e, s, 1, "", "*")
	ref := e.declare(e.prog.Lib && e.chance(s, 2, 50) || e.fn.lib, name, "type %s struct {\n\tWho  string\n\tCode int\n}\n\nfunc (e %s%s) Error() string { return %s }", name, star, name,
		oneOf(e, s, 3, `"no " + e.Who`, `fmt.Sprint("code ", e.Code)`, `fmt.Sprintf("%s (%d)", e.Who, e.Code)`))
	amp := "&"
	if star == "" {
		amp = oneOf(e, s, 4, "", "&")
	}
	w := e.built(s)
	e.line("var %s error = %s%s{Who: %s, Code: 4}", w.Name, amp, ref, v.Name)
	e.line("rt.Err(%s)", w.Name)
	if e.chance(s, 5, 30) {
		e.line("var t%d %s%s", s.ID, map[string]string{"&": "*", "": ""}[amp], ref)
		e.line("if errors.As(%s, &t%d) {", w.Name, s.ID)
		e.sink("\tlog.Println(t%d.Code)", s.ID)
		e.line("}")
	}
	return true
}
