package leaktest

import "fmt"

// sourceParam hands a tagged value to the program as a parameter.
var sourceParam = &op{name: "source parameter", weight: 5, do: func(e *emitter, s *Step) bool {
	if !e.fn.root {
		return false
	}
	t := e.typeOf(e.rand(s, 0, 2))
	switch e.rand(s, 1, 10) {
	case 0, 1:
		t = pointerTo(t)
	case 2:
		t = sliceOf(t)
	case 3:
		t = mapOf(t)
	case 4:
		t = arrayOf(t)
	case 5:
		t = sliceOf(pointerTo(t))
	}
	name := fmt.Sprintf("v%d", s.ID)
	e.params = append(e.params, name+" "+t.Go)
	e.args = append(e.args, fmt.Sprintf("rt.Make[%s]()", t.Go))
	v := &Var{Name: name, Type: t, PII: true, Set: true, id: uint64(s.ID)}
	root := e.scope
	for root.parent != nil {
		root = root.parent
	}
	root.vars = append(root.vars, v)
	return true
}}

func sourceOps() []*op {
	return topic("sources",
		sourceParam,
		&op{name: "source json", weight: 2, do: func(e *emitter, s *Step) bool {
			t := e.typeOf(e.rand(s, 0, 2))
			if !e.visible(t) {
				return false
			}
			v := e.add(s, t, true)
			e.line("var %s %s", v.Name, t.Go)
			e.line("_ = json.Unmarshal(rt.JSON[%s](), &%s)", t.Go, v.Name)
			return true
		}},
		&op{name: "source call", weight: 3, do: func(e *emitter, s *Step) bool {
			t := e.typeOf(e.rand(s, 0, 2))
			if !e.visible(t) {
				return false
			}
			e.let(s, t, true, "rt.Make[%s]()", t.Go)
			return true
		}},
		&op{name: "clean value", weight: 3, do: func(e *emitter, s *Step) bool {
			switch e.rand(s, 0, 3) {
			case 0:
				e.let(s, stringType, false, `"plain"`)
			case 1:
				e.let(s, sliceOf(stringType), false, `[]string{"plain", "text"}`)
			case 2:
				t := e.typeOf(e.rand(s, 1, 2))
				if !e.visible(t) {
					return false
				}
				e.let(s, t, false, `%s{ID: "plain"}`, t.Go)
			}
			return true
		}},
	)
}
