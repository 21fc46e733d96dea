package leaktest

import (
	"fmt"
	"strings"
)

// Var is a variable that a step can use.
type Var struct {
	Name  string
	Type  *Type
	PII   bool // may hold personal data; a guess that steers choices
	Fixed bool // not to be assigned to
	Set   bool // a pointer or map that is never nil
	// Told says that what it holds was reported where an error was built.
	Told bool
	id   uint64
}

// scope is the variables of a block.
type scope struct {
	vars   []*Var
	parent *scope
}

// emitter writes the text of one program.
type emitter struct {
	prog   *Program
	decls  [2]strings.Builder // of the package, and of the package of types
	params []string           // of the root function
	args   []string           // what the run hands to them
	drives []string           // calls of helpers that are judged by themselves
	before []string           // what others did before
	types  []*Type            // by index of Program.Types
	lib    map[string]bool    // declared names, and whether they are of the library
	bools  int
	ints   int
	fn     *function
	scope  *scope
	used   map[int]bool // steps that were applicable
	names  int
}

// function is the function that is written.
type function struct {
	body      strings.Builder
	lib       bool // in the package of types
	root      bool // may use parameters of the root
	indent    int
	loop      int  // depth of loops, which bounds what a run costs
	closure   int  // depth of function literals
	breakable bool // break and continue may stand here
}

const (
	maxBools = 4
	maxInts  = 3
)

// line writes a line of the current function.
func (e *emitter) line(format string, args ...any) {
	e.fn.body.WriteString(strings.Repeat("\t", e.fn.indent))
	fmt.Fprintf(&e.fn.body, format, args...)
	e.fn.body.WriteByte('\n')
}

// sink writes a line that lets something out.
func (e *emitter) sink(format string, args ...any) {
	e.line("rt.At()")
	e.line(format, args...)
}

// declare adds a declaration to one of the two packages. Name is how it is
// referred to.
func (e *emitter) declare(lib bool, name, format string, args ...any) string {
	e.lib[name] = lib
	at := 0
	if lib {
		at = 1
	}
	fmt.Fprintf(&e.decls[at], format+"\n\n", args...)
	return "@" + name + "@"
}

// fresh makes a name for a declaration of the program.
func (e *emitter) fresh(s *Step, what string) string {
	e.names++
	return fmt.Sprintf("%s%s%d_%d", strings.ToUpper(e.prog.ID[:1])+e.prog.ID[1:], what, s.ID, e.names)
}

// rand chooses one of n; slot tells the choices of a step apart.
func (e *emitter) rand(s *Step, slot, n int) int { return int(mix(s.R, uint64(slot)) % uint64(n)) }

// chance is true in so many of a hundred.
func (e *emitter) chance(s *Step, slot, percent int) bool { return e.rand(s, slot, 100) < percent }

// oneOf chooses from a list.
func oneOf[T any](e *emitter, s *Step, slot int, list ...T) T {
	return list[e.rand(s, slot, len(list))]
}

// pick chooses a variable. Each has a number for each choice, and the highest
// wins, so that the choice stays when others go.
func (e *emitter) pick(s *Step, slot int, ok func(*Var) bool) *Var {
	var best *Var
	var high uint64
	piiOnly := e.chance(s, slot+1000, 75)
	for sc := e.scope; sc != nil; sc = sc.parent {
		for _, v := range sc.vars {
			if v.Told || !ok(v) || !e.visible(v.Type) {
				continue
			}
			score := mix(s.R, uint64(slot), v.id) >> 1
			if piiOnly && v.PII {
				score |= 1 << 63
			}
			if best == nil || score > high {
				best, high = v, score
			}
		}
	}
	return best
}

// pickKind chooses a variable of one of the kinds.
func (e *emitter) pickKind(s *Step, slot int, kinds ...Kind) *Var {
	return e.pick(s, slot, func(v *Var) bool { return v.Type.is(kinds...) })
}

// pickOf chooses a variable of the same type.
func (e *emitter) pickOf(s *Step, slot int, t *Type, ok func(*Var) bool) *Var {
	return e.pick(s, slot, func(v *Var) bool { return v.Type.Go == t.Go && (ok == nil || ok(v)) })
}

