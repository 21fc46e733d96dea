package piitag_test

import (
	"encoding/json"
	"fmt"
	"net"
	"net/netip"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/piivet/piivet/piitag"
)

// secret is in every string that must not come out.
const secret = "s3cret"

type address struct {
	Street  string `json:"street" pii:"address"`
	Country string `json:"country"`
}

type base struct {
	ID    string
	Owner string `pii:"username"`
}

type customer struct {
	base
	Email    string            `json:"email" pii:"email"`
	Plan     string            `json:"plan" pii:"-"`
	Age      int               `json:"age" pii:"age"`
	Born     time.Time         `json:"born" pii:"dob"`
	Home     *address          `json:"home"`
	Others   []address         `json:"others"`
	ByName   map[string]string `json:"by_name" pii:"name"`
	Any      any               `json:"any"`
	Photo    []byte            `json:"photo" pii:"photo"`
	Whole    address           `json:"whole" pii:"message"`
	Flags    [2]bool           `json:"flags" pii:"health"`
	Broken   string            `json:"broken" pii:"emial"` //nolint:piitag // on purpose
	password string            `pii:"credential"`
	inner    *address
	next     *customer
}

func newCustomer() *customer {
	c := &customer{
		base:     base{ID: "c-1", Owner: secret},
		Email:    secret + "@example.org",
		Plan:     "gold",
		Age:      41,
		Born:     time.Date(1980, 1, 2, 0, 0, 0, 0, time.UTC),
		Home:     &address{secret, "DE"},
		Others:   []address{{secret, "FR"}},
		ByName:   map[string]string{secret + "a": secret, secret + "b": secret},
		Any:      map[string]any{"x": &address{secret, "IT"}, "n": 3},
		Photo:    []byte(secret),
		Whole:    address{secret, secret},
		Flags:    [2]bool{true, false},
		Broken:   secret,
		password: secret,
		inner:    &address{secret, "ES"},
	}
	c.next = c
	return c
}

func TestMask(t *testing.T) {
	c := newCustomer()
	got := piitag.Mask(c)

	want := &customer{
		base:     base{ID: "c-1", Owner: "[username]"},
		Email:    "s***@***.org",
		Plan:     "gold",
		Home:     &address{"[address]", "DE"},
		Others:   []address{{"[address]", "FR"}},
		ByName:   map[string]string{"s***": "s***", "s***#2": "s***"},
		Any:      map[string]any{"x": &address{"[address]", "IT"}, "n": 3},
		Photo:    []byte("[photo]"),
		Whole:    address{"[address]", "[message]"},
		Broken:   "[unknown]",
		password: "[credential]",
		inner:    &address{"[address]", "ES"},
	}
	want.next = want
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", *got, *want)
	}
	if got.next != got {
		t.Error("the copy of a cycle does not lead back to the copy")
	}
	if !reflect.DeepEqual(c, newCustomer()) {
		t.Errorf("the original changed: %+v", *c)
	}
}

func TestMaskKeepsWhatIsClean(t *testing.T) {
	type note struct{ Text string }
	type page struct {
		Note *note
		List []*note
		Any  any
		Map  map[string]any
	}
	p := &page{Note: &note{"a"}, List: []*note{{"b"}}, Any: &note{"c"}, Map: map[string]any{"d": &note{"d"}}}
	if got := piitag.Mask(p); got != p {
		t.Error("a value without personal data was copied")
	}
	type mixed struct {
		Page  *page
		Email string `pii:"email"`
	}
	m := mixed{p, secret}
	if got := piitag.Mask(m); got.Page != p || got.Email != "[email]" {
		t.Errorf("got %+v, want the same page and a masked address", got)
	}
}

func TestMaskTopLevel(t *testing.T) {
	if got := piitag.Mask("plain"); got != "plain" {
		t.Errorf("a string without a tag became %q", got)
	}
	if got := piitag.Mask[any](nil); got != nil {
		t.Errorf("nil became %v", got)
	}
	if got := piitag.Mask[*customer](nil); got != nil {
		t.Errorf("a nil pointer became %v", got)
	}
	var err error = &taggedError{Email: secret}
	if got := piitag.Mask(err); got.Error() != "no account for [email]" {
		t.Errorf("got %v", got)
	}
	if got := piitag.Mask([]any{address{secret, "DE"}, nil, 1}); !reflect.DeepEqual(got, []any{address{"[address]", "DE"}, nil, 1}) {
		t.Errorf("got %v", got)
	}
}

