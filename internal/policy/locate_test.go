package policy

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

const tricky = `# a comment with [brackets] = "and" more
top = 1 # and another
"quo\"ted" = "a # b ] } = \" c"
'lit#eral' = 'a \ # b'
dotted . key."with.dot" = true
multi = """
[not.a.table]
x = "1"
ends with \""" and two more quotes"""""
raw = '''
[[nor.this]]
'''''
list = [ 1, [2, "]"], # comment ]
  { a = 1, b.c = [ { d = "}" } ] }, '''x''',
]
` + "crlf = 1\r\n" + `
[ table . "sub#1" ]   # comment
when = 1979-05-27T07:32:00Z
[[array]]
n = 1
  [array.sub]
  n = 2
  [[array.more]]
  n = 3
  [[array.more]]
  n = 4
[[array]]
n = 5
[array.sub]
n = 6
`

// TestLocate looks up the place of every key and array element of a file that
// uses all the forms that TOML has.
func TestLocate(t *testing.T) {
	if err := toml.Unmarshal([]byte(tricky), new(map[string]any)); err != nil {
		t.Fatal(err)
	}
	checkPlaces(t, tricky)
	l := locate(tricky)
	for path, want := range map[string]string{
		child("", "lit#eral"):                                           "'lit#eral'",
		child(child("", "dotted"), "key"):                               "key",
		child(child(child("", "table"), "sub#1"), "when"):               "when",
		child(elem(child("", "array"), 1), "n"):                         "n = 5",
		child(elem(child(elem(child("", "array"), 0), "more"), 1), "n"): "n = 4",
		child(child(elem(child("", "array"), 1), "sub"), "n"):           "n = 6",
	} {
		if at := l.places[path].key; !strings.HasPrefix(tricky[at:], want) {
			t.Errorf("%q stands at %q, want %q", path, tricky[at:at+10], want)
		}
	}
	at := l.places[child(child("", "table"), "sub#1")]
	if line, col := l.position(at.key); tricky[at.key] != '[' || col != 1 || line != 1+strings.Count(tricky[:at.key], "\n") {
		t.Errorf("the table stands at %d:%d", line, col)
	}
}

// checkPlaces asserts that all keys of a valid file have places.
func checkPlaces(t *testing.T, src string) {
	t.Helper()
	var doc map[string]any
	if _, err := toml.Decode(src, &doc); err != nil {
		return
	}
	l := locate(src)
	if len(l.twice) > 0 { // the library keeps only one of the values
		return
	}
	var check func(prefix string, v any)
	check = func(prefix string, v any) {
		if at, ok := l.places[prefix]; prefix != "" && (!ok || at.key >= len(src) || at.value > len(src)) {
			t.Errorf("no place for %q in\n%q", prefix, src)
		}
		if list, ok := tables(v); ok {
			for i, m := range list {
				check(elem(prefix, i), m)
			}
			return
		}
		switch v := v.(type) {
		case map[string]any:
			for key, value := range v {
				check(child(prefix, key), value)
			}
		case []any:
			for i, value := range v {
				check(elem(prefix, i), value)
			}
		}
	}
	check("", doc)
}

func FuzzLocate(f *testing.F) {
	f.Add(tricky)
	f.Add("a.b = 1\n[c]\n'd' = [[1],[ ]]\n[[e]]\n[[e.f]]\n[e.g]\n")
	f.Add("a = {b = {c = 1}}\nd = \"\"\"\"\"\"\ne = ''''a'''''\n\"\\u0061b\" = 0x1F")
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) < 1000 {
			checkPlaces(t, src)
		}
	})
}
