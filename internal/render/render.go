// Package render says what a formatter prints of a value.
//
// A value reaches a log, an error or a response only through what the code
// that renders it lets out: fmt prints unexported fields and stops at nested
// pointers, encoding/json does the opposite, log/slog asks LogValue first, and
// a method String may hide everything or show more than the fields hold. This
// package knows these rules for types alone: given a type and a Format, Parts
// lists the places inside such a value that come out, and the methods whose
// results do. It knows neither SSA nor taint, and no table of type names: a
// type's own methods and fields decide.
//
// A plan says what MAY come out: empty and nil values print less. Everything
// that can come out of a value of exactly that type is in the plan, and
// nothing else.
package render

import (
	"fmt"
	"go/types"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
)

// Family names a formatter with rules of its own.
type Family uint8

const (
	Raw              Family = iota // the value itself is text already: all that it holds comes out
	Fmt                            // package fmt, by Verb and flags
	JSON                           // encoding/json, with Marshal's rules
	XML                            // encoding/xml
	XMLAttr                        // encoding/xml, what became an attribute
	XMLChars                       // encoding/xml, a field with ,chardata or ,cdata
	XMLComment                     // encoding/xml, a field with ,comment
	XMLInner                       // encoding/xml, a field with ,innerxml
	Gob                            // encoding/gob; what interfaces hold is taken to be registered
	YAML                           // gopkg.in/yaml.v3
	Template                       // {{.}} in a template, when the package is not known
	TextTemplate                   // {{.}} in text/template
	HTMLTemplate                   // {{.}} in html/template
	TemplateData                   // the data of a template, by Names
	Slog                           // log/slog, when the handler is not known: what any of its handlers prints
	SlogText                       // log/slog.TextHandler and the default handler
	SlogJSON                       // log/slog.JSONHandler
	ZapAny                         // zap.Any and zap's own encoders (zap.Reflect is JSON)
	ZapError                       // zap.Error and zap.NamedError
	ZapSugar                       // one operand of SugaredLogger.Infow and its like
	ZerologInterface               // zerolog's Event.Interface and Event.Any
	ZerologFields                  // zerolog's Event.Fields
	ZerologError                   // zerolog's Event.Err and Event.AnErr
	Logrus                         // the value of a logrus field, when the formatter is not known: text or JSON
	LogrusText                     // logrus.TextFormatter
	LogrusJSON                     // logrus.JSONFormatter
	Kit                            // a key or value of go-kit/log, when the logger is not known: logfmt or JSON
	Logfmt                         // github.com/go-logfmt/logfmt
	KitJSON                        // go-kit/log.NewJSONLogger
	Klog                           // a key or value of klog.InfoS and its like
	Logr                           // a key or value of a logr.Logger, when the sink is not known
	Hclog                          // a key or value of an hclog.Logger, when the format is not known: text or JSON
	Phuslu                         // phuslu/log's Entry.Any, and at depth 1 Entry.Interface
	GoStringer                     // what the method GoString gives
	Stringer                       // what the method String gives: zap.Stringer, zerolog's Event.Stringer
	Error                          // what the method Error gives
	Panic                          // the message of an uncaught panic
	Proto                          // protocol buffers: the wire format, protojson, prototext
)

var familyNames = [...]string{
	Raw: "raw", Fmt: "fmt", JSON: "json",
	XML: "xml", XMLAttr: "xmlattr", XMLChars: "xmlchars", XMLComment: "xmlcomment", XMLInner: "xmlinner",
	Gob: "gob", YAML: "yaml", Template: "template", TextTemplate: "texttemplate", HTMLTemplate: "htmltemplate",
	TemplateData: "templatedata",
	Slog:         "slog", SlogText: "slogtext", SlogJSON: "slogjson",
	ZapAny: "zapany", ZapError: "zaperror", ZapSugar: "zapsugar",
	ZerologInterface: "zerolog", ZerologFields: "zerologfields", ZerologError: "zerologerror",
	Logrus: "logrus", LogrusText: "logrustext", LogrusJSON: "logrusjson",
	Kit: "kit", Logfmt: "logfmt", KitJSON: "kitjson",
	Klog: "klog", Logr: "logr", Hclog: "hclog", Phuslu: "phuslu",
	GoStringer: "gostringer", Stringer: "stringer", Error: "error", Panic: "panic", Proto: "proto",
}

// String is the family's lower-case name.
func (f Family) String() string {
	if int(f) < len(familyNames) {
		return familyNames[f]
	}
	return "family" + strconv.Itoa(int(f))
}

