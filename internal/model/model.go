package model

import "github.com/piivet/piivet/internal/access"

// Root says where a place starts.
type Root uint8

const (
	Recv   Root = iota + 1 // the receiver
	Arg                    // argument Index, the receiver not counted
	Result                 // result Index
	Pkg                    // a place of the whole package; the first selector is a slot
)

// Sel is one step of a Place. It is an access.Sel before types are known:
// fields have names instead of numbers.
type Sel struct {
	Kind    access.Kind // Field, Deref, Elem, MapKey, Key or Slot
	Name    string      // name of the field or slot
	Arg     int         // Key: the argument that holds the key
	Spelled Spelling    // Key: how the map spells that
}

// Spelling is how a map spells the keys that it is given.
type Spelling uint8

// The spellings.
const (
	AsIs   Spelling = iota
	Header          // as headers of MIME
	Lower           // in lower case
)

// Place is a place in what a function gets or gives.
type Place struct {
	Root  Root
	Index int // of the argument or result
	Path  []Sel
}

// Form says how a Source reads its places.
type Form uint8

const (
	Plain         Form = iota // the value as it is
	Text                      // all it holds, flattened to text
	Printf                    // fmt with a format; the places are format and operands
	Wrapped                   // the operands that %w wraps; places as for Printf
	Print                     // %v of each operand
	Println                   // the same with spaces between
	Err                       // what the value's method Error gives
	Stringer                  // what the value's method String gives
	JSON                      // encoding/json
	XML                       // encoding/xml
	Gob                       // encoding/gob
	YAML                      // the YAML encoders
	Template                  // text/template, html/template
	Slog                      // log/slog's keys, values and attributes
	ZapAny                    // zap.Any and zap.Reflect
	ZapObject                 // zap.Objects and zap.ObjectValues
	ZapSugar                  // zap's sugared keys and values
	Zerolog                   // zerolog's Interface
	ZerologFields             // zerolog's Fields
	Logrus                    // logrus' field values
	Logfmt                    // key=value loggers that format by type
	KV                        // keys and values printed with %v
	Klog                      // klog's keys and values
	Logr                      // logr's keys and values
	Hclog                     // hclog's keys and values
	PhusluAny                 // phuslu/log's Entry.Any
	PhusluJSON                // phuslu/log's Entry.Interface
	GoStr                     // what the value's method GoString gives
	Read                      // what reading from the reader gives
	Attrs                     // attributes by their keys, from a list of attributes, or of keys and values
	Seq                       // first value an iterator yields
	Seq1                      // second value an iterator yields
	Part                      // a slice of the one at the place, from any element on
	Clone                     // a new object with what the reference or pointer refers to
	As                        // the part that has the destination's type
	Unknown                   // nothing is known: the type decides; no places
	Decoded                   // the same, of what encoding/json can set
	Outside                   // a text that is set outside of the program; no places
	Input                     // data that comes from outside, behind a reader say; no places
	Response                  // a buffered writer of the response; no places
	Verified                  // a setting with which a server verifies its callers; no places
	Proto                     // protocol buffers, in any encoding
	Told                      // of an error, what its type's model says that callers are told
)

// Source is data read from one place, or two for Printf and Wrapped (format and
// operands), or none for Unknown and Decoded.
type Source struct {
	Form   Form
	Places []Place
}

// Dest is where data goes: a place, or the Write method of the writer there.
type Dest struct {
	Write bool
	Place Place
}

// Flow moves data from a source to a destination.
type Flow struct {
	Src     Source
	Dst     Dest
	Replace bool // what the destination had is forgotten, if there is a source
}

// Call is a callback that a function makes before it returns.
type Call struct {
	Fn     Place
	Method string // called on the value at Fn; empty if Fn is itself the function
	Args   []Source
	Spread bool  // the one argument has those of all parameters; each gets what is of its type
	Dst    *Dest // takes the first result; nil if that is dropped
}

// Sink names a kind of way out.
type Sink string

