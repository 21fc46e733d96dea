package sqlcolumns

import "slices"

// counting are functions of which the result says whether there are rows.
var counting = []string{"count", "exists"}

// aggregating are the functions that make one row of all, also of none.
var aggregating = append([]string{"sum", "min", "max", "avg", "total", "bool_or", "bool_and", "every", "any_value", "array_agg", "json_agg", "jsonb_agg",
	"string_agg", "group_concat", "json_group_array", "json_arrayagg"}, counting...)

// Aggregated reports whether a query has a row in any case, however many it finds.
func Aggregated(query string) bool {
	_, ok := firstOf(scan(query), aggregating)
	return ok
}

// Counted lists the columns that [Compared] finds in a query that counts, or in the one of
// which it asks whether there are rows: what it gives is zero, or false, where none is found.
func Counted(query string) []Column {
	toks := scan(query)
	item, ok := firstOf(toks, counting)
	switch {
	case !ok:
		return nil
	case item[0].word("exists"):
		return comparedIn(item[2 : len(item)-1])
	}
	return comparedIn(toks)
}

// firstOf is the one column of a query, if that calls one of the functions and the rows are
// not grouped. An alias is left out.
func firstOf(toks []token, functions []string) ([]token, bool) {
	for _, t := range outside(toks) {
		if t.word("group") || t.word("having") || t.word("union") || t.word("except") || t.word("intersect") {
			return nil, false
		}
	}
	start, end := selectList(toks)
	if start < 0 || start+2 >= end || !slices.ContainsFunc(functions, toks[start].word) || toks[start+1].text != "(" {
		return nil, false
	}
	items := split(toks[start:end])
	item := items[0]
	closing := len(item) - 1
	for closing > 0 && (item[closing].text != ")" || item[closing].quoted) {
		if !item[closing].name {
			return nil, false
		}
		closing--
	}
	return item[:closing+1], closing > 1
}