// data chooses a variable of any type that is data.
func (e *emitter) data(s *Step, slot int) *Var {
	return e.pick(s, slot, func(v *Var) bool { return v.Type.plainData() && v.Type.Depth < 3 })
}

// visible says whether a type can be named where the text goes.
func (e *emitter) visible(t *Type) bool {
	if !e.fn.lib {
		return true
	}
	for _, name := range strings.Split(t.Go, "@") {
		if inLib, declared := e.lib[name]; declared && !inLib {
			return false
		}
	}
	return true
}

// add makes a variable known.
func (e *emitter) add(s *Step, t *Type, pii bool) *Var {
	n := 0
	for _, v := range e.scope.vars {
		if strings.HasPrefix(v.Name, fmt.Sprintf("v%d", s.ID)) {
			n++
		}
	}
	v := &Var{Name: fmt.Sprintf("v%d%s", s.ID, strings.Repeat("x", n)), Type: t, PII: pii}
	v.id = mixString(uint64(s.ID), v.Name)
	e.scope.vars = append(e.scope.vars, v)
	return v
}

// let declares a variable with a value.
func (e *emitter) let(s *Step, t *Type, pii bool, format string, args ...any) *Var {
	v := e.add(s, t, pii)
	e.line("%s := %s", v.Name, fmt.Sprintf(format, args...))
	return v
}

// letTyped declares a variable with its type.
func (e *emitter) letTyped(s *Step, t *Type, pii bool, format string, args ...any) *Var {
	v := e.add(s, t, pii)
	e.line("var %s %s = %s", v.Name, t.Go, fmt.Sprintf(format, args...))
	return v
}

// cond is a branch's condition: an input, or a constant when there are enough.
func (e *emitter) cond() string {
	if e.bools >= maxBools {
		return ""
	}
	e.bools++
	return fmt.Sprintf("in.B[%d]", e.bools-1)
}

// count is a loop's number of rounds.
func (e *emitter) count() string {
	if e.ints >= maxInts {
		return ""
	}
	e.ints++
	return fmt.Sprintf("in.N[%d]", e.ints-1)
}

// block writes the steps of a nested block, which sees extra variables too.
func (e *emitter) block(kids []*Step, extra ...*Var) {
	e.blockThen(kids, nil, extra...)
}

// blockThen writes what then writes at the end of the block, in its scope and
// behind the uses of all variables.
func (e *emitter) blockThen(kids []*Step, then func(), extra ...*Var) {
	e.scope = &scope{parent: e.scope, vars: extra}
	e.fn.indent++
	for _, s := range kids {
		e.step(s)
	}
	for _, v := range e.scope.vars {
		if v.named() {
			e.line("_ = %s", v.Name)
		}
	}
	if then != nil {
		then()
	}
	e.fn.indent--
	e.scope = e.scope.parent
}

// intoMark stands before a call that only the built program makes.
const intoMark = " //rt.Into("

// into notes, for the run, that a value goes into a field of a tagged type. What
// is analysed has a comment there.
func (e *emitter) into(t *Type, field, expr string) string {
	if t.Kind == Pointer {
		t = t.Elem
	}
	if e.fn.lib || t.Def == nil {
		return ""
	}
	name := t.Def.Name
	if field == "Street" && !strings.HasSuffix(name, "Home") {
		name += "Home" // it is embedded
	}
	return fmt.Sprintf("%s%q, %s)", intoMark, name+"."+field, expr)
}

func replaceFirst(s, old, by string) string { return strings.Replace(s, old, by, 1) }

func (e *emitter) step(s *Step) {
	if s.Op.do(e, s) {
		e.used[s.ID] = true
	}
}

// inFunction writes a function of its own: steps in it see nothing of the
// current one. It returns the function's body.
func (e *emitter) inFunction(lib bool, write func()) string {
	fn, sc := e.fn, e.scope
	e.fn, e.scope = &function{lib: lib}, nil
	write()
	body := e.fn.body.String()
	e.fn, e.scope = fn, sc
	return body
}
