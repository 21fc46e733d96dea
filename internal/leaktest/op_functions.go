package leaktest

import (
	"fmt"
	"strings"
)

// argumentLike chooses what a helper is given. What holds personal data by its
// type must be something that the run can make, so that the helper can also
// be driven directly: it is judged by itself.
func (e *emitter) argumentLike(s *Step, slot int) *Var {
	return e.pick(s, slot, func(v *Var) bool {
		return v.Type.plainData() && v.Type.Depth < 3 && (!v.Type.Tagged || makeable(v.Type))
	})
}

// makeable says whether the run can make any value of the type.
func makeable(t *Type) bool {
	if t == nil || t.is(Func, Chan, Any, Iface, Error, Other) {
		return false
	}
	for _, f := range t.Fields {
		if !makeable(f.Type) {
			return false
		}
	}
	return t.Elem == nil || makeable(t.Elem)
}

// where chooses the package of a declaration that needs the types of vars.
func (e *emitter) where(s *Step, slot int, vars ...*Var) (lib bool) {
	if e.fn.lib {
		return true
	}
	if !e.prog.Lib || !e.chance(s, slot, 50) {
		return false
	}
	outer := e.fn
	e.fn = &function{lib: true}
	defer func() { e.fn = outer }()
	for _, v := range vars {
		if !e.visible(v.Type) {
			return false
		}
	}
	return true
}

// result chooses what a function gives back.
func (e *emitter) result(s *Step) *Var {
	return e.pick(s, 90, func(v *Var) bool { return v.Type.plainData() && v.Type.Depth < 3 })
}

// helper declares a function with steps of its own and calls it.
func helper(e *emitter, s *Step) bool {
	a := e.argumentLike(s, 0)
	if a == nil {
		return false
	}
	args := []*Var{a}
	if b := e.argumentLike(s, 1); b != nil && e.chance(s, 2, 50) {
		args = append(args, b)
	}
	lib := e.where(s, 3, args...)
	name := e.fresh(s, "Help")
	var params []*Var
	var decl, call, drive []string
	tagged := false
	for i, v := range args {
		p := &Var{Name: fmt.Sprintf("a%d_%d", s.ID, i), Type: v.Type, PII: v.PII, id: mix(uint64(s.ID), uint64(i))}
		params = append(params, p)
		decl = append(decl, ", "+p.Name+" "+v.Type.Go)
		call = append(call, ", "+v.Name)
		drive = append(drive, ", rt.Make["+v.Type.Go+"]()")
		tagged = tagged || v.Type.Tagged
	}
	var r *Var
	recursive := e.chance(s, 4, 15)
	body := e.inFunction(lib, func() {
		e.blockThen(s.Kids[0], func() {
			if r = e.result(s); r != nil && recursive {
				e.line("if depth < 2 {")
				e.line("\treturn %s(in, depth+1%s)", name, strings.Join(mapNames(params), ""))
				e.line("}")
			}
			if r != nil {
				e.line("return %s", r.Name)
			}
		}, params...)
	})
	if r == nil {
		recursive = false
	}
	depth, zero := "", ""
	if recursive {
		depth, zero = ", depth int", ", 0"
	}
	result := ""
	if r != nil {
		result = " " + r.Type.Go
	}
	ref := e.declare(lib, name, "func %s(in *rt.In%s%s)%s {\n%s}", name, depth, strings.Join(decl, ""), result, body)
	if tagged {
		e.drives = append(e.drives, fmt.Sprintf("%s(in%s%s)", ref, zero, strings.Join(drive, "")))
	}
	if r == nil {
		e.line("%s(in%s%s)", ref, zero, strings.Join(call, ""))
		return true
	}
	pii := r.PII
	for _, v := range args {
		pii = pii || v.PII
	}
	e.let(s, r.Type, pii, "%s(in%s%s)", ref, zero, strings.Join(call, ""))
	return true
}

func mapNames(vars []*Var) (out []string) {
	for _, v := range vars {
		out = append(out, ", "+v.Name)
	}
	return out
}

