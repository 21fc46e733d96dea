package sqlcolumns

import "slices"

// Compared lists the columns that are equal to a placeholder in every row of a query.
// Of conditions with OR, and of the rows of several queries, there is no telling.
func Compared(query string) []Column { return comparedIn(scan(query)) }

func comparedIn(toks []token) (columns []Column) {
	where := -1
	for i, t := range outside(toks) {
		switch {
		case t.word("union"), t.word("except"), t.word("intersect"):
			return nil
		case t.word("where"):
			where = i + 1
		}
	}
	if where < 0 {
		return nil
	}
	read := tables(toks)
	for _, c := range conjunction(toks[where:]) {
		columns = append(columns, c.of(read)...)
	}
	return columns
}

// Condition is [Compared] for what stands behind WHERE.
func Condition(text string) []Column { return conjunction(scan(text)) }

// behindWhere are the words that end a condition.
var behindWhere = []string{"group", "order", "limit", "offset", "fetch", "for", "returning", "having", "window"}

// conjunction lists the columns that comparisons joined by AND compare.
func conjunction(toks []token) []Column {
	var out []Column
	start := 0
	term := func(end int) {
		if c := comparedColumn(toks[start:end]); c.Name != "" {
			out = append(out, c)
		}
		start = end + 1
	}
	end := len(toks)
	for i, t := range outside(toks) {
		switch {
		case t.word("or"), t.word("not"), t.word("case"):
			return nil
		case t.word("and"):
			term(i)
		}
		if slices.ContainsFunc(behindWhere, t.word) || t.text == ";" && !t.quoted {
			end = i
			break
		}
	}
	term(end)
	return out
}

// comparedColumn is the column that one comparison wants to be equal to a value
// that holds a placeholder.
func comparedColumn(toks []token) (c Column) {
	for len(toks) > 2 && toks[0].text == "(" && toks[len(toks)-1].text == ")" {
		toks = toks[1 : len(toks)-1]
	}
	if slices.ContainsFunc(toks, func(t token) bool { return t.word("or") }) {
		return c
	}
	eq := slices.IndexFunc(toks, func(t token) bool { return t.text == "=" && !t.quoted })
	if eq <= 0 || eq+1 >= len(toks) || !operator(toks, eq) {
		return c
	}
	left, right := toks[:eq], toks[eq+1:]
	if hasPlaceholder(left) {
		left, right = right, left
	}
	if !hasPlaceholder(right) || hasPlaceholder(left) || !isColumn(left) {
		return c
	}
	if n := len(left); n > 2 {
		c.Table = left[n-3].text
	}
	c.Name = left[len(left)-1].text
	return c
}

// operator reports whether the sign at i is one by itself, not part of <= or !=.
func operator(toks []token, i int) bool {
	return !slices.Contains([]string{"<", ">", "!", ":", "=", "~"}, toks[i-1].text) && toks[i+1].text != "="
}

// isColumn reports whether tokens are a name, qualified or not.
func isColumn(toks []token) bool {
	for i, t := range toks {
		if t.name != (i%2 == 0) || !t.name && t.text != "." {
			return false
		}
	}
	return len(toks)%2 == 1
}

func hasPlaceholder(toks []token) bool {
	return slices.ContainsFunc(toks, func(t token) bool { return !t.name && slices.Contains([]string{"?", "$", ":", "@"}, t.text) })
}