const (
	SinkNone     Sink = ""
	SinkLog      Sink = "log"
	SinkError    Sink = "error"
	SinkResponse Sink = "response"
	SinkOutbound Sink = "outbound"
)

// Func is the model of one function or method.
type Func struct {
	PkgPath  string // import path as the table has it
	Name     string // "Func" or "Type.Method"
	Flows    []Flow
	Sink     Sink
	Data     []Source // what the sink gets
	Through  *Place   // the object that may mask what the sink gets, such as a slog handler
	Calls    []Call
	Yields   []Source // one or two, if the first result is an iterator
	Clears   []Place
	Asks     []Place // what the request names
	Knows    []Place // who calls, as verification left it
	Opaque   []Place
	Writes   Sink   // what is written to the first result, a writer, goes there
	Keyed    []Flow // from an argument that is a constant key to what lies under it
	Scans    []Flow // from rows, or the text of a query, to where their columns go, one by one
	Ordered  bool   // columns go to the fields of structs in their order, whatever these are called
	Must     bool   // it does not come back where nothing is under the key that it looks for
	NoReturn bool
	Gone     string // the version of the library from which on there is no such function
	Redact   bool
	Named    *Place    // an argument that must be a constant which names a person, for Proves to hold
	Puts     *Place    // the key under which something is put where only who has the key finds it
	Held     *Place    // such a key: Proves holds if all that is put there is put for verified callers
	Brought  *Place    // what must have come from the caller, so that Proves holds
	Unless   []Given   // settings with which Proves does not hold
	Proves   []Proof   // outcomes that prove who the caller is
	Fails    []Proof   // outcomes that never are
	Routing  *Routing  // what it does with routers and handlers; nil: nothing
	Stub     bool      // it is no entry: the type of its options tells what it does
	Outbound *Outbound // to whom it hands data on, and how; nil: not said
	Note     string
	Line     int // of the entry in its file
}

// Outcome is what a result may be.
type Outcome uint8

const (
	IsNil Outcome = iota
	NotNil
	IsTrue
	IsFalse
	NotZero // an integer that is not 0
	IsZero
	Passes   // of a middleware: it goes on to what follows
	Somebody // neither nil nor what the program takes for nobody
)

// Present reports whether a value is there if it has the property.
func (o Outcome) Present() bool { return o == NotNil || o == Somebody || o == NotZero || o == IsTrue }

// Proof says that a result with this outcome proves who the caller is.
type Proof struct {
	Result  int
	Outcome Outcome
}

// Given is a setting of type bool that has a value.
type Given struct {
	Place Place
	Value bool
}

// Routing is what a function does with routers, handlers and middleware.
type Routing struct {
	Router   Place   // the router; the receiver, or for a function its first argument
	Routes   []Place // handlers that it registers, in the order in which they run
	Wraps    []Place // middleware of these handlers alone
	Uses     []Place // middleware for what is registered later
	Late     bool    // Uses are for what was registered earlier too
	Group    bool    // the first result is a part of the router
	Chain    Chain   // how middleware goes on
	Serves   []Place // handlers that answer requests from now on
	Behind   []Place // settings by which the server itself verifies callers
	Dispatch []Place // handlers that answer the request at hand
	New      bool    // the first result is a new router
	Verifies bool    // the first result is middleware that lets verified callers through
	Next     bool    // goes on to the next handler
	Aborts   bool    // the next handler will not run

	Options   []Place  // lists of options that carry middleware
	All       []Place  // lists of middleware; the first result is all of one in a row
	Check     []Place  // functions that verify if their error is nil; the first result is middleware that asks them
	Lanes     []Lane   // kinds of handlers that this is about; none: all
	Answers   []Source // results of a handler that go to the caller
	As        string   // what messages call these answers
	Methods   bool     // Routes are services: the methods of their static type are the handlers
	Resolvers bool     // Routes hold resolvers: methods of what the methods of an interface in them return
	Auto      string   // of argument 1 all methods are called whose names begin so, with argument 0
	Override  string   // a method by which a service answers for its callers itself
	Admits    []string // methods of what a handler gets that refuse a request by the errors that they return

	Operation *int    // an argument: an operation, or functions that change one
	Pattern   Pattern // which requests a registration is for
	Mounts    bool    // Routes see the rest of the path behind the pattern
	Skips     []Place // functions: where one says true, middleware that verifies lets everybody through
	Decides   []Place // functions that middleware which verifies asks: one that always says yes verifies nobody
	Refuses   []Place // functions that answer callers whom middleware refuses: where one goes on all the same, everybody passes
	Lenient   *Place  // a setting: where it is true, everybody passes for whom one of these gives no error, or does not abort
	Tells     string  // what the first result says of the request: p its path, t the pattern of its route, u its URI, h its method, f the full name of what it calls
}