type taggedError struct {
	Email string `pii:"email"`
}

func (e *taggedError) Error() string { return "no account for " + e.Email }

func TestMaskCycles(t *testing.T) {
	m := map[string]any{"user": address{secret, "DE"}}
	m["self"] = m
	s := []any{&address{secret, "DE"}, nil}
	s[1] = s
	var p any
	p = &p // holds itself and nothing else
	for name, v := range map[string]any{"map": m, "slice": s, "pointer": p} {
		t.Run(name, func(t *testing.T) {
			got := piitag.Mask(v)
			if text := walkText(reflect.ValueOf(got), 5); strings.Contains(text, secret) {
				t.Errorf("got %s", text)
			}
		})
	}
	got := piitag.Mask(m)
	if inner := got["self"].(map[string]any); inner["user"] != (address{"[address]", "DE"}) {
		t.Errorf("the inner map is %v", inner["user"])
	}
	if got := piitag.Mask(s); got[1].([]any)[0].(*address).Street != "[address]" {
		t.Errorf("the inner slice is %v", got[1])
	}
}

// walkText prints everything reachable, to a depth.
func walkText(v reflect.Value, depth int) string {
	if depth == 0 || !v.IsValid() {
		return ""
	}
	var b strings.Builder
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		return walkText(v.Elem(), depth-1)
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			b.WriteString(walkText(v.Index(i), depth-1))
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			b.WriteString(walkText(it.Key(), depth-1) + walkText(it.Value(), depth-1))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			b.WriteString(walkText(v.Field(i), depth-1))
		}
	case reflect.String:
		return v.String() + " "
	}
	return b.String()
}

type list struct {
	Email string `pii:"email"`
	Next  *list
}

func TestMaskDeepNesting(t *testing.T) {
	var l *list
	for range 5000 {
		l = &list{secret, l}
	}
	got := piitag.Mask(l)
	n := 0
	for ; got != nil; got = got.Next {
		if last := got.Next == nil; got.Email != "[email]" && (!last || got.Email != "") {
			t.Fatalf("element %d is %q", n, got.Email)
		}
		n++
	}
	if n == 0 || n > 1000 {
		t.Errorf("%d elements were followed, want some, not all", n)
	}
}

func TestMaskHidden(t *testing.T) {
	type box struct{ v any }
	if got := piitag.Mask(box{address{secret, "DE"}}); got.v != (address{"[address]", "DE"}) {
		t.Errorf("a value in a hidden interface is %v", got.v)
	}
	if got := piitag.Mask(box{&address{secret, "DE"}}); *got.v.(*address) != (address{"[address]", "DE"}) {
		t.Errorf("a pointer in a hidden interface points to %v", got.v)
	}
	// A pointer to something that no tag mentions is private to its owner.
	inner := &box{v: address{secret, "DE"}}
	if got := piitag.Mask(box{inner}); got.v != inner {
		t.Error("a private pointer was followed")
	}
}

// TestMaskSharedHiddenFirst reaches the same slice through an unexported field,
// where pointers are private, and then through an exported one.
func TestMaskSharedHiddenFirst(t *testing.T) {
	type open struct{ V any }
	type both struct {
		hidden any
		Shown  any
	}
	shared := []any{&open{address{secret, "DE"}}}
	got := piitag.Mask(both{shared, shared})
	if v := got.Shown.([]any)[0].(*open).V; v != (address{"[address]", "DE"}) {
		t.Errorf("got %v", v)
	}
}

// locked holds what must not be touched while another goroutine uses it.
type locked struct {
	mu    sync.Mutex
	Email string `pii:"email"`
}

func TestMaskLeavesPrivateStateAlone(t *testing.T) {
	type state struct{ conns map[string]any }
	type server struct{ state *state }
	s := server{&state{map[string]any{"a": address{secret, ""}}}}
	if got := piitag.Mask(s); got.state != s.state {
		t.Error("a pointer to an untagged type in an unexported field was followed")
	}
	l := &locked{Email: secret}
	l.mu.Lock()
	defer l.mu.Unlock()
	if got := piitag.Mask(l); got.Email != "[email]" || l.Email != secret {
		t.Errorf("got %q from %q", got.Email, l.Email)
	}
}

