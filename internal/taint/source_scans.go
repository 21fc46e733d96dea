package taint

import (
	"go/token"
	"go/types"
	"reflect"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/sqlcolumns"
	"github.com/piivet/piivet/internal/taint/value"
)

// What is scanned out of rows goes to operands, in the order of the columns, or to
// the fields of a struct, by their names.

// columnMark begins the slot of rows that stands for one of their columns, by its
// number: what a function scans out of rows that its callers hand in, which know
// the query.
const columnMark = "column:"

func columnNumber(s access.Sel) (int, bool) {
	text, ok := strings.CutPrefix(s.S, columnMark)
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(text)
	return i, err == nil
}

// column is what a column of rows holds, as far as the query says it, or what is
// for callers to say.
func (f *frame) column(n *value.Node, i int) *value.Node {
	pos := token.NoPos
	if f.naming != nil {
		pos = f.naming.site.pos
	}
	if list := columnsOf(n); i < len(list) {
		return f.columnSource(list[i], pos)
	}
	var out *value.Node
	for _, l := range n.Labels {
		if l.Root.Kind == value.Param && l.Via == nil {
			c := *f.u.Project(l, access.Sel{Kind: access.Slot, S: columnMark + strconv.Itoa(i)})
			c.Type = types.Typ[types.String]
			out = f.u.Join(out, value.Of(f.u.Label(c)))
		}
	}
	return out
}

// columnSource is what a column with one of some names holds, or nil.
func (f *frame) columnSource(names []string, pos token.Pos) *value.Node {
	for _, name := range names {
		if src := f.e.keySource(name, columnPrefix+name, pos); src != nil {
			return f.fromKey(src, pos)
		}
	}
	return nil
}

// scans puts what the columns are known to hold where they are scanned to.
func (c *modelCall) scans() {
	for _, fl := range c.m.Scans {
		arg := isArgSource(fl)
		list := c.scanned(fl.Src.Places[0].Index, arg)
		dst := fl.Dst.Place
		n := len(dst.Path)
		if n > 0 && dst.Path[n-1].Kind == access.Elem {
			dst.Path = dst.Path[:n-1]
			c.scanEach(dst, list, c.rowsHanded(fl, arg))
			continue
		}
		if len(list) == 0 {
			continue
		}
		if n > 0 && dst.Path[n-1].Kind == access.Deref {
			dst.Path = dst.Path[:n-1] // the pointer to it
		}
		switch {
		case dst.Root == model.Result && len(list) == 1:
			c.holds(dst, list[0])
		case dst.Root == model.Result:
			c.holdsRecord(dst, list)
		default:
			to := c.place(dst)
			if len(list) == 1 {
				c.fill(to, c.f.columnSource(list[0], c.site.pos))
			}
			c.fillRecords(to.n, nil, list, 0)
		}
	}
}

// rowsHanded are the rows themselves.
func (c *modelCall) rowsHanded(fl model.Flow, arg bool) *value.Node {
	i := 0
	if arg {
		i = fl.Src.Places[0].Index + c.recv()
	}
	if i < len(c.args) {
		return c.args[i].n
	}
	return nil
}

// scanEach puts columns into the operands of a list, one by one.
func (c *modelCall) scanEach(dst model.Place, list [][]string, rows *value.Node) {
	operands, _ := c.elements(dst)
	for i, o := range operands {
		switch {
		case i < len(list):
			c.fill(o, c.f.columnSource(list[i], c.site.pos))
		case list == nil && rows != nil:
			c.fill(o, c.f.column(rows, i))
		}
	}
}

// fill stores what a column holds in what an operand points to. Fields that have
// a word of their own on it are left alone.
func (c *modelCall) fill(o at, n *value.Node) {
	if n == nil {
		return
	}
	for _, r := range c.f.targets(o.n) {
		if t := c.f.typeAt(r); c.f.decided(r) || t != nil && !columnText(t) {
			continue
		}
		c.f.write(r, n, true)
	}
}

// holds stores what a column holds in what a call gives.
func (c *modelCall) holds(dst model.Place, names []string) {
	n := c.f.columnSource(names, c.site.pos)
	if t := c.resultType(dst); n != nil && (t == nil || columnText(t)) {
		c.store(dst, n, false)
	}
}

// maxRecordDepth bounds how many lists and pointers lead to a record.
const maxRecordDepth = 3

