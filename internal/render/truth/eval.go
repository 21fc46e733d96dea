package truth

import (
	"fmt"
	"go/types"
	"log/slog"
	"reflect"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/render"
)

// evaluator runs a plan on a value.
type evaluator struct {
	suite  *Suite
	noInts bool
	set    map[string]bool
}

// found lists the canaries that the plan lets out.
func (e *evaluator) found() []string { return sorted(e.set) }

// Seen lists the canaries that a text shows.
func (s *Suite) Seen(text string) []string { return canaries(text, false) }

// Predicted lists the canaries that come out of v under f by the plan.
func (s *Suite) Predicted(v reflect.Value, f render.Format) []string {
	e := evaluator{suite: s}
	e.value(settable(v), s.Linker.TypeOf(v.Type()), f)
	return e.found()
}

// value plans v's type by f and runs the plan.
func (e *evaluator) value(v reflect.Value, t types.Type, f render.Format) {
	for _, part := range render.Parts(t, f) {
		if last := len(part.Path) - 1; last >= 0 && part.What == render.Text && part.Path[last].Kind == access.Elem && isByte(part.Type) {
			part.Path = part.Path[:last] // a canary is known by all its bytes
		}
		for _, at := range places(v, part.Path, slogFamily(part.Then.Family)) {
			e.part(at, part)
		}
	}
}

// isByte reports whether t is a kind of byte.
func isByte(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Uint8
}

// part runs one part on the value at its place.
func (e *evaluator) part(v reflect.Value, part render.Part) {
	switch part.What {
	case render.Text:
		e.leaves(v)
	case render.Cut:
		e.value(v, part.Type, part.Then)
	case render.Dynamic:
		if v.Kind() != reflect.Interface || v.IsNil() {
			return
		}
		inner := settable(v.Elem())
		e.value(inner, e.suite.Linker.TypeOf(inner.Type()), part.Then)
	case render.Method:
		if part.Addr {
			v = v.Addr()
		}
		if recv := e.suite.Linker.TypeOf(v.Type()); !types.IsInterface(recv) && !types.Identical(recv, part.Method.Signature().Recv().Type()) {
			panic(fmt.Sprintf("%s is to be called on a value of type %s", part.Method.FullName(), recv))
		}
		e.method(v, part)
	}
}

// method calls the part's method on v.
func (e *evaluator) method(v reflect.Value, part render.Part) {
	defer func() {
		// Formatters survive a method that panics, and so does the test.
		_ = recover()
	}()
	if v.Kind() == reflect.Interface && v.IsNil() {
		return
	}
	if v.Kind() == reflect.Pointer && v.IsNil() {
		return
	}
	m := v.MethodByName(part.Method.Name())
	if part.Out < 0 {
		e.text(e.suite.Writers[part.Method.Name()](m, part.Then))
		return
	}
	out := settable(m.Call(e.arguments(m))[part.Out])
	if part.Then.Family == render.Raw {
		e.leaves(out)
		return
	}
	e.value(out, e.suite.Linker.TypeOf(out.Type()), part.Then)
}

// arguments makes zero arguments, named so that encoders do not refuse them.
func (e *evaluator) arguments(m reflect.Value) []reflect.Value {
	var args []reflect.Value
	for i := range m.Type().NumIn() {
		args = append(args, reflect.Zero(m.Type().In(i)))
	}
	return args
}

// text adds the canaries in a text.
func (e *evaluator) text(s string) { e.add(canaries(s, e.noInts)) }

// add adds canaries.
func (e *evaluator) add(list []string) {
	if e.set == nil {
		e.set = map[string]bool{}
	}
	for _, c := range list {
		e.set[c] = true
	}
}

// leaves adds all that v holds.
func (e *evaluator) leaves(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		e.text(v.String())
	case reflect.Int, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		if !e.noInts {
			e.text(fmt.Sprint(number(v)))
		}
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			e.text(string(bytesOf(v)))
			return
		}
		for i := range v.Len() {
			e.leaves(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			e.leaves(open(v.Field(i)))
		}
	}
}

// number is the integer in v.
func number(v reflect.Value) int64 {
	if v.CanInt() {
		return v.Int()
	}
	return int64(v.Uint())
}

// bytesOf copies a byte slice or array.
func bytesOf(v reflect.Value) []byte {
	b := make([]byte, v.Len())
	for i := range b {
		b[i] = byte(v.Index(i).Uint())
	}
	return b
}

var slogValue = reflect.TypeFor[slog.Value]()

// slogFamily reports whether a family reads slog.Values as log/slog does.
func slogFamily(f render.Family) bool {
	return f == render.Slog || f == render.SlogText || f == render.SlogJSON || f == render.Klog
}

// insideSlog reads a field of a slog.Value through its methods: the plan says
// that the field named any is what the Value holds, which it is only in effect.
func insideSlog(v reflect.Value, sel access.Sel) reflect.Value {
	held := v.Interface().(slog.Value).Any()
	if v.Type().Field(sel.N).Name == "any" {
		return reflect.ValueOf(&held).Elem()
	}
	return reflect.ValueOf(new(int64)).Elem()
}

// places walks path from v to all values that it names.
func places(v reflect.Value, path access.Path, slogs bool) []reflect.Value {
	list := []reflect.Value{v}
	for _, sel := range path {
		var next []reflect.Value
		for _, at := range list {
			if slogs && at.Type() == slogValue {
				next = append(next, insideSlog(at, sel))
				continue
			}
			next = append(next, step(at, sel)...)
		}
		list = next
	}
	return list
}

// step makes one step of a path. Every value that it gives is addressable.
func step(v reflect.Value, sel access.Sel) (list []reflect.Value) {
	switch sel.Kind {
	case access.Field:
		return []reflect.Value{open(v.Field(sel.N))}
	case access.Deref:
		if !v.IsNil() {
			return []reflect.Value{v.Elem()}
		}
	case access.MapKey:
		for _, key := range v.MapKeys() {
			list = append(list, settable(key))
		}
	case access.Elem:
		if v.Kind() == reflect.Map {
			for _, key := range v.MapKeys() {
				list = append(list, settable(v.MapIndex(key)))
			}
			return list
		}
		for i := range v.Len() {
			list = append(list, v.Index(i))
		}
	}
	return list
}

// settable copies v into a variable.
func settable(v reflect.Value) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	return c
}
