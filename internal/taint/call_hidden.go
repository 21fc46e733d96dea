package taint

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// A value may have a type that this package cannot see: one of a package that its imports
// import, which no signature names. Its methods are known by name, from the summaries that
// came along, and those that it has from what it embeds by rows of their own.

// callHidden calls a method of a value whose type is known by its key only.
func (f *frame) callHidden(site *callSite, typ string, m *types.Func, n *value.Node, args []argument) []*value.Node {
	if fm := f.e.hiddenModel(typ, m); fm != nil {
		return f.applyModel(site, fm, m, append([]argument{{n, nil}}, args...))
	}
	res, bare := shape.ResultTypes(m.Signature()), strings.TrimPrefix(typ, "*")
	call := func(typ string, n *value.Node) []*value.Node {
		return f.callNamed(site, "("+typ+")."+m.Name(), nil, res, append([]argument{{n, nil}}, args...))
	}
	at := n
	if bare != typ {
		at = f.load(n)
	}
	if bare != typ && !f.e.describedMethod(typ, m.Name()) && f.e.describedMethod(bare, m.Name()) {
		return call(bare, at)
	}
	if step, ok := f.e.promoting(bare, m.Name(), 0); ok {
		if f.u.Work++; f.spent() || f.tooDeep(maxDepth, boundDepth) { // what it embeds may hold it
			return f.passedOn(res, append([]argument{{n, nil}}, args...))
		}
		f.depth++
		defer func() { f.depth-- }()
		in := f.u.Get(at, access.Sel{Kind: access.Field, N: step.field})
		if t := f.dynType(step.typ); t != nil {
			return f.callSelected(site, argument{in, t}, m.Pkg(), m.Name(), res, args)
		}
		return f.callHidden(site, step.typ, m, in, args)
	}
	return call(typ, n)
}

// describedMethod reports whether the imports have a summary of a method.
func (e *engine) describedMethod(typ, name string) bool {
	name = "(" + typ + ")." + name
	_, data := e.facts.find(pathOf(name), summary.FuncKey+name)
	return data != nil
}

// hiddenModel is the entry of a method of a type that is known by name only, as
// unexported types of other packages are: its own, or that of the interface
// that its package has for it.
func (e *engine) hiddenModel(typ string, m *types.Func) *model.Func {
	path, name := shape.SplitName(strings.TrimPrefix(typ, "*"))
	if fm := e.models.Func(path, name+"."+m.Name()); fm != nil {
		return fm
	}
	if m.Pkg() == nil || m.Pkg().Path() != path {
		return nil
	}
	return e.modelOf(m)
}

// embedding is what a type embeds, in the order of its fields, and the names of the methods
// that it declares itself.
type embedding struct {
	methods []string
	fields  []embeddedField
}

type embeddedField struct {
	field int
	typ   string // key of its type
}

// embeddingOf is what the imports tell of a hidden type.
func (e *engine) embeddingOf(typ string) (out embedding, ok bool) {
	_, data := e.facts.find(pathOf(typ), summary.EmbedKey+typ)
	if data == nil {
		return out, false
	}
	methods, fields, _ := strings.Cut(string(data), "\n")
	out.methods = strings.Fields(methods)
	for line := range strings.Lines(fields) {
		n, typ, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		i, err := strconv.Atoi(n)
		if err != nil {
			return embedding{}, false
		}
		out.fields = append(out.fields, embeddedField{i, typ})
	}
	return out, true
}

func (em embedding) row() []byte {
	var b strings.Builder
	b.WriteString(strings.Join(em.methods, " "))
	for _, f := range em.fields {
		b.WriteString("\n" + strconv.Itoa(f.field) + " " + f.typ)
	}
	return []byte(b.String())
}

// promoting is the embedded field of a hidden type that has a method for it.
func (e *engine) promoting(typ, method string, depth int) (embeddedField, bool) {
	em, ok := e.embeddingOf(typ)
	if !ok || depth > maxEmbedded || slices.Contains(em.methods, method) {
		return embeddedField{}, false
	}
	for _, field := range em.fields {
		if e.hasMethod(field.typ, method, depth) {
			return field, true
		}
	}
	return embeddedField{}, false
}

// maxEmbedded bounds how deep hidden types embed each other.
const maxEmbedded = 4

func (e *engine) hasMethod(typ, method string, depth int) bool {
	if t := e.dynTypeByName(typ); t != nil {
		return e.methodSets.MethodSet(t).Lookup(nil, method) != nil
	}
	bare := strings.TrimPrefix(typ, "*")
	if em, ok := e.embeddingOf(bare); ok && slices.Contains(em.methods, method) {
		return true
	}
	if e.describedMethod(typ, method) || e.describedMethod(bare, method) {
		return true
	}
	_, ok := e.promoting(bare, method, depth+1)
	return ok
}

// embedded adds the row of a type that a summary mentions: of one in sight, or one that an
// import told of.
func (x *exporter) embedded(name string) {
	em, ok := x.e.seenEmbedding(name)
	if !ok {
		em, ok = x.e.embeddingOf(name)
	}
	if !ok {
		return
	}
	x.entries[summary.EmbedKey+name] = em.row()
	for _, f := range em.fields {
		x.wantMethods(f.typ)
	}
}

func (e *engine) seenEmbedding(name string) (out embedding, ok bool) {
	obj := e.typeName(name)
	if obj == nil {
		return out, false
	}
	st, isStruct := obj.Type().Underlying().(*types.Struct)
	named, isNamed := obj.Type().(*types.Named)
	if !isStruct || !isNamed {
		return out, false
	}
	for m := range named.Methods() {
		if m.Exported() {
			out.methods = append(out.methods, m.Name())
		}
	}
	for i := range st.NumFields() {
		if v := st.Field(i); v.Embedded() {
			out.fields = append(out.fields, embeddedField{i, e.u.TypeKey(v.Type())})
		}
	}
	return out, len(out.fields) > 0
}

// playHidden calls a handler of a type that this package cannot see. It is false where
// nothing is known of its method.
func (f *frame) playHidden(site *callSite, typ string, n *value.Node) bool {
	m := f.e.objectByName("(net/http.Handler)." + handlerMethods[0])
	if m == nil || typ == "" || !f.e.hasMethod(typ, m.Name(), 0) {
		return false
	}
	f.protect(func() { f.callHidden(site, typ, m, n, opaqueArgs(f, m.Signature())) })
	return true
}