func TestMaskNestedTags(t *testing.T) {
	type person struct {
		Name string `pii:"name"`
		SSN  string `pii:"ssn"`
		Note string `pii:"-"`
		Rest string
	}
	type file struct {
		Low    person `pii:"user_id"`
		High   person `pii:"health"`
		Pseudo person `pii:"-"`
	}
	p := person{secret, secret, secret, secret}
	got := piitag.Mask(file{p, p, p})
	want := file{
		Low:    person{"s***", "[ssn]", "[user_id]", "[user_id]"},
		High:   person{"[health]", "[ssn]", "[health]", "[health]"},
		Pseudo: person{"s***", "[ssn]", secret, secret},
	}
	if got != want {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

func TestMaskCoveredTypes(t *testing.T) {
	type kinds struct {
		Int    int             `pii:"income"`
		Float  float64         `pii:"income"`
		Bool   bool            `pii:"health"`
		Named  namedString     `pii:"belief"`
		Number json.Number     `pii:"income"`
		Raw    json.RawMessage `pii:"message"`
		IP     net.IP          `pii:"ip"`
		Addr   netip.Addr      `pii:"ip"`
		Addr6  netip.Addr      `pii:"ip"`
		Secret netip.Addr      `pii:"ip,level=high"`
		Ptr    *string         `pii:"email"`
		Nil    *string         `pii:"email"`
		Func   func()          `pii:"credential"`
		Chan   chan int        `pii:"credential"`
		Any    any             `pii:"email"`
		Keys   map[int]string  `pii:"email"`
		Empty  string          `pii:"email"`
		hidden any             `pii:"email"`
	}
	s := secret
	got := piitag.Mask(kinds{
		Int: 1, Float: 2, Bool: true, Named: secret, Number: "12", Raw: json.RawMessage(`"s3cret"`),
		IP: net.IPv4(192, 0, 2, 7), Addr: netip.MustParseAddr("192.0.2.7"), Addr6: netip.MustParseAddr("2001:db8:1:2::3"),
		Secret: netip.MustParseAddr("192.0.2.7"), Ptr: &s, Func: func() {}, Chan: make(chan int), Any: 7,
		Keys: map[int]string{1: secret, 2: secret}, hidden: secret,
	})
	masked := "[email]"
	want := kinds{Named: "[belief]", Addr: netip.MustParseAddr("192.0.2.0"), Addr6: netip.MustParseAddr("2001:db8:1::"),
		Ptr: &masked, Any: 0, Keys: map[int]string{0: "[email]"}, hidden: "[email]"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
	if text, err := json.Marshal(got.Number); err != nil || string(text) != "0" {
		t.Errorf("a masked number is written as %s, %v", text, err)
	}
	if s != secret {
		t.Errorf("the original changed: %q", s)
	}
}

type namedString string

func TestMaskMapKeys(t *testing.T) {
	type key struct {
		Email string `pii:"email"`
		N     int
	}
	got := piitag.Mask(map[key]string{{secret, 1}: "a", {secret, 2}: "b"})
	if want := map[key]string{{"[email]", 1}: "a", {"[email]", 2}: "b"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestMaskString(t *testing.T) {
	for _, tt := range []struct{ tag, in, want string }{
		{"email", "jane.doe@example.org", "j***@***.org"},
		{"mail", "jane.doe@example.org", "j***@***.org"},
		{"email", "jo@example.org", "***@***.org"},
		{"email", "李小龙@example.cn", "***@***.cn"},
		{"email", "jane.doe@intranet", "[email]"},
		{"email", "Jane <jane@example.org>", "[email]"},
		{"email", "@", "[email]"},
		{"email", "", ""},
		{"email,level=high", "jane.doe@example.org", "[email]"},
		{"email,level=low", "jane.doe@example.org", "j***@***.org"},
		{"name", "Jane Doe", "J***"},
		{"name", "Ångström", "Å***"},
		{"name", "Jo", "[name]"},
		{"name", "李小龙", "[name]"},
		{"name", "\xff\xff\xff\xff", "[name]"},
		{"phone", "+49 (30) 123-4567", "***67"},
		{"phone", "110", "[phone]"},
		{"phone", "call me", "[phone]"},
		{"payment_card", "4111 1111 1111 1111", "****1111"},
		{"payment_card", "4111-1111-1111-1111", "****1111"},
		{"payment_card", "4111", "[payment_card]"},
		{"payment_card", "4111 1111 1111 1111 12/30", "[payment_card]"},
		{"cvv", "123", "[card_security]"},
		{"ip", "192.0.2.7", "192.0.2.0/24"},
		{"ip", "::ffff:192.0.2.7", "192.0.2.0/24"},
		{"ip", "2001:db8:1:2::3", "2001:db8:1::/48"},
		{"ip", "fe80::1%eth0", "fe80::/48"},
		{"ip", "192.0.2.7:80", "[ip]"},
		{"ip,level=moderate", "192.0.2.7", "[ip]"},
		{"ssn", "123-45-6789", "[ssn]"},
		{"no such class", "x", "[unknown]"},
		{"", "x", "[unknown]"},
		{"-", "x", "x"},
	} {
		if got := piitag.MaskString(tt.tag, tt.in); got != tt.want {
			t.Errorf("MaskString(%q, %q) = %q, want %q", tt.tag, tt.in, got, tt.want)
		}
	}
}

func TestOptions(t *testing.T) {
	table, err := piitag.Builtin().With(piitag.Class{Name: "badge", Level: piitag.High})
	if err != nil {
		t.Fatal(err)
	}
	m, err := piitag.NewMasker(piitag.Options{
		Classes:  table,
		MinLevel: piitag.Moderate,
		Key:      []byte("0123456789abcdef0123456789abcdef"),
		Tag: func(t reflect.Type, f reflect.StructField) (string, bool) {
			return "token", t.Name() == "foreign" && f.Name == "Token"
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	type foreign struct{ Token, Other string }
	type staff struct {
		Badge string `pii:"badge"` //nolint:piitag // a class of this test
		Email string `pii:"email"`
		Again string `pii:"email"`
		IP    string `pii:"ip"`
		F     foreign
	}
	got := m.Mask(staff{secret, "a@b.org", "a@b.org", "192.0.2.7", foreign{secret, "x"}}).(staff)
	if got.Badge != "[badge]" || got.IP != "192.0.2.7" || got.F != (foreign{"[credential]", "x"}) {
		t.Errorf("got %+v", got)
	}
	if got.Email != got.Again || !strings.HasPrefix(got.Email, "[email ") || len(got.Email) != len("[email 0123456789abcdef]") {
		t.Errorf("pseudonyms are %q and %q", got.Email, got.Again)
	}
	if other := m.MaskString("email", "b@b.org"); other == got.Email {
		t.Error("different texts have equal pseudonyms")
	}
	if name := m.MaskString("name", "a@b.org"); strings.TrimPrefix(name, "[name ") == strings.TrimPrefix(got.Email, "[email ") {
		t.Error("pseudonyms of different classes can be compared")
	}
	if got := m.MaskString("ip", "192.0.2.7"); got != "192.0.2.7" {
		t.Errorf("data below the lowest level became %q", got)
	}
}

func TestNewMaskerErrors(t *testing.T) {
	_, err := piitag.NewMasker(piitag.Options{Attrs: map[string]string{"user": "emial"}})
	if err == nil || !strings.Contains(err.Error(), `attribute "user"`) || !strings.Contains(err.Error(), `"email"`) {
		t.Errorf("got %v", err)
	}
}

func TestJSON(t *testing.T) {
	c := newCustomer()
	got, err := piitag.JSON(c)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"ID":"c-1","Owner":"[username]","email":"s***@***.org","plan":"gold","age":0,` +
		`"born":"0001-01-01T00:00:00Z","home":{"street":"[address]","country":"DE"},` +
		`"others":[{"street":"[address]","country":"FR"}],"by_name":{"s***":"s***","s***#2":"s***"},` +
		`"any":{"n":3,"x":{"street":"[address]","country":"IT"}},"photo":"W3Bob3RvXQ==",` +
		`"whole":{"street":"[address]","country":"[message]"},"flags":[false,false],"broken":"[unknown]"}`
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestValue(t *testing.T) {
	v := piitag.Masked(address{secret, "DE"})
	type holder struct{ v piitag.Value }
	for format, want := range map[string]string{
		"%v":  "{[address] DE}",
		"%+v": "{Street:[address] Country:DE}",
		"%s":  "{[address] DE}",
	} {
		if got := fmt.Sprintf(format, v); got != want {
			t.Errorf("%s gives %q, want %q", format, got, want)
		}
	}
	if got := fmt.Sprintf("%#v", v); strings.Contains(got, secret) || !strings.Contains(got, "Country:\"DE\"") {
		t.Errorf("%%#v gives %s", got)
	}
	if got := fmt.Sprintf("%+v", holder{v}); strings.Contains(got, secret) {
		t.Errorf("in an unexported field it prints %s", got)
	}
	if got, err := json.Marshal(map[string]any{"a": v}); err != nil || string(got) != `{"a":{"street":"[address]","country":"DE"}}` {
		t.Errorf("JSON is %s, %v", got, err)
	}
	if got := v.String(); got != "{Street:[address] Country:DE}" {
		t.Errorf("String gives %q", got)
	}
	var zero piitag.Value
	if got := fmt.Sprint(zero, zero.LogValue()); got != "<nil> <nil>" {
		t.Errorf("the zero Value prints %q", got)
	}
}

func TestMaskConcurrently(t *testing.T) {
	m, err := piitag.NewMasker(piitag.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := newCustomer()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := m.Mask(c).(*customer); got.Email != "s***@***.org" {
				t.Errorf("got %q", got.Email)
			}
		})
	}
	wg.Wait()
}

// tree is a type in which everything can hold everything.
type tree struct {
	Mail  string `pii:"email,level=high"`
	Any   any
	Ptr   *tree
	Slice []tree
	Map   map[string]*tree
	inner any
	*twig
}

type twig struct {
	Token string `pii:"token"`
	up    *tree
}

// grow builds a tree, with cycles, as the bytes say.
func grow(data []byte, up *tree, depth int) (*tree, []byte) {
	t := &tree{Mail: secret}
	for len(data) > 0 && depth < 20 {
		op := data[0]
		data = data[1:]
		var child *tree
		if op&1 != 0 {
			child, data = grow(data, t, depth+1)
		} else {
			child = up
		}
		if child == nil {
			child = t
		}
		switch op >> 1 % 8 {
		case 0:
			return t, data
		case 1:
			t.Any = child
		case 2:
			t.Ptr = child
		case 3:
			t.Slice = append(t.Slice, *child)
		case 4:
			t.Map = map[string]*tree{"k": child, "up": up}
		case 5:
			t.inner = *child
		case 6:
			t.twig = &twig{secret, up}
		case 7:
			t.Any = []any{map[any]any{"k": child, 1: t.Any}, *child}
		}
	}
	return t, data
}

func FuzzMask(f *testing.F) {
	for _, s := range []string{"", "\x03\x05\x07", "\x02\x04\x06\x08\x0a\x0c\x0e", "\x0f\x0f\x0f\x00\x00\x0e", "\x09\x0b\x0d\x03\x00\x02"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 64 {
			return
		}
		root, _ := grow(data, nil, 0)
		got := piitag.Mask(root)
		if text := walkText(reflect.ValueOf(got), 12); strings.Contains(text, secret) {
			t.Errorf("%x: the copy holds the secret", data)
		}
		if root.Mail != secret {
			t.Errorf("%x: the original changed", data)
		}
	})
}

func FuzzMaskString(f *testing.F) {
	for _, s := range []string{"jane.doe@example.org", "+49 30 1234567", "4111 1111 1111 1111", "192.0.2.7", "Jane", "\xff@a.bc", "1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range piitag.Classes() {
			got := piitag.MaskString(c.Name, s)
			switch {
			case s == "":
				if got != "" {
					t.Errorf("the empty string became %q", got)
				}
			case c.Level == piitag.High && c.Name != "payment_card" && got != "["+c.Name+"]":
				t.Errorf("%s of high level is shown as %q", c.Name, got)
			case len(got) > len("[sexual_orientation]"):
				t.Errorf("%s %q is shown as %q", c.Name, s, got)
			case got == s && !strings.HasPrefix(s, "["):
				if c.Name != "email" && c.Name != "name" { // a mask is its own mask
					t.Errorf("%s %q is shown as it is", c.Name, s)
				}
			}
		}
	})
}
