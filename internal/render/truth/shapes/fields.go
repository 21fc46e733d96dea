package shapes

//lint:file-ignore U1000,SA5008 the fields are filled by reflection, and odd tags are what is tested

import "encoding/json"

// Plain has nothing to it.
type Plain struct {
	Name   string
	Number int64
	hidden string
}

// Nested reaches things in many ways.
type Nested struct {
	Plain   Plain
	Ptr     *Plain
	List    []Plain
	Ptrs    []*Plain
	Keys    map[string]Plain
	ByPtr   map[string]*Plain
	Array   [2]Plain
	Matrix  [][]string
	plain   Plain
	ptr     *Plain
	list    []Plain
	keys    map[StringKind]StringerValue
	Bytes   []byte
	Array8  [8]byte
	Chars   []rune
	IntKeys map[int64]string
}

// Tagged has the tags of encoding/json.
type Tagged struct {
	Shown     string `json:"shown"`
	Dash      string `json:"-"`
	DashName  string `json:"-,"`
	Empty     string `json:"empty,omitempty"`
	Zero      string `json:",omitzero"`
	Quoted    string `json:",string"`
	QuotedInt int64  `json:",string"`
	BadName   string `json:"a\"b"`
	hidden    string
	Other     string `xml:"-" yaml:"-"`
}

// Secrets holds values with methods behind unexported fields.
type Secrets struct {
	stringer  StringerValue
	err       ErrorPointer
	formatter *FormatterValue
	list      []StringerValue
	byKey     map[StringKind]ErrorValue
	array     [1]GoStringerValue
	Open      StringerValue
	nested    struct{ Open, closed StringerValue }
}

type (
	inner struct {
		Shown  string
		Method StringerValue
		hidden string
		closed StringerValue
	}
	innerStringer struct{ Shown, Hidden string }
	innerList     []StringerValue
	innerString   string
	innerMap      map[string]StringerValue
)

func (x innerStringer) String() string { return x.Shown }

// Embedding promotes fields and methods.
type (
	EmbedStruct   struct{ Plain }
	EmbedPointer  struct{ *Plain }
	EmbedStringer struct {
		StringerValue
		Extra string
	}
	EmbedPtrString struct {
		*StringerPointer
		Extra string
	}
	EmbedAddress struct {
		StringerPointer
		JSONPointer
		Extra string
	}
	EmbedDeep struct {
		EmbedAddress
		More string
	}
	EmbedJSON struct {
		JSONValue
		Extra string
	}
	EmbedText struct {
		*TextMPointer
		Extra string
	}
	EmbedBoth struct {
		JSONValue
		TextJSON
		Extra string
	}
	EmbedInner struct {
		inner
		Extra string
	}
	EmbedInnerPtr struct {
		*inner
		Extra string
	}
	EmbedInnerStringer struct {
		innerStringer
		ErrorValue
	}
	EmbedInnerHidden struct {
		innerStringer
		StringerValue
		Extra string
	}
	EmbedInnerList struct {
		innerList
		Extra string
	}
	EmbedInnerMap struct {
		innerMap
		innerString
		Extra string
	}
	EmbedList struct {
		ListKind
		Extra string
	}
	EmbedTagged struct {
		Plain `json:"plain"`
		inner `json:"inner"`
		Extra string
	}
	EmbedDash struct {
		Plain `json:"-" xml:"-" yaml:"-"`
		Extra string
	}
	EmbedInterface struct {
		error
		Extra string
	}
	EmbedMarshaler struct {
		json.Marshaler
		Extra string
	}
	EmbedGeneric struct {
		Box[StringerValue]
		Extra string
	}
)

// Shadowing: the outer Name wins, fields at the same depth hide each other, and
// a tag wins over a name.
type (
	Shadow struct {
		Plain
		Name string
	}
	Ambiguous struct {
		Plain
		EmbedStruct2
		Other string
	}
	EmbedStruct2 struct{ Name, Only string }
	TagWins      struct {
		TagWinsA
		TagWinsB
	}
	TagWinsA struct{ Name string }
	TagWinsB struct {
		Other string `json:"Name"`
	}
	Diamond struct {
		DiamondLeft
		DiamondRight
	}
	DiamondLeft  struct{ DiamondBase }
	DiamondRight struct{ DiamondBase }
	DiamondBase  struct{ Base string }
	SelfEmbed    struct {
		*SelfEmbed
		Name string
	}
	ShadowedMethod struct {
		StringerValue
		String int64
	}
)

// Recursive types.
type (
	Node struct {
		Value string
		Next  *Node
	}
	Tree struct {
		Value string
		Kids  []Tree
		skip  string
		Dash  string `json:"-"`
	}
	Left struct {
		Name  string
		Right *Right
		Many  []Right
	}
	Right struct {
		Name  string
		Left  *Left
		ByKey map[string]Left
	}
	SliceOfSelf []SliceOfSelf
	MapOfSelf   map[string]MapOfSelf
)

// Box and Pair are generic.
type (
	Box[T any]                struct{ Value T }
	Pair[K comparable, V any] struct {
		Key   K
		Value V
		ByKey map[K]V
		Boxes []Box[V]
	}
	Labeled[T any] struct {
		Label  string
		Hidden T
	}
)

func (x Labeled[T]) String() string { return x.Label }

// Channels and functions print as addresses, and encoders refuse them.
type (
	WithChan struct {
		Name string
		C    chan string
	}
	WithChans struct {
		Name string
		C    [1]chan string
	}
	WithFunc struct {
		Name string
		F    func() string `json:",omitempty"`
	}
	WithFuncZero struct {
		Name string
		F    func() string `json:"f,omitzero" xml:"-" yaml:"-"`
	}
	WithFuncPtr struct {
		Name string
		F    *func() string
	}
	WithComplex struct {
		Name string
		C    complex128
	}
	WithBadKey struct {
		Name string
		M    map[float64]string
	}
)