// Format says how, and in what circumstances, a value is rendered. The
// circumstances matter because formatters treat the same type differently at
// the top, behind a pointer and behind an unexported field. Formats are
// comparable.
type Format struct {
	Family Family

	Verb  rune // fmt's verb; 0 means 'v'
	Plus  bool // %+v
	Sharp bool // %#v

	// NoText says that a precision of 0 cuts texts to nothing, as in %.0s.
	NoText bool

	// NoWrap says that %w is not in a call of fmt.Errorf, so that it is a
	// wrong verb even for an error.
	NoWrap bool

	// Depth is 0 for the value that was handed to the formatter and 1 for
	// what lies inside it: fmt follows a pointer at depth 0 only, slog takes
	// an Attr apart at depth 0 only.
	Depth int

	// Addressable says that the formatter can take the value's address, so
	// that methods on the pointer count (encoding/json, encoding/xml, YAML).
	Addressable bool

	// Unexported says that no methods are called (fmt, encoding/xml): the
	// value was reached through an unexported field, or stands under a wrong verb.
	Unexported bool

	// Embedded says that the value is an embedded field of an unexported
	// type: no method is called on it, but methods of its exported fields are.
	Embedded bool

	// Names are what a template says of its data, see [TemplateNames]; nobody
	// knows if it is empty.
	Names string

	// Pattern says that a printf format decides which is not complete yet.
	// Parts does not plan such a format: it takes it for %v.
	Pattern Pattern
}

// Pattern is a printf format of which callers know the missing pieces, and the
// place of a value among its operands. The zero Pattern is none.
type Pattern struct {
	Text   string // the format; how missing pieces are written is its owner's affair
	First  int    // number of the operand that the value is, or that its first element is
	Count  int    // number of all operands, 0 if not known
	Behind int    // number of operands behind a list
	List   bool   // the value lists operands
	Wraps  bool   // only what %w wraps is meant, as it is
}

// String writes the format for debugging and for the steps of a finding.
func (f Format) String() string {
	var b strings.Builder
	b.WriteString(f.Family.String())
	if f.Family == Fmt || f.Verb != 0 {
		b.WriteString(" %")
		if f.Plus {
			b.WriteByte('+')
		}
		if f.Sharp {
			b.WriteByte('#')
		}
		b.WriteRune(f.verb())
	}
	for _, flag := range []struct {
		on   bool
		name string
	}{{f.Depth > 0, " inside"}, {f.Addressable, " addressable"}, {f.Unexported, " unexported"}, {f.Embedded, " embedded"}, {f.NoWrap, " nowrap"}, {f.NoText, " notext"}} {
		if flag.on {
			b.WriteString(flag.name)
		}
	}
	if f.Names != "" {
		fmt.Fprintf(&b, " names %q", f.Names)
	}
	if p := f.Pattern; p.Text != "" {
		fmt.Fprintf(&b, " pattern %q %d/%d+%d %t %t", p.Text, p.First, p.Count, p.Behind, p.List, p.Wraps)
	}
	return b.String()
}

// verb is the verb in force.
func (f Format) verb() rune {
	if f.Verb == 0 {
		return 'v'
	}
	return f.Verb
}

// TypeOnly reports whether the name of a value's type is all that is printed of it.
func (f Format) TypeOnly() bool { return f.Family == Fmt && f.Depth == 0 && f.verb() == 'T' }

// What says in which way a Part comes out.
type What uint8

const (
	Text    What = iota + 1 // the value at Path itself comes out, with everything it holds
	Method                  // what Method of the value at Path gives comes out: its own summary decides
	Dynamic                 // an interface or type parameter is at Path: plan its dynamic type with Then
	Cut                     // the plan stopped here: go on with Parts(Type, Then) from Path where data is known deeper
)

// String is the word for debugging.
func (w What) String() string {
	return [...]string{"?", "text", "method", "dynamic", "cut"}[min(w, Cut)]
}

// Part is one thing that comes out of a value.
type Part struct {
	// Path leads from the rendered value to the value that Part speaks of.
	// It has Field, Deref, Elem and MapKey selectors.
	Path access.Path
	What What
	// Type is the type of the value at Path.
	Type types.Type

	// Method is called on the value at Path, or on its address when Addr is
	// set; so the receiver is exactly what Method's signature says, embedding
	// already followed. If Type is an interface, the call is a dynamic one.
	Method *types.Func
	Addr   bool
	// Out says where Method leaves what comes out: result Out if it is not
	// negative, else what it writes into its parameter -Out-1 (the State of
	// Format, the encoder of MarshalLogObject).
	Out int

	// Then says how the dynamic type is planned (Dynamic, Cut) or how what
	// the method gives is rendered again (Method): Raw when it is final. For
	// a Formatter, Raw comes with the verb and the flags that Format is called with.
	Then Format
}

// String writes the part for debugging and tests.
func (p Part) String() string {
	s := p.Path.String() + " " + p.What.String() + " " + types.TypeString(p.Type, shortPackage)
	if p.Method != nil {
		s += " " + p.Method.Name()
		if p.Addr {
			s += "&"
		}
		s += "->" + strconv.Itoa(p.Out)
	}
	if p.What != Text && p.Then != (Format{}) {
		s += " then " + p.Then.String()
	}
	return s
}

// shortPackage qualifies names by the package's name.
func shortPackage(p *types.Package) string { return p.Name() }
