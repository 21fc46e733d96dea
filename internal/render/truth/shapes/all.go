package shapes

import (
	"encoding"
	"encoding/json"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"time"
)

// All has one field for each shape. Its fields' types are what is tested; all
// types that an interface may hold must be among them.
type All struct {
	String  string
	Int     int
	Int32   int32
	Uint    uint64
	Uintptr uintptr
	Float   float64
	Complex complex128
	Bool    bool
	Bytes   []byte
	Array8  [8]byte
	Strings []string
	Runes   []rune
	Map     map[string]string
	MapInt  map[int64]string
	MapText map[StringText]string
	Func    func()
	Chan    chan string

	StringKind  StringKind
	IntKind     IntKind
	BytesKind   BytesKind
	ArrayKind   ArrayKind
	ListKind    ListKind
	MapKind     MapKind
	FuncKind    FuncKind
	ByteTexts   []ByteText
	ByteStrings []ByteString
	StringText  StringText
	IntText     IntText
	BytesText   BytesText
	StringError StringError

	StringerValue     StringerValue
	StringerPointer   StringerPointer
	ErrorValue        ErrorValue
	ErrorPointer      ErrorPointer
	GoStringerValue   GoStringerValue
	GoStringerPointer GoStringerPointer
	FormatterValue    FormatterValue
	FormatterPointer  FormatterPointer
	JSONValue         JSONValue
	JSONPointer       JSONPointer
	TextMValue        TextMValue
	TextMPointer      TextMPointer
	BinaryValue       BinaryValue
	BinaryPointer     BinaryPointer
	GobValue          GobValue
	GobPointer        GobPointer
	LogStringValue    LogStringValue
	LogStringPointer  LogStringPointer
	LogGroupValue     LogGroupValue
	LogGroupPointer   LogGroupPointer
	LogPlainValue     LogPlainValue
	LogPlainPointer   LogPlainPointer
	LogAgainValue     LogAgainValue
	LogAgainPointer   LogAgainPointer
	XMLValue          XMLValue
	XMLPointer        XMLPointer
	XMLAttrValue      XMLAttrValue
	XMLAttrPointer    XMLAttrPointer

	ErrorStringer        ErrorStringer
	ErrorPointerStringer ErrorPointerStringer
	Everything           Everything
	GoAndString          GoAndString
	FlagFormatter        FlagFormatter
	JSONText             JSONText
	TextJSON             TextJSON
	ErrorJSON            ErrorJSON
	ErrorText            ErrorText
	LogError             LogError
	LogErrorChain        LogErrorChain
	StringArgument       StringArgument
	StringTwice          StringTwice
	StringField          StringField
	FormatOther          FormatOther
	JSONOther            JSONOther

	Plain         Plain
	XMLTags       XMLTags
	XMLCData      XMLCData
	XMLCharText   XMLCharText
	XMLCharPtr    XMLCharPtr
	XMLCharAny    XMLCharAny
	XMLCharList   XMLCharList
	XMLCharByte   XMLCharByte
	XMLInner      XMLInner
	XMLInnerPtr   XMLInnerPtr
	XMLInnerAny   XMLInnerAny
	XMLInnerOwn   XMLInnerOwn
	XMLComment    XMLComment
	XMLBadComment XMLBadComment
	XMLAnyElem    XMLAnyElem
	XMLNamed      XMLNamed
	XMLEmbedNamed XMLEmbedNamed
	XMLMismatch   XMLMismatch
	XMLSpace      XMLSpace
	XMLBadMode    XMLBadMode
	XMLTwoModes   XMLTwoModes
	XMLBadChain   XMLBadChain
	XMLChainAttr  XMLChainAttr
	XMLPrefix     XMLPrefix
	XMLMap        XMLMap
	XMLAttrBad    XMLAttrBad
	XMLAttrStruct XMLAttrStruct
	XMLAttrIface  XMLAttrIface
	JSONTags      JSONTags
	Nested        Nested
	Tagged        Tagged
	Secrets       Secrets

	EmbedStruct        EmbedStruct
	EmbedPointer       EmbedPointer
	EmbedStringer      EmbedStringer
	EmbedPtrString     EmbedPtrString
	EmbedAddress       EmbedAddress
	EmbedDeep          EmbedDeep
	EmbedJSON          EmbedJSON
	EmbedText          EmbedText
	EmbedBoth          EmbedBoth
	EmbedInner         EmbedInner
	EmbedInnerPtr      EmbedInnerPtr
	EmbedInnerStringer EmbedInnerStringer
	EmbedInnerHidden   EmbedInnerHidden
	EmbedInnerList     EmbedInnerList
	EmbedInnerMap      EmbedInnerMap
	EmbedList          EmbedList
	EmbedTagged        EmbedTagged
	EmbedDash          EmbedDash
	EmbedInterface     EmbedInterface
	EmbedMarshaler     EmbedMarshaler
	EmbedGeneric       EmbedGeneric
	Shadow             Shadow
	Ambiguous          Ambiguous
	TagWins            TagWins
	Diamond            Diamond
	SelfEmbed          SelfEmbed
	ShadowedMethod     ShadowedMethod

	Node        Node
	Tree        Tree
	Left        Left
	SliceOfSelf SliceOfSelf
	MapOfSelf   MapOfSelf

	BoxString  Box[string]
	BoxPlain   Box[*Plain]
	BoxBox     Box[Box[StringerPointer]]
	BoxAny     Box[any]
	Pair       Pair[StringKind, StringerValue]
	Labeled    Labeled[Plain]
	LabeledBox Box[Labeled[string]]

	WithChan     WithChan
	WithChans    WithChans
	WithFunc     WithFunc
	WithFuncZero WithFuncZero
	WithFuncPtr  WithFuncPtr
	WithComplex  WithComplex
	WithBadKey   WithBadKey

	Any         any
	Error       error
	Stringer    fmt.Stringer
	TextIface   encoding.TextMarshaler
	JSONIface   json.Marshaler
	Anys        []any
	Errors      []error
	Stringers   []fmt.Stringer
	ByAny       map[string]any
	AnyKey      map[any]string
	TextKey     map[encoding.TextMarshaler]string
	AnyFields   struct{ A, b any }
	ErrorFields struct {
		E error
		e error
	}

	Time     time.Time
	Duration time.Duration
	URL      url.URL
	IP       net.IP
	IPNet    net.IPNet
	Addr     netip.Addr
	Big      big.Int
	Header   http.Header
	Values   url.Values
	Level    slog.Level
	Attr     slog.Attr
	Attrs    []slog.Attr
	SlogVal  slog.Value
	RawJSON  json.RawMessage
	Userinfo url.Userinfo
}
