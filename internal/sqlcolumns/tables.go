package sqlcolumns

import (
	"slices"
	"strings"
)

// Column is a column that a condition compares.
type Column struct {
	Table string // of a query, the table that it is a column of; of a condition, what qualifies it
	Name  string
}

// table is one that a query reads, under the name by which the query calls it.
type table struct{ name, alias string }

// behindTable are the words that may follow the name of a table and are no alias of it.
var behindTable = []string{
	"where", "join", "inner", "left", "right", "full", "cross", "natural", "on", "using", "set", "group", "order", "limit", "offset", "fetch",
	"for", "returning", "having", "window", "union", "except", "intersect", "force", "use", "ignore", "values", "lateral",
}

// tables are those that a query reads itself, in their order.
func tables(toks []token) (list []table) {
	reading := false
	for i, t := range outside(toks) {
		switch {
		case t.word("from"), t.word("update"), t.word("join"):
			reading = true
		case t.text == "," && !t.quoted:
		case t.word("where"), t.word("set"):
			reading = false
			continue
		default:
			continue
		}
		if t := tableAt(toks[i+1:]); reading && t.name != "" {
			list = append(list, t)
		}
	}
	return list
}

// tableAt is the table that a list of tokens begins with.
func tableAt(toks []token) (t table) {
	i := 0
	for ; i < len(toks) && toks[i].name; i += 2 {
		t.name = toks[i].text
		if i+1 >= len(toks) || toks[i+1].text != "." {
			i++
			break
		}
	}
	t.alias = t.name
	if i < len(toks) && toks[i].word("as") {
		i++
	}
	if i < len(toks) && toks[i].name && !slices.ContainsFunc(behindTable, toks[i].word) {
		t.alias = toks[i].text
	}
	return t
}

// of are the columns of a query that its condition calls by a name: where nothing
// qualifies that, one of any table that the query reads.
func (c Column) of(list []table) (out []Column) {
	for _, t := range list {
		if c.Table == "" || strings.EqualFold(c.Table, t.alias) {
			out = append(out, Column{t.name, c.Name})
		}
	}
	return out
}