// sinkHelper declares a function that logs its parameter, and calls it.
func sinkHelper(e *emitter, s *Step) bool {
	v := e.argumentLike(s, 0)
	if v == nil {
		return false
	}
	param, use := "x "+v.Type.Go, "x"
	switch e.rand(s, 1, 5) {
	case 0:
		param = "x any"
	case 1:
		param = "x ...any"
		use = oneOf(e, s, 2, "x...", "x")
	case 2:
		if v.Type.Kind == String {
			use = `"to " + x`
		}
	}
	lib := e.where(s, 3, v)
	name := e.fresh(s, "Show")
	ref := e.declare(lib, name, "func %s(%s) {\n\trt.At()\n\t%s\n}", name, param,
		fmt.Sprintf(oneOf(e, s, 4, "log.Println(%s)", "log.Print(%s)", "fmt.Println(%s)", `slog.Info("m", "k", fmt.Sprint(%s))`), use))
	if v.Type.Tagged && strings.HasPrefix(param, "x "+v.Type.Go) {
		e.drives = append(e.drives, fmt.Sprintf("%s(rt.Make[%s]())", ref, v.Type.Go))
	}
	e.line("%s(%s)", ref, v.Name)
	return true
}

func functionOps() []*op {
	return topic("functions",
		&op{name: "helper", kids: 1, weight: 10, do: helper},
		&op{name: "helper that logs", weight: 6, sink: true, do: sinkHelper},
		&op{name: "several results", weight: 2, do: func(e *emitter, s *Step) bool {
			a, b := e.argumentLike(s, 0), e.argumentLike(s, 1)
			if a == nil || b == nil {
				return false
			}
			lib := e.where(s, 2, a, b)
			name := e.fresh(s, "Two")
			body := "return y, x"
			if e.chance(s, 3, 40) {
				body = "r, q = y, x\n\treturn"
			}
			ref := e.declare(lib, name, "func %s(x %s, y %s) (r %s, q %s) {\n\t%s\n}", name, a.Type.Go, b.Type.Go, b.Type.Go, a.Type.Go, body)
			v := e.add(s, b.Type, b.PII)
			w := e.add(s, a.Type, a.PII)
			e.line("%s, %s := %s(%s, %s)", v.Name, w.Name, ref, a.Name, b.Name)
			return true
		}},
		&op{name: "out parameter", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.argumentLike(s, 0)
			if v == nil {
				return false
			}
			lib := e.where(s, 2, v)
			name := e.fresh(s, "Out")
			ref := e.declare(lib, name, "func %s(dst *%s, x %s) { *dst = x }", name, v.Type.Go, v.Type.Go)
			w := e.add(s, v.Type, v.PII)
			e.line("var %s %s", w.Name, v.Type.Go)
			e.line("%s(&%s, %s)", ref, w.Name, v.Name)
			return true
		}},
		&op{name: "method", weight: 6, do: func(e *emitter, s *Step) bool {
			v := e.methodVar(s, 0)
			if v == nil {
				return false
			}
			e.let(s, stringType, v.PII, "%s.%s()", v.Name, oneOf(e, s, 1, "Contact", "Contact", "Ref"))
			return true
		}},
		&op{name: "setter", weight: 3, do: func(e *emitter, s *Step) bool {
			v, w := e.methodVar(s, 0), e.pickKind(s, 1, String)
			if v == nil || w == nil {
				return false
			}
			given := oneOf(e, s, 2, w.Name, `""`)
			e.line("%s.SetEmail(%s)%s", v.Name, given, e.into(v.Type, "Email", given))
			return true
		}},
		&op{name: "method value", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.methodVar(s, 0)
			if v == nil {
				return false
			}
			e.let(s, funcOf(stringType), v.PII, "%s.%s", v.Name, oneOf(e, s, 1, "Contact", "Contact", "Ref"))
			return true
		}},
		&op{name: "method expression", weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, func(v *Var) bool { return v.Type.Kind == Struct && v.Type.Def != nil && v.Type.Methods && v.named() })
			if v == nil {
				return false
			}
			e.let(s, stringType, v.PII, "(*%s).%s(&%s)", v.Type.Go, oneOf(e, s, 1, "Contact", "Contact", "Ref"), v.Name)
			return true
		}},
	)
}

// methodVar chooses a variable of a type with the methods of shapes.
func (e *emitter) methodVar(s *Step, slot int) *Var {
	return e.pick(s, slot, func(v *Var) bool { return v.Type.Methods && v.named() })
}
