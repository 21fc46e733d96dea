package value

import (
	"go/types"
	"slices"
	"strconv"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/piitag"
)

// RootKind says what a label's data came from.
type RootKind uint8

const (
	Known   RootKind = iota // personal data from a named source; without one, a constant: see [Label.Text]
	Param                   // parameter N of the function under analysis
	FreeVar                 // captured variable N of the closure under analysis
	Opaque                  // a value of which only the type is known
	CallRes                 // result M of callback N of this function
	CallArg                 // what callback N left behind its argument M
	Global                  // a package variable, named by the label's Name
	Open                    // result M of a call, named by Name, of an interface's method that is bound later
	Caller                  // whether the caller is verified: see package taint; no data
	Mark                    // what a value has to do with the request, in Name: see package taint; no data
	Keyed                   // what lies outside under the key in Name, a text that callers complete
	TypeArg                 // the type argument whose key is Name: the target of a call of its method; no data
)

// Root is where a label's path starts.
type Root struct {
	Kind RootKind
	N, M int
	Name string
}

// Source is a place that personal data is read from.
type Source struct {
	Class   string
	Level   piitag.Level
	Owner   string // type that holds the field, or empty for a function
	Field   string // field, or function with ()
	Order   int    // position in the declaration, to list fields as the reader knows them
	Purpose []string
	Subject string
	Quasi   bool
	Place   Place // the tag, where it is known
	ByKey   bool  // a guess: the key says what lies under it
}

// Name is how messages call the source: Customer.Email, or lookupEmail().
func (s *Source) Name() string {
	if s.Owner == "" {
		return s.Field
	}
	return s.Owner + "." + s.Field
}

func (s *Source) appendKey(b []byte) []byte {
	b = append(append(b, s.Class...), 0)
	b = append(append(b, s.Owner...), 0)
	return append(b, s.Field...)
}

// Place is a position that means the same in every process: the file's base
// name within its package.
type Place struct {
	Pkg, File string
	Line, Col int
}

// Step is one station on the way of a label, the newest first.
type Step struct {
	Prev  *Step
	Text  string
	Place Place
	n     int
}

// MaxSteps bounds the stations that a label remembers; what comes after them
// is left out.
const MaxSteps = 16

// With returns the way s continued by one station.
func (s *Step) With(text string, at Place) *Step {
	n := 1
	if s != nil {
		if s.Text == text && s.Place == at || s.n >= MaxSteps {
			return s
		}
		n = s.n + 1
	}
	return &Step{Prev: s, Text: text, Place: at, n: n}
}

// Then returns the stations of s and behind them those of more.
func (s *Step) Then(more *Step) *Step {
	for _, m := range more.List() {
		s = s.With(m.Text, m.Place)
	}
	return s
}

