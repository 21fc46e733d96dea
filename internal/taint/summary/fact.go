package summary

import (
	"encoding/binary"
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

// Version is the format's number. A fact of another version says nothing.
const Version = 2

// AFact makes Fact a fact.
func (*Fact) AFact() {}

// String is short, since drivers print facts.
func (f *Fact) String() string { return "pii" }

// Entry kinds: what a table's key begins with.
const (
	FuncKey   = "f:" // summary of a function, by qualified name
	DirKey    = "d:" // directives of a function
	TypeKey   = "t:" // source directive of a type
	GlobalKey = "g:" // content of a package variable
	OpenKey   = "o:" // calls of an interface's method that stay open
	WidenKey  = "c:" // interfaces that an interface is converted to
)

// Entry is one row of a table.
type Entry struct {
	Key  string
	Data []byte
}

// Pack encodes a table. Entries are sorted, so equal tables are equal bytes.
func Pack(strings []string, entries []Entry) *Fact {
	slices.SortFunc(entries, func(a, b Entry) int { return cmp(a.Key, b.Key) })
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

func cmp(a, b string) int { return strings.Compare(a, b) }

func appendBytes[T string | []byte](out []byte, s T) []byte {
	out = binary.AppendUvarint(out, uint64(len(s)))
	return append(out, s...)
}

// Table is an unpacked fact; its entries are still encoded.
type Table struct {
	Strings []string
	Entries []Entry
	index   map[string][]byte
}

// Unpack reads a fact. A fact that cannot be read is an empty table.
func Unpack(f *Fact) *Table {
	t := &Table{index: map[string][]byte{}}
	if f.Version != Version {
		return t
	}
	buf := f.Data
	ok := true
	next := func() []byte {
		n, size := binary.Uvarint(buf)
		if size <= 0 || uint64(len(buf)-size) < n {
			ok, buf = false, nil
			return nil
		}
		s := buf[size : size+int(n)]
		buf = buf[size+int(n):]
		return s
	}
	count := func() int {
		n, size := binary.Uvarint(buf)
		if size <= 0 || n > uint64(len(buf)) {
			ok, buf = false, nil
			return 0
		}
		buf = buf[size:]
		return int(n)
	}
	for range count() {
		t.Strings = append(t.Strings, string(next()))
	}
	for range count() {
		e := Entry{Key: string(next()), Data: next()}
		t.Entries = append(t.Entries, e)
		t.index[e.Key] = e.Data
	}
	if !ok {
		return &Table{index: map[string][]byte{}}
	}
	return t
}

// Get returns an entry.
func (t *Table) Get(key string) ([]byte, bool) {
	d, ok := t.index[key]
	return d, ok
}
