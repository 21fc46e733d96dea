package summary

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
)

// Fact is what a package tells its importers: a table from names to encoded
// entries. It is decoded entry by entry, when one is asked for.
//
// Under go vet a package's fact reaches its direct importers alone. What they
// can meet of other packages through it (methods of types in its API, function
// values that it returns) is therefore part of its table.
type Fact struct {
	Version uint8
	Data    []byte
}

// SubjectFact is what a package tells those who ask whose data is shown: the whole
// table once more, with the marks that this takes. A package of which that would be
// the same table has none.
type SubjectFact struct{ Fact }

// AFact makes SubjectFact a fact.
func (*SubjectFact) AFact() {}

// Version is the format's number. Nothing is known of the package of another one.
const Version = 19

// AFact makes Fact a fact.
func (*Fact) AFact() {}

// String is short, since drivers print facts.
func (f *Fact) String() string { return "pii" }

// Entry kinds: what a table's key begins with.
const (
	FuncKey   = "f:" // summary of a function, by qualified name
	CaseKey   = "k:" // cases of a function
	DirKey    = "d:" // directives of a function
	TypeKey   = "t:" // source directive of a type
	GlobalKey = "g:" // content of a package variable
	GivenKey  = "v:" // a package variable that callers give values
	OpenKey   = "o:" // calls of an interface's method that stay open
	WidenKey  = "c:" // interfaces that an interface is converted to
	ProtoKey  = "p:" // what the options in .proto files say of a type's fields
	OptionKey = "x:" // options for fields in .proto files that the package declares
	WebKey    = "w:" // the package deals with responses, verification or routes
	EmbedKey  = "e:" // what a type embeds, and the methods that it has itself
	BuiltKey  = "n:" // a function's result that is an error: the parameters without which it is nil
	NobodyKey = "a:" // a variable that stands for nobody, a type that has one, or a function that asks for one
	GuardKey  = "q:" // a field of a GraphQL schema: its object and its directives
)

// Entry is one row of a table.
type Entry struct {
	Key  string
	Data []byte
}

// Pack encodes a table. Entries are sorted, so equal tables are equal bytes.
func Pack(strings []string, entries []Entry) *Fact {
	slices.SortFunc(entries, compareEntries)
	var out []byte
	out = binary.AppendUvarint(out, uint64(len(strings)))
	for _, s := range strings {
		out = appendBytes(out, s)
	}
	out = binary.AppendUvarint(out, uint64(len(entries)))
	for _, e := range entries {
		out = appendBytes(out, e.Key)
		out = appendBytes(out, e.Data)
	}
	return &Fact{Version: Version, Data: out}
}

func compareEntries(a, b Entry) int { return strings.Compare(a.Key, b.Key) }

func appendBytes[T string | []byte](out []byte, s T) []byte {
	out = binary.AppendUvarint(out, uint64(len(s)))
	return append(out, s...)
}

// Table is an unpacked fact; its entries are still encoded. Keys, strings and
// data share the fact's bytes.
type Table struct {
	Strings []string
	Entries []Entry // sorted by key
}

// ErrFact is the error of a fact that another version wrote, or that is broken.
var ErrFact = errors.New("fact cannot be read")

// Unpack reads a fact. Nothing is known of the package of one that cannot be
// read: that is not the same as an empty table.
func Unpack(f *Fact) (*Table, error) {
	if f.Version != Version {
		return nil, ErrFact
	}
	r := tableReader{buf: f.Data, text: string(f.Data)}
	t := &Table{Strings: make([]string, r.number())}
	for i := range t.Strings {
		t.Strings[i], _ = r.next()
	}
	t.Entries = make([]Entry, r.number())
	for i := range t.Entries {
		e := &t.Entries[i]
		e.Key, _ = r.next()
		_, e.Data = r.next()
	}
	if r.broken || len(r.buf) > 0 || !slices.IsSortedFunc(t.Entries, compareEntries) {
		return nil, ErrFact
	}
	return t, nil
}

// tableReader walks through a table; text is what its bytes are as a string, so
// that no string has to be copied by itself.
type tableReader struct {
	buf    []byte
	text   string
	broken bool
}

// number reads a number that cannot be larger than the bytes that follow it.
func (r *tableReader) number() int {
	n, size := binary.Uvarint(r.buf)
	if size <= 0 || n > uint64(len(r.buf)-size) {
		r.broken, r.buf, r.text = true, nil, ""
		return 0
	}
	r.buf, r.text = r.buf[size:], r.text[size:]
	return int(n)
}

func (r *tableReader) next() (string, []byte) {
	n := r.number()
	s, data := r.text[:n], r.buf[:n:n]
	r.text, r.buf = r.text[n:], r.buf[n:]
	return s, data
}

// Get returns an entry.
func (t *Table) Get(key string) ([]byte, bool) {
	i, ok := slices.BinarySearchFunc(t.Entries, key, func(e Entry, key string) int { return strings.Compare(e.Key, key) })
	if !ok {
		return nil, false
	}
	return t.Entries[i].Data, true
}