// List returns the stations, the oldest first.
func (s *Step) List() []*Step {
	var out []*Step
	for ; s != nil; s = s.Prev {
		out = append(out, s)
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

// Label is one piece of knowledge about data: which root it came from, along
// which path, and, where that path crosses a source, what it is.
type Label struct {
	Root     Root
	Path     access.Path
	Type     types.Type     // static type at Path; nil where it is not known
	Src      *Source        // nil: not known to be personal data
	Given    *Source        // what it is, if it turns out to come from outside; see [Label.Outside]
	Via      *render.Format // rendering that waits for the dynamic type, or nil
	Trunc    bool           // Path was cut at [MaxPath]
	Reported bool           // already reported when an error was built from it
	Verified bool           // it came here on a way that only verified callers take
	Keys     string         // where the data stands in a JSON text that it became part of; see [Label.Within]
	Not      string         // dynamic types that an interface value is known not to have; see [Universe.Except]
	Steps    *Step
	id       int
	whole    *Label // where Not is set: the label without it
}

// Symbolic reports whether a caller may know more about the label.
func (l *Label) Symbolic() bool {
	return !l.Fixed() && l.Root.Kind != Opaque && l.Root.Kind != Open
}

// Fixed reports whether a label says the same of all parts of a value.
func (l *Label) Fixed() bool { return l.Root.Kind == Known || l.Root.Kind == Mark }

// MaxPath bounds access paths; what lies deeper is taken together.
const MaxPath = 10

// MaxGlobalPath is MaxPath for what lies behind a package variable.
const MaxGlobalPath = 8

// Universe makes the labels of one package's analysis and numbers them, so
// that sets compare by number.
type Universe struct {
	ids   map[string]int
	key   []byte   // of the label that is being numbered
	made  []*Label // the last one of each number
	types map[string]types.Type
	names map[types.Type]string // their keys
	parts [][]*projected        // of labels, by their numbers
	// Work counts steps, so that bounds do not depend on time.
	Work int
	// Reached counts how often each bound was reached.
	Reached [Bounds]int
	// FieldSource tells whether field i of the struct type t is a source. The
	// second result is false where the field is declared not personal.
	FieldSource func(t types.Type, i int) (*Source, bool)
	// TypeSource tells whether values of t are personal by their type.
	TypeSource func(t types.Type) *Source
	// TypeNamed, if it is set, finds the type under a key that TypeKey has not
	// written here: a fact names types that this package has not met itself.
	TypeNamed func(key string) types.Type
	// Entries, if it is set, gives the personal entries of a map type of which the
	// others are not.
	Entries func(t types.Type) []Entry
	// Apart, if it is set, tells symbolic labels that must not be taken together with
	// others: the whole that they are part of says something else.
	Apart func(l *Label) bool
}

// Entry is a part of a value that is personal whatever its type says.
type Entry struct {
	Sel access.Sel
	Src *Source
}

// NewUniverse returns an empty universe.
func NewUniverse() *Universe {
	return &Universe{ids: map[string]int{}, types: map[string]types.Type{}, names: map[types.Type]string{}}
}

// Label completes l with its number. One that was made just like that is given again.
func (u *Universe) Label(l Label) *Label {
	u.key = u.labelKey(u.key[:0], &l)
	u.Work++
	id, ok := u.ids[string(u.key)]
	if !ok {
		id = len(u.ids) + 1
		u.ids[string(u.key)] = id
	} else if old := u.madeAs(id); old != nil && old.equal(&l) {
		if l.Not != "" {
			u.Work++ // for the one without it
		}
		return old
	}
	l.id, l.whole = id, nil
	if l.Not != "" {
		w := l
		w.Not = ""
		l.whole = u.Label(w)
	}
	return u.keep(&l)
}

// madeAs is the label that was made last with this number, or nil.
func (u *Universe) madeAs(id int) *Label {
	if id >= len(u.made) {
		return nil
	}
	return u.made[id]
}

func (u *Universe) keep(l *Label) *Label {
	if l.id >= len(u.made) {
		u.made = append(u.made, make([]*Label, max(l.id+1-len(u.made), len(u.made)))...)
	}
	u.made[l.id] = l
	return l
}

// equal reports whether two labels are the same in all, their steps included. Numbers
// do not say so: of personal data they leave out the path, and of all else the type.
func (l *Label) equal(o *Label) bool {
	return l.Root == o.Root && l.Type == o.Type && l.Src == o.Src && l.Given == o.Given && l.Via == o.Via && l.Trunc == o.Trunc &&
		l.Reported == o.Reported && l.Verified == o.Verified && l.Keys == o.Keys && l.Not == o.Not && l.Steps == o.Steps && slices.Equal(l.Path, o.Path)
}

// labelKey adds to b what tells a label from others.
func (u *Universe) labelKey(b []byte, l *Label) []byte {
	b = append(b, byte('0'+l.Root.Kind))
	if l.Root.Kind == Known && l.Src == nil {
		b = append(b, l.Root.Name...)
	}
	if l.Root.Kind != Known {
		b = append(strconv.AppendInt(b, int64(l.Root.N), 10), ',')
		b = append(strconv.AppendInt(b, int64(l.Root.M), 10), l.Root.Name...)
		b = l.Path.Append(b)
	}
	if l.Trunc && l.Type != nil || l.Root.Kind == Opaque {
		b = append(append(b, '~'), u.TypeKey(l.Type)...)
	}
	if l.Src != nil {
		b = l.Src.appendKey(append(b, '!'))
	}
	if l.Given != nil {
		b = l.Given.appendKey(append(b, '?'))
	}
	if l.Via != nil {
		b = append(append(b, '%'), l.Via.String()...)
	}
	if l.Reported {
		b = append(b, 'R')
	}
	if l.Verified {
		b = append(b, 'V')
	}
	if l.Keys != "" {
		b = append(append(b, 'J'), l.Keys...)
	}
	if l.Not != "" {
		b = append(append(b, '^'), l.Not...)
	}
	return b
}

// TypeKey names a type across packages; type parameters are $0, $1, ...
func (u *Universe) TypeKey(t types.Type) string {
	if t == nil {
		return "?"
	}
	key, ok := u.names[t]
	if ok {
		return key
	}
	key = TypeString(t)
	u.names[t] = key
	if _, ok := u.types[key]; !ok {
		u.types[key] = t
	}
	return key
}

// TypeOf returns the type that TypeKey named, or nil.
func (u *Universe) TypeOf(key string) types.Type { return u.types[key] }

// Register makes a type that was found elsewhere known under its key.
func (u *Universe) Register(key string, t types.Type) { u.types[key] = t }
