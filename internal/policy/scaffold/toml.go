package scaffold

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// tomlKey writes a dotted key, quoted where it has to be.
func tomlKey(parts ...string) string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = p
		if p == "" || strings.ContainsFunc(p, func(r rune) bool { return !bare(r) }) {
			out[i] = tomlString(p)
		}
	}
	return strings.Join(out, ".")
}

func bare(r rune) bool {
	return r == '_' || r == '-' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

// tomlString quotes a text as a basic string.
func tomlString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// tomlValue writes a value on one line. The keys of tables are sorted.
func tomlValue(v any) string {
	switch v := v.(type) {
	case string:
		return tomlString(v)
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case []string:
		return list(v)
	case []int:
		return list(v)
	case []any:
		return list(v)
	case map[string]string:
		return inlineTable(v)
	case map[string]any:
		return inlineTable(v)
	}
	panic(fmt.Sprintf("scaffold: a policy has no values of type %T", v))
}

func list[T any](l []T) string {
	out := make([]string, len(l))
	for i, v := range l {
		out[i] = tomlValue(v)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

func inlineTable[V any](m map[string]V) string {
	if len(m) == 0 {
		return "{}"
	}
	var out []string
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = append(out, tomlKey(k)+" = "+tomlValue(m[k]))
	}
	return "{ " + strings.Join(out, ", ") + " }"
}
