package discover

import (
	"fmt"
	"strings"

	"github.com/piivet/piivet/internal/nearest"
)

// Struct is the declaration of a struct type.
type Struct struct {
	Package string   // import path
	Name    string   // of the type
	Doc     string   // comment of the type
	Table   string   // name of its database table, where the code says it
	Embeds  []string // names of the types that it embeds
	Roles   []string // names of the fields that hold it
	Fields  []Field
}

// Field is the declaration of a field. An embedded field has no place here: what
// it holds is declared elsewhere.
type Field struct {
	Name string
	Type string // as written in the code: "*string", "sql.NullString"
	Kind Kind
	Tags []TagName
	// Checks are the words for what a validator wants of the field: "email".
	Checks []string
	Doc    string // comments above and beside it
	// Known says that somebody has decided about the field already: it is never
	// proposed, but tells about the fields beside it.
	Known bool
}

// TagName is the name that a struct tag gives a field for one encoder.
type TagName struct {
	Key  string // "json"
	Name string // "first_name"
}

// Kind says roughly what values of a type are: one of the constants, or
// "list of " or "map of " and a kind.
type Kind string

// The kinds.
const (
	String    Kind = "string"    // a string, also one that may be null
	Bytes     Kind = "bytes"     // []byte and what is built on it
	Number    Kind = "number"    // integers, floats, durations
	Bool      Kind = "bool"      //
	Time      Kind = "time"      // a point in time or a date
	Record    Kind = "struct"    // a struct whose own fields are looked at
	Func      Kind = "func"      //
	Chan      Kind = "chan"      //
	Interface Kind = "interface" //
	Other     Kind = "other"     // a type of another module, known by its name only
)

const (
	listOf = "list of "
	mapOf  = "map of "
)

// ListOf is the kind of a slice or an array.
func ListOf(k Kind) Kind { return listOf + k }

// MapOf is the kind of a map with such values.
func MapOf(k Kind) Kind { return mapOf + k }

// base takes lists and maps off. mapped says that there was a map.
func (k Kind) base() (base Kind, mapped bool) {
	for {
		if rest, ok := strings.CutPrefix(string(k), listOf); ok {
			k = Kind(rest)
		} else if rest, ok := strings.CutPrefix(string(k), mapOf); ok {
			k, mapped = Kind(rest), true
		} else {
			return k, mapped
		}
	}
}

// Confidence says how sure a proposal is.
type Confidence uint8

// The levels of confidence. None is no proposal.
const (
	None   Confidence = iota
	Low               // worth a look: opaque ids of persons, words that mean many things
	Medium            // as often right as wrong; look at each
	High              // can be applied as it is
)

var confidences = []string{"none", "low", "medium", "high"}

func (c Confidence) String() string { return confidences[c] }

// MarshalText gives the word for the confidence.
func (c Confidence) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// ParseConfidence reads low, medium or high.
func ParseConfidence(s string) (Confidence, error) {
	for c := Low; c <= High; c++ {
		if s == c.String() {
			return c, nil
		}
	}
	return None, fmt.Errorf("unknown confidence %q, want low, medium or high%s", s, nearest.Hint(nearest.Of(s, confidences[1:])))
}

// Proposal says that a field holds personal data.
type Proposal struct {
	Field      int // index in the fields of the struct
	Class      string
	Confidence Confidence
	Reasons    []string // short, most important first
}
