package value

import (
	"go/types"
	"strconv"
	"strings"

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

func (s *Source) key() string { return s.Class + "\x00" + s.Owner + "\x00" + s.Field }

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
	Via      *render.Format // rendering that waits for the dynamic type, or nil
	Trunc    bool           // Path was cut at [MaxPath]
	Reported bool           // already reported when an error was built from it
	Keys     string         // where the data stands in a JSON text that it became part of; see [Label.Within]
	Steps    *Step
	id       int
}

// Symbolic reports whether a caller may know more about the label.
func (l *Label) Symbolic() bool {
	return !l.Fixed() && l.Root.Kind != Opaque && l.Root.Kind != Open
}

// Fixed reports whether a label says the same of all parts of a value.
func (l *Label) Fixed() bool { return l.Root.Kind == Known || l.Root.Kind == Mark }

// MaxPath bounds access paths; what lies deeper is taken together.
const MaxPath = 7

// MaxGlobalPath is MaxPath for what lies behind a package variable.
const MaxGlobalPath = 3

// Universe makes the labels of one package's analysis and numbers them, so
// that sets compare by number.
type Universe struct {
	ids   map[string]int
	types map[string]types.Type
	parts map[projection]projected
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
}

// Entry is a part of a value that is personal whatever its type says.
type Entry struct {
	Sel access.Sel
	Src *Source
}

// NewUniverse returns an empty universe.
func NewUniverse() *Universe {
	return &Universe{ids: map[string]int{}, types: map[string]types.Type{}, parts: map[projection]projected{}}
}

// Label completes l with its number.
func (u *Universe) Label(l Label) *Label {
	key := u.labelKey(&l)
	u.Work++
	id, ok := u.ids[key]
	if !ok {
		id = len(u.ids) + 1
		u.ids[key] = id
	}
	l.id = id
	return &l
}

func (u *Universe) labelKey(l *Label) string {
	var b strings.Builder
	b.WriteByte(byte('0' + l.Root.Kind))
	if l.Root.Kind == Known && l.Src == nil {
		b.WriteString(l.Root.Name)
	}
	if l.Root.Kind != Known {
		b.WriteString(strconv.Itoa(l.Root.N) + "," + strconv.Itoa(l.Root.M) + l.Root.Name)
		b.WriteString(l.Path.String())
	}
	if l.Trunc && l.Type != nil || l.Root.Kind == Opaque {
		b.WriteString("~" + u.TypeKey(l.Type))
	}
	if l.Src != nil {
		b.WriteString("!" + l.Src.key())
	}
	if l.Via != nil {
		b.WriteString("%" + l.Via.String())
	}
	if l.Reported {
		b.WriteByte('R')
	}
	if l.Keys != "" {
		b.WriteString("J" + l.Keys)
	}
	return b.String()
}

// TypeKey names a type across packages; type parameters are $0, $1, ...
func (u *Universe) TypeKey(t types.Type) string {
	if t == nil {
		return "?"
	}
	key := TypeString(t)
	if _, ok := u.types[key]; !ok {
		u.types[key] = t
	}
	return key
}

// TypeOf returns the type that TypeKey named, or nil.
func (u *Universe) TypeOf(key string) types.Type { return u.types[key] }

// Register makes a type that was found elsewhere known under its key.
func (u *Universe) Register(key string, t types.Type) { u.types[key] = t }

// Project says what l says about the part of its value at s. It returns nil
// where the part is declared not personal.
func (u *Universe) Project(l *Label, s access.Sel) *Label {
	if l.Fixed() || l.Via != nil {
		return l
	}
	p := u.projected(l, s).label
	if p == nil || p.Steps == l.Steps {
		return p
	}
	return p.WithSteps(l.Steps)
}

// part is Project as a value.
func (u *Universe) part(l *Label, s access.Sel) *Node {
	if l.Fixed() || l.Via != nil {
		return &Node{Labels: []*Label{l}}
	}
	p := u.projected(l, s)
	if p.label == nil || p.label.Steps == l.Steps {
		return p.node
	}
	return &Node{Labels: []*Label{p.label.WithSteps(l.Steps)}}
}

func (u *Universe) projected(l *Label, s access.Sel) projected {
	key := projection{l.id, l.Type, s}
	p, ok := u.parts[key]
	if !ok {
		if p.label = u.project(l, s); p.label != nil {
			p.node = Of(p.label)
		}
		u.parts[key] = p
	}
	return p
}

type projected struct {
	label *Label
	node  *Node // with the label alone
}

// projection is the key of a label's part. Labels of two functions may have
// one number but different types.
type projection struct {
	id int
	t  types.Type
	s  access.Sel
}

func (u *Universe) project(l *Label, s access.Sel) *Label {
	n := *l
	n.Type = u.stepType(l.Type, s)
	if src, ok := u.sourceAt(l.Type, n.Type, s); !ok {
		return nil
	} else if src != nil {
		n.Src = src
	}
	if n.Root.Kind == Global && n.Src == nil {
		if b, ok := types.Unalias(n.Type).(*types.Basic); ok && b.Info()&types.IsString == 0 {
			return nil // what is left in variables is known without it
		}
		if len(l.Path) >= MaxGlobalPath {
			u.reached(BoundGlobalPath)
			n.Trunc = true
			return u.Label(n)
		}
	}
	if (n.Root.Kind == Opaque || n.Root.Kind == Open) && n.Src != nil {
		return u.Sourced(&n, n.Src)
	}
	if n.Root.Kind == Opaque {
		return u.Label(n)
	}
	if last := len(l.Path) - 1; s.Kind == access.Slot && last >= 0 && l.Path[last] == s {
		return l // whoever reads the slot of a caller's value looks into slots of slots
	}
	if len(l.Path) >= MaxPath {
		u.reached(BoundPath)
		n.Trunc = true
	} else {
		n.Path = l.Path.Join(s)
	}
	return u.Label(n)
}

// Sourced is a label that has become personal data. Of a root that no caller knows
// more about, only that is left.
func (u *Universe) Sourced(l *Label, src *Source) *Label {
	n := *l
	n.Src = src
	if n.Root.Kind == Opaque || n.Root.Kind == Open {
		n.Root, n.Path = Root{}, nil
	}
	return u.Label(n)
}

func (u *Universe) sourceAt(owner, part types.Type, s access.Sel) (*Source, bool) {
	if s.Kind == access.Field && owner != nil && u.FieldSource != nil {
		if src, ok := u.FieldSource(owner, s.N); src != nil || !ok {
			return src, ok
		}
	}
	if s.Kind == access.Key && owner != nil && u.Entries != nil {
		for _, e := range u.Entries(owner) {
			if strings.EqualFold(e.Sel.S, s.S) {
				return e.Src, true
			}
		}
	}
	if part != nil && u.TypeSource != nil {
		return u.TypeSource(part), true
	}
	return nil, true
}

// entries adds to the element of a map, out, what the types of n's labels say of
// entries that n does not know by itself.
func (u *Universe) entries(n, out *Node) *Node {
	for _, l := range n.Labels {
		if l.Type == nil || l.Fixed() {
			continue
		}
		for _, e := range u.Entries(l.Type) {
			if !n.Has(e.Sel) {
				out = u.Join(out, u.part(l, e.Sel))
			}
		}
	}
	return out
}

func (u *Universe) stepType(t types.Type, s access.Sel) types.Type {
	if s.Kind == access.Dyn {
		if t := u.types[s.S]; t != nil || u.TypeNamed == nil {
			return t
		}
		return u.TypeNamed(s.S)
	}
	return StepType(t, s)
}
