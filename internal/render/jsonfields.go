package render

import (
	"cmp"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/types/typeutil"
)

// jsonField is a field of the JSON object that a struct becomes, perhaps
// promoted from an embedded struct.
type jsonField struct {
	name   string
	tagged bool  // the name is from the tag
	index  []int // through the embedded structs

	omitZero, omitEmpty bool
}

// level is an embedded struct whose fields are still to be looked at.
type level struct {
	index []int
	typ   types.Type
}

// jsonScan holds the breadth-first search of typeFields in encoding/json.
type jsonScan struct {
	next    []level
	counts  typeutil.Map // type -> how often it is embedded at this level
	coming  typeutil.Map // the same for the next level
	visited typeutil.Map
	fields  []jsonField
}

// jsonFields lists the fields that encoding/json encodes of struct st, whose
// type is t, in the order of the output.
func jsonFields(t types.Type, st *types.Struct) []jsonField {
	s := jsonScan{next: []level{{typ: t}}}
	for len(s.next) > 0 {
		current := s.next
		s.next = nil
		s.counts, s.coming = s.coming, typeutil.Map{}
		for _, l := range current {
			if s.visited.Set(l.typ, true) == nil {
				s.scan(l)
			}
		}
	}
	return dominant(s.fields)
}

// scan looks at the fields of one struct.
func (s *jsonScan) scan(l level) {
	st := l.typ.Underlying().(*types.Struct)
	for i := range st.NumFields() {
		v := st.Field(i)
		tag := reflect.StructTag(st.Tag(i)).Get("json")
		if tag == "-" || jsonHidden(v) {
			continue
		}
		name, opts, _ := strings.Cut(tag, ",")
		if !validTag(name) {
			name = ""
		}
		index := append(slices.Clone(l.index), i)
		typ := v.Type()
		if ptr, ok := types.Unalias(typ).(*types.Pointer); ok {
			typ = ptr.Elem()
		}
		if _, isStruct := under(typ).(*types.Struct); isStruct && v.Embedded() && name == "" {
			s.embed(level{index: index, typ: typ})
			continue
		}
		options := strings.Split(opts, ",")
		s.add(l.typ, jsonField{
			name:      cmp.Or(name, v.Name()),
			tagged:    name != "",
			index:     index,
			omitZero:  slices.Contains(options, "omitzero"),
			omitEmpty: slices.Contains(options, "omitempty"),
		})
	}
}

// jsonHidden reports whether a field is unexported, and not an embedded struct
// that may have exported fields.
func jsonHidden(v *types.Var) bool {
	if v.Exported() {
		return false
	}
	typ := v.Type()
	if e := elemOf(typ); e != nil {
		typ = e
	}
	_, isStruct := under(typ).(*types.Struct)
	return !v.Embedded() || !isStruct
}

// embed queues an embedded struct. One that is embedded twice at the same
// level is looked at once, and its fields hide each other.
func (s *jsonScan) embed(l level) {
	count, _ := s.coming.At(l.typ).(int)
	s.coming.Set(l.typ, count+1)
	if count == 0 {
		s.next = append(s.next, l)
	}
}

// add records a field, twice if its struct is there twice.
func (s *jsonScan) add(owner types.Type, f jsonField) {
	s.fields = append(s.fields, f)
	if count, _ := s.counts.At(owner).(int); count > 1 {
		s.fields = append(s.fields, f)
	}
}

// dominant drops the fields that others of the same name hide: the least
// nested wins, then the tagged one; where several are left, all are dropped.
func dominant(fields []jsonField) []jsonField {
	groups := map[string][]jsonField{}
	for _, f := range fields {
		groups[f.name] = append(groups[f.name], f)
	}
	var out []jsonField
	for _, group := range groups {
		slices.SortFunc(group, func(a, b jsonField) int {
			return cmp.Or(a.rank()-b.rank(), slices.Compare(a.index, b.index))
		})
		if len(group) == 1 || group[0].rank() != group[1].rank() {
			out = append(out, group[0])
		}
	}
	slices.SortFunc(out, func(a, b jsonField) int { return slices.Compare(a.index, b.index) })
	return out
}

// rank is lower for the field that wins.
func (f jsonField) rank() int {
	if f.tagged {
		return 2 * len(f.index)
	}
	return 2*len(f.index) + 1
}

// validTag reports whether encoding/json takes name as a field's name.
func validTag(name string) bool {
	for _, c := range name {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", c) && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return false
		}
	}
	return name != ""
}