// Pattern is an argument that says which requests a route is for, and how to read
// it: mux, submux, brace, colon or slack for paths, prefix for the beginning of one, strip for
// what is taken off it, called for the name of a procedure.
type Pattern struct {
	Style string
	Arg   int
}

// Lane is a kind of handlers that middleware may be for alone. In a registration
// the method is one that a parameter of such a handler has; in middleware it is
// the one that stands before such handlers.
type Lane struct{ Name, Method string }

// The lanes.
const (
	LaneUnary  = "unary"  // one request, one answer
	LaneStream = "stream" // many of either
)

// Outbound says to whom a function hands data on, and over what channel.
type Outbound struct {
	Recipient string        // name of the recipient; empty: the URL names it, if anything does
	Kind      RecipientKind // what kind of recipient that is
	URLs      []Place       // a URL, an address or a host: it names the recipient, its scheme the channel
	Channels  []Place       // what decides whether the channel is secure
	Insecure  bool          // the first result makes a channel insecure
	Secure    bool          // it makes one secure, if nothing in it makes it insecure
}

// Chain says how middleware goes on to what follows it.
type Chain string

const (
	ChainWrap Chain = "wrap" // it gets the next handler and returns another one
	ChainNext Chain = "next" // it returns, or calls Next
	ChainCall Chain = "call" // it calls Next; if it only returns, the chain ends
	ChainArg  Chain = "arg"  // it gets the next handler as an argument among others
)

// Global is the model of a package-level variable.
type Global struct {
	PkgPath string
	Name    string
	Writes  Sink // what is written to it goes there
	Drops   bool // what is written to it is gone
	Outside bool // whoever starts the program sets what it holds
	Line    int
}

// Type is the model of a type.
type Type struct {
	PkgPath string
	Name    string
	Writes  Sink // what is written to values of the type goes there
	// Session is a field, a map: what it has under a key that names a person tells
	// who calls.
	Session string
	// Insecure names fields that make a channel insecure where they are true,
	// Unless fields that set another check in its place.
	Insecure, Unless []string
	// Stubs: a function whose last parameter is a list of these hands its other
	// arguments on.
	Stubs   Sink
	Answers []string // fields of a router with handlers for what no route gets, and for errors
	Opened  []string // fields that hold a connection which a caller opened
	Here    []string // fields that hold an address of this machine
	Sent    string   // a function: the channels that it gives take values of the type
	Rows    bool     // what the query gave that a call was handed as a text
	// Told is a field of an error type that goes to the caller where a handler
	// returns the error.
	Told   string
	Proves []string // fields of type bool that are true where the caller is verified
	// Settings are fields of type bool by which it is told what to check.
	Settings []string
	// Duplex: what is written to a value of the type goes to somebody else, and is
	// not what is read from it.
	Duplex bool
	Line   int
}

// Default says what functions of a described package do that have no entry.
type Default uint8

const (
	Clean  Default = iota // their results are clean
	Args                  // their results carry all argument data
	Closed                // the same as Clean, whatever their code says: the package is not analysed
)

// Package is the model of one package.
type Package struct {
	Path    string // import path as the table has it
	Default Default
	Funcs   map[string]*Func
	Globals map[string]*Global
	Types   map[string]*Type
	routing bool
	routers bool // a function of it registers routes or middleware
}
