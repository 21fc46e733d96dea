// Package sqlcolumns reads from the text of a query what the columns of its rows
// are called. It knows the list after SELECT and RETURNING, not the language: what
// it cannot read has no name.
package sqlcolumns

import (
	"iter"
	"slices"
	"strings"
)

// Of lists the columns of a query's rows, each with the names that it is known by,
// the nearest first: its alias, then the column itself. A column that is computed
// has its alias at most. The list ends before a *, behind which nobody knows what
// stands where.
func Of(query string) [][]string {
	toks := scan(query)
	start, end := selectList(toks)
	if start < 0 {
		return nil
	}
	var out [][]string
	for _, item := range split(toks[start:end]) {
		if len(item) > 0 && item[len(item)-1].text == "*" && !strings.HasSuffix(item[0].text, "(") {
			break
		}
		out = append(out, names(item))
	}
	if !slices.ContainsFunc(out, func(n []string) bool { return len(n) > 0 }) {
		return nil
	}
	return out
}

// selectList finds the list of columns: behind the last SELECT or RETURNING that
// stands in no parentheses.
func selectList(toks []token) (start, end int) {
	start = -1
	for i, t := range outside(toks) {
		if t.word("returning") || t.word("select") && (start < 0 || !behindUnion(toks[:i])) {
			start = i + 1
		}
	}
	if start < 0 {
		return -1, -1
	}
	for start < len(toks) && (toks[start].word("distinct") || toks[start].word("all")) {
		start++
	}
	for i, t := range outside(toks[start:]) {
		if slices.ContainsFunc(enders, t.word) || t.text == ";" {
			return start, start + i
		}
	}
	return start, len(toks)
}

// enders are the words behind the list.
var enders = []string{"from", "into", "where", "limit", "order", "union", "except", "intersect", "group"}

// behindUnion reports whether a select goes on with the rows of the one before.
func behindUnion(toks []token) bool {
	for i := len(toks) - 1; i >= 0 && i >= len(toks)-2; i-- {
		if toks[i].word("union") || toks[i].word("except") || toks[i].word("intersect") {
			return true
		}
	}
	return false
}

// split divides the list at commas outside of parentheses.
func split(toks []token) [][]token {
	var out [][]token
	from := 0
	for i, t := range outside(toks) {
		if t.text == "," {
			out = append(out, toks[from:i])
			from = i + 1
		}
	}
	return append(out, toks[from:])
}

// outside goes through the tokens that stand in no parentheses.
func outside(toks []token) iter.Seq2[int, token] {
	return func(yield func(int, token) bool) {
		depth := 0
		for i, t := range toks {
			switch {
			case t.text == "(" && !t.quoted:
				depth++
			case t.text == ")" && !t.quoted:
				depth--
			case depth <= 0 && !yield(i, t):
				return
			}
		}
	}
}

// names are what one column is called.
func names(item []token) []string {
	var out []string
	expr := item
	n := len(item)
	switch {
	case n > 2 && item[n-2].word("as") && item[n-1].name:
		out, expr = append(out, item[n-1].text), item[:n-2]
	case n > 1 && item[n-1].name && !slices.ContainsFunc(reserved, item[n-1].word) && (item[n-2].name || item[n-2].text == ")"):
		out, expr = append(out, item[n-1].text), item[:n-1]
	}
	if col := column(expr); col != "" && !slices.Contains(out, col) {
		out = append(out, col)
	}
	return out
}

// reserved are words that end an expression and are no alias.
var reserved = []string{"null", "end", "true", "false", "unknown"}

// keeping are functions that give back what they are given, at least in part.
var keeping = []string{"coalesce", "ifnull", "nullif", "lower", "upper", "trim", "ltrim", "rtrim", "min", "max", "any_value", "distinct"}

// column is the column that an expression is, without a cast and the functions
// above; empty if it is anything else.
func column(expr []token) string {
	if i := slices.IndexFunc(expr, func(t token) bool { return t.text == "::" }); i > 0 {
		expr = expr[:i]
	}
	n := len(expr)
	if n > 3 && expr[1].text == "(" && expr[n-1].text == ")" && slices.ContainsFunc(keeping, expr[0].word) {
		args := split(expr[2 : n-1])
		return column(args[0])
	}
	for i, t := range expr {
		if t.name != (i%2 == 0) || i%2 == 1 && t.text != "." {
			return ""
		}
	}
	if n%2 == 0 {
		return ""
	}
	return expr[n-1].text
}

// token is a word, a quoted name, a literal or a sign.
type token struct {
	text   string
	name   bool // it can be a name
	quoted bool
}

// word reports whether the token is a word of the language.
func (t token) word(w string) bool { return t.name && !t.quoted && strings.EqualFold(t.text, w) }

// scan takes a query apart. Comments and the contents of literals are dropped.
func scan(s string) []token {
	var out []token
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			i++
		case strings.HasPrefix(s[i:], "--"):
			i = until(s, i, "\n")
		case strings.HasPrefix(s[i:], "/*"):
			i = until(s, i+2, "*/")
		case c == '\'':
			i = until(s, i+1, "'")
			out = append(out, token{text: "'"})
		case c == '"' || c == '`' || c == '[':
			closing := string(c)
			if c == '[' {
				closing = "]"
			}
			end := until(s, i+1, closing)
			out = append(out, token{text: strings.TrimSuffix(s[i+1:end], closing), name: true, quoted: true})
			i = end
		case isWord(c):
			end := i
			for end < len(s) && (isWord(s[end]) || s[end] >= '0' && s[end] <= '9') {
				end++
			}
			out = append(out, token{text: s[i:end], name: true})
			i = end
		case strings.HasPrefix(s[i:], "::"):
			out = append(out, token{text: "::"})
			i += 2
		default:
			out = append(out, token{text: string(c)})
			i++
		}
	}
	return out
}

func isWord(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// until is the offset behind the next occurrence of what ends something.
func until(s string, from int, end string) int {
	if from > len(s) {
		return len(s)
	}
	if i := strings.Index(s[from:], end); i >= 0 {
		return from + i + len(end)
	}
	return len(s)
}

// Squashed is a name as drivers compare it: in lower case, without underscores.
func Squashed(name string) string { return strings.ReplaceAll(strings.ToLower(name), "_", "") }