// fillRecords stores what columns hold in the fields of the struct that a pointer
// leads to, or of the structs in the list that it leads to. declared is the type
// of what it leads to where memory does not know its own.
func (c *modelCall) fillRecords(n *value.Node, declared types.Type, list [][]string, depth int) {
	if depth > maxRecordDepth {
		return
	}
	for _, r := range c.f.targets(n) {
		t := c.f.typeAt(r)
		if t == nil {
			t = declared
		}
		if t == nil {
			continue
		}
		switch u := types.Unalias(t).Underlying().(type) {
		case *types.Struct:
			c.fillFields(r, t, list)
		case *types.Slice:
			held := c.f.u.GetPath(c.f.content(r.Obj), r.Path)
			if _, ok := types.Unalias(u.Elem()).Underlying().(*types.Struct); ok {
				for _, at := range c.f.targets(held) {
					at.Path = at.Path.Join(elem(0))
					c.fillFields(at, u.Elem(), list)
				}
				continue
			}
			if p, ok := types.Unalias(u.Elem()).Underlying().(*types.Pointer); ok {
				c.fillRecords(c.f.element(held, elem), p.Elem(), list, depth+1)
			}
		}
	}
}

// fillFields stores what columns hold in the fields of a struct that are named
// like them.
func (c *modelCall) fillFields(r value.Ref, t types.Type, list [][]string) {
	for i, n := range c.columnFields(t, list) {
		if n != nil {
			at := r
			at.Path = r.Path.Join(access.Sel{Kind: access.Field, N: i})
			c.f.write(at, n, true)
		}
	}
}

// columnFields gives for each field of a struct what the column that goes into it
// holds, as far as the column's name says it and nothing else does.
func (c *modelCall) columnFields(t types.Type, list [][]string) []*value.Node {
	st, ok := types.Unalias(t).Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	out := make([]*value.Node, st.NumFields())
	fields := fieldsOfColumns(st, list)
	if c.m.Ordered {
		fields = fieldsInOrder(st, list)
	}
	for i, names := range fields {
		if names == nil || !columnText(st.Field(i).Type()) {
			continue
		}
		if src, unsaid := c.f.e.fieldSource(t, i); src == nil && unsaid {
			out[i] = c.f.columnSource(names, c.site.pos)
		}
	}
	return out
}

// holdsRecord is fillFields for the struct that a call gives, or a pointer to it.
func (c *modelCall) holdsRecord(dst model.Place, list [][]string) {
	t := c.resultType(dst)
	if t == nil {
		return
	}
	var path access.Path
	if p, ok := types.Unalias(t).Underlying().(*types.Pointer); ok {
		t, path = p.Elem(), access.Path{{Kind: access.Deref}}
	}
	for i, n := range c.columnFields(t, list) {
		if n != nil {
			c.give(dst, path.Join(access.Sel{Kind: access.Field, N: i}), n)
		}
	}
}

// give adds to what a call gives, at a path of it.
func (c *modelCall) give(dst model.Place, path access.Path, n *value.Node) {
	last := lastMemory(path)
	if last < 0 && dst.Index < len(c.results) {
		c.results[dst.Index] = c.f.u.SetPath(c.results[dst.Index], path, n, true)
		return
	}
	for _, r := range c.refs(dst, path, last) {
		c.f.write(r, n, true)
	}
}

// fieldsOfColumns gives for each field of a struct the names of the column that
// goes into it, or nil: that of its db tag, or its own in lower case.
func fieldsOfColumns(st *types.Struct, list [][]string) [][]string {
	out := make([][]string, st.NumFields())
	for i := range out {
		name := st.Field(i).Name()
		if tag, ok := reflect.StructTag(st.Tag(i)).Lookup("db"); ok {
			name, _, _ = strings.Cut(tag, ",")
		}
		for _, names := range list {
			for _, n := range names {
				if sqlcolumns.Squashed(n) == sqlcolumns.Squashed(name) {
					out[i] = names
				}
			}
		}
	}
	return out
}

// fieldsInOrder gives for each field of a struct the names of the column that
// stands where it does. Fields of embedded structs count, and are left alone.
func fieldsInOrder(st *types.Struct, list [][]string) [][]string {
	out := make([][]string, st.NumFields())
	at := 0
	for i := range out {
		if n := columnsTaken(st, i); n > 0 {
			if !st.Field(i).Embedded() && at < len(list) {
				out[i] = list[at]
			}
			at += n
		}
	}
	return out
}

// columnsTaken is to how many columns field i belongs.
func columnsTaken(st *types.Struct, i int) int {
	v := st.Field(i)
	if tag, _ := reflect.StructTag(st.Tag(i)).Lookup("db"); tag == "-" || !v.Exported() && !v.Embedded() {
		return 0
	}
	inner, ok := types.Unalias(v.Type()).Underlying().(*types.Struct)
	if !ok || !v.Embedded() {
		return 1
	}
	n := 0
	for j := range inner.NumFields() {
		n += columnsTaken(inner, j)
	}
	return n
}
