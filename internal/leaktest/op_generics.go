package leaktest

func genericOps() []*op {
	return topic("generics",
		&op{name: "identity", weight: 4, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil {
				return false
			}
			name := e.fresh(s, "Same")
			ref := e.declare(e.prog.Lib && e.chance(s, 1, 50) || e.fn.lib, name, "func %s[T any](x T) T { return x }", name)
			e.let(s, v.Type, v.PII, "%s(%s)", ref, v.Name).Set = v.Set
			return true
		}},
		&op{name: "box", weight: 5, do: box},
		&op{name: "map over slice", weight: 3, do: func(e *emitter, s *Step) bool {
			v := e.pickKind(s, 0, Slice)
			if v == nil {
				return false
			}
			name := e.fresh(s, "Map")
			ref := e.declare(e.prog.Lib && e.chance(s, 1, 50) || e.fn.lib, name,
				"func %s[T, R any](list []T, f func(T) R) (out []R) {\n\tfor _, x := range list {\n\t\tout = append(out, f(x))\n\t}\n\treturn out\n}", name)
			t := v.Type.Elem
			if f, ok := e.firstField(t); ok && e.chance(s, 2, 50) {
				e.let(s, sliceOf(f.Type), v.PII, "%s(%s, func(x %s) %s { return x.%s })", ref, v.Name, t.Go, f.Type.Go, f.Name)
				return true
			}
			e.let(s, sliceOf(stringType), v.PII, "%s(%s, func(x %s) string { return %s })", ref, v.Name, t.Go, oneOf(e, s, 3, "fmt.Sprint(x)", `"x"`, `fmt.Sprintf("%T", x)`))
			return true
		}},
		&op{name: "constraint with method", weight: 2, do: func(e *emitter, s *Step) bool {
			v := e.methodVar(s, 0)
			if v == nil {
				return false
			}
			m := oneOf(e, s, 1, "Contact", "Contact", "Ref")
			name := e.fresh(s, "Ask")
			ref := e.declare(e.prog.Lib && e.chance(s, 2, 50) || e.fn.lib, name, "func %s[T interface{ %s() string }](x T) string { return x.%s() }", name, m, m)
			amp := ""
			if v.Type.Kind == Struct {
				amp = "&"
			}
			e.let(s, stringType, v.PII, "%s(%s%s)", ref, amp, v.Name)
			return true
		}},
		&op{name: "generic that logs", weight: 3, sink: true, do: func(e *emitter, s *Step) bool {
			v := e.pick(s, 0, element)
			if v == nil {
				return false
			}
			name := e.fresh(s, "Log")
			ref := e.declare(e.prog.Lib && e.chance(s, 1, 50) || e.fn.lib, name, "func %s[T any](x T) {\n\trt.At()\n\tlog.Println(%s)\n}", name, oneOf(e, s, 2, "x", "any(x)", "[]T{x}"))
			e.line("%s(%s)", ref, v.Name)
			return true
		}},
		&op{name: "generic pair", weight: 3, do: func(e *emitter, s *Step) bool {
			v, w := e.argumentLike(s, 0), e.argumentLike(s, 1)
			if v == nil || w == nil {
				return false
			}
			name := e.fresh(s, "Pair")
			lib := e.prog.Lib && e.chance(s, 2, 50) || e.fn.lib
			ref := e.declare(lib, name, "type %s[K, V any] struct {\n\tKey K\n\tVal V\n}\n\nfunc (p %s[K, V]) Swap() %s[V, K] { return %s[V, K]{p.Val, p.Key} }", name, name, name, name)
			t := &Type{Go: ref + "[" + w.Type.Go + ", " + v.Type.Go + "]", Kind: Struct, Depth: 1 + max(v.Type.Depth, w.Type.Depth), Tagged: v.Type.Tagged || w.Type.Tagged,
				Fields: []Field{{Name: "Key", Type: w.Type}, {Name: "Val", Type: v.Type}}}
			e.let(s, t, v.PII || w.PII, "%s[%s, %s]{%s, %s}.Swap()", ref, v.Type.Go, w.Type.Go, v.Name, w.Name)
			return true
		}},
	)
}

// box puts a value through a generic container.
func box(e *emitter, s *Step) bool {
	v := e.pick(s, 0, element)
	if v == nil {
		return false
	}
	lib := e.prog.Lib && e.chance(s, 1, 50) || e.fn.lib
	name := e.fresh(s, "Box")
	e.declare(lib, name, `type %[1]s[T any] struct{ val T }

func New%[1]s[T any](x T) *%[1]s[T] { return &%[1]s[T]{val: x} }

func (b *%[1]s[T]) Get() T { return b.val }

func (b *%[1]s[T]) Set(x T) { b.val = x }`, name)
	e.declare(lib, "New"+name, "")
	w := e.pickOf(s, 2, v.Type, nil)
	out := e.add(s, v.Type, v.PII || w.PII)
	e.line("%sbox := @New%s@(%s)", out.Name, name, v.Name)
	if e.chance(s, 3, 50) {
		e.line("%sbox.Set(%s)", out.Name, oneOf(e, s, 4, w.Name, zero(w.Type)))
	}
	if e.chance(s, 5, 20) {
		e.sink("log.Println(%sbox)", out.Name)
	}
	e.line("%s := %sbox.Get()", out.Name, out.Name)
	return true
}

// firstField is a field of a struct type that can be named here.
func (e *emitter) firstField(t *Type) (Field, bool) {
	if t.Kind != Struct {
		return Field{}, false
	}
	for _, f := range e.members(t) {
		if f.PII {
			return f, true
		}
	}
	return Field{}, false
}
