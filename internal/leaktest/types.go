package leaktest

// Kind sorts the types that programs handle.
type Kind int

// The kinds. The comments say what Elem of such a type is.
const (
	String Kind = iota
	Bytes
	Int
	Bool
	Struct
	Pointer // pointee
	Slice   // element
	Array   // element
	Map     // value; keys are strings
	Chan    // element
	Func    // result of a func()
	Any     // the dynamic type, if it is known
	Iface   // nothing; an interface of the program
	Error   // nothing
	Other   // nothing: builders, contexts, loggers
)

// Type is a Go type of a program.
type Type struct {
	Go      string // @Name@ stands for a declared name, wherever it is declared
	Kind    Kind
	Elem    *Type
	Fields  []Field
	Def     *Def // of a declared struct
	Tagged  bool // holds tagged fields, at any depth
	Methods bool // has the methods Contact, Ref and SetEmail
	Depth   int  // of constructors around a basic or declared type
}

// Field is a field that programs can name.
type Field struct {
	Name     string
	Type     *Type
	PII      bool // tagged
	Embedded bool
}

// Def is a declaration of a type.
type Def struct {
	Name string
	Lib  bool // in the package of types
}

var (
	stringType = &Type{Go: "string", Kind: String}
	bytesType  = &Type{Go: "[]byte", Kind: Bytes}
	intType    = &Type{Go: "int", Kind: Int}
	errorType  = &Type{Go: "error", Kind: Error}
)

func pointerTo(t *Type) *Type { return compose("*"+t.Go, Pointer, t) }
func sliceOf(t *Type) *Type   { return compose("[]"+t.Go, Slice, t) }
func arrayOf(t *Type) *Type   { return compose("[2]"+t.Go, Array, t) }
func mapOf(t *Type) *Type     { return compose("map[string]"+t.Go, Map, t) }
func funcOf(t *Type) *Type    { return compose("func() "+t.Go, Func, t) }
func anyOf(t *Type) *Type     { return compose("any", Any, t) }

func compose(text string, k Kind, elem *Type) *Type {
	return &Type{Go: text, Kind: k, Elem: elem, Tagged: elem.Tagged, Depth: elem.Depth + 1, Methods: k == Pointer && elem.Kind == Struct && elem.Methods}
}

// is tells whether a type is of one of the kinds.
func (t *Type) is(kinds ...Kind) bool {
	for _, k := range kinds {
		if t.Kind == k {
			return true
		}
	}
	return false
}

// plainData says that values of the type can be copied, compared with their
// zero value by nobody, put into containers and printed.
func (t *Type) plainData() bool { return t.Kind != Other && t.Kind != Error }
