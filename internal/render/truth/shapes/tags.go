package shapes

//lint:file-ignore U1000,SA5008 the fields are filled by reflection, and odd tags are what is tested

import "encoding/xml"

// XMLTags has the options of encoding/xml.
type XMLTags struct {
	XMLName xml.Name       `xml:"tags"`
	Attr    string         `xml:"attr,attr"`
	AttrInt int64          `xml:",attr,omitempty"`
	AttrPtr *string        `xml:",attr"`
	Attrs   []string       `xml:"many,attr"`
	AttrVal XMLAttrValue   `xml:",attr"`
	AttrOwn XMLAttrPointer `xml:",attr"`
	AttrTxt TextMPointer   `xml:",attr"`
	AttrAny any            `xml:",attr"`
	Plain   xml.Attr       `xml:",attr"`
	Any     []xml.Attr     `xml:",any,attr"`
	Element Plain          `xml:"element"`
	Deep    string         `xml:"a>b>c"`
	Deeper  string         `xml:"a>b>d"`
	Dash    string         `xml:"-"`
	Chars   string         `xml:",chardata"`
	Comment []byte         `xml:",comment"`
	closed  string
}

// The other modes, one to a struct.
type (
	XMLCData struct {
		Text StringKind `xml:",cdata"`
	}
	XMLCharText struct {
		Text TextMPointer `xml:",chardata"`
	}
	XMLCharPtr struct {
		Text **int64 `xml:",chardata"`
	}
	XMLCharAny struct {
		Text any `xml:",chardata"`
	}
	XMLCharList struct {
		Text BytesKind `xml:",chardata"`
	}
	XMLCharByte struct {
		Text *[]byte `xml:",chardata"`
	}
	XMLInner struct {
		Text string `xml:",innerxml"`
	}
	XMLInnerPtr struct {
		Text *[]byte `xml:",innerxml"`
	}
	XMLInnerAny struct {
		Text any `xml:",innerxml"`
	}
	XMLInnerOwn struct {
		Text StringKind `xml:",innerxml"`
	}
	XMLComment struct {
		Text *StringKind `xml:",comment"`
		More string
	}
	XMLBadComment struct {
		Text int64 `xml:",comment"`
		More string
	}
	XMLAnyElem struct {
		Rest []Plain `xml:",any"`
	}
	XMLNamed struct {
		XMLName xml.Name
		Text    string
	}
	XMLEmbedNamed struct {
		XMLNamed
		Other string
	}
	XMLMismatch struct {
		Tags XMLTags `xml:"other"`
		Text string
	}
	XMLSpace struct {
		Text  string `xml:"urn:a name"`
		Other string `xml:"urn:b name"`
	}
	XMLBadMode struct {
		Text string `xml:"name,chardata"`
	}
	XMLTwoModes struct {
		Text string `xml:",attr,chardata"`
	}
	XMLBadChain struct {
		Text string `xml:"a>"`
	}
	XMLChainAttr struct {
		Text string `xml:"a>b,attr"`
	}
	XMLPrefix struct {
		XMLPrefixInner
		A string `xml:"a"`
	}
	XMLPrefixInner struct {
		B string `xml:"a>b"`
		C string `xml:"c"`
	}
	XMLMap struct {
		M     map[string]string `xml:",omitempty"`
		Other string
	}
	XMLAttrBad struct {
		P **string `xml:",attr"`
		Q string
	}
	XMLAttrStruct struct {
		P Plain `xml:",attr"`
		Q string
	}
	XMLAttrIface struct {
		T xmlStringer `xml:",attr"`
		E error       `xml:",attr"`
	}
	xmlStringer interface{ MarshalText() ([]byte, error) }
)

// JSONTags has odd cases of encoding/json.
type JSONTags struct {
	Iface   any         `json:",omitzero"`
	Ptr     *StringText `json:"ptr,omitempty"`
	Str     *string     `json:",string"`
	Keys    map[TextMValue]string
	KeyPtrs map[*TextMValue]string
	Uints   map[uint32]string
	Array   [2]JSONPointer
	Bytes   []JSONByte
	Zero    [0]chan int
	Iface2  interface{ MarshalText() ([]byte, error) }
}

// JSONByte encodes itself, so that a slice of it is no text.
type JSONByte uint8

// MarshalJSON hides the byte.
func (x JSONByte) MarshalJSON() ([]byte, error) { return []byte("1"), nil }
