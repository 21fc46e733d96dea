package piitag_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/piivet/piivet/piitag"
)

// logged runs f with a logger and returns what it wrote, without the time.
func logged(t *testing.T, json bool, replace func([]string, slog.Attr) slog.Attr, f func(*slog.Logger)) string {
	t.Helper()
	var buf bytes.Buffer
	o := &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && (a.Key == slog.TimeKey || a.Key == slog.LevelKey || a.Key == slog.MessageKey) {
			return slog.Attr{}
		}
		if replace != nil {
			return replace(groups, a)
		}
		return a
	}}
	var h slog.Handler = slog.NewTextHandler(&buf, o)
	if json {
		h = slog.NewJSONHandler(&buf, o)
	}
	f(slog.New(h))
	return strings.TrimSpace(buf.String())
}

func TestReplaceAttr(t *testing.T) {
	a := address{secret, "DE"}
	for name, tt := range map[string]struct {
		json bool
		f    func(*slog.Logger)
		want string
	}{
		"text":    {false, func(l *slog.Logger) { l.Info("m", "a", a) }, `a="{Street:[address] Country:DE}"`},
		"json":    {true, func(l *slog.Logger) { l.Info("m", "a", &a) }, `{"a":{"street":"[address]","country":"DE"}}`},
		"with":    {false, func(l *slog.Logger) { l.With("a", []any{a}).Info("m") }, `a="[{Street:[address] Country:DE}]"`},
		"group":   {true, func(l *slog.Logger) { l.WithGroup("g").Info("m", "a", a, "n", 1) }, `{"g":{"a":{"street":"[address]","country":"DE"},"n":1}}`},
		"error":   {false, func(l *slog.Logger) { l.Info("m", "err", &taggedError{secret}) }, `err="no account for [email]"`},
		"plain":   {false, func(l *slog.Logger) { l.Info("m", "s", "x", "n", nil, "d", time.Second) }, `s=x n=<nil> d=1s`},
		"as zero": {false, func(l *slog.Logger) { l.Info("m", "v", piitag.Masked(7)) }, `v=7`},
	} {
		if got := logged(t, tt.json, piitag.ReplaceAttr, tt.f); got != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, tt.want)
		}
	}
}

func TestReplaceAttrGroupValue(t *testing.T) {
	group := slog.Group("g", slog.Any("a", address{secret, "DE"}))
	if got := piitag.ReplaceAttr(nil, group).String(); got != "g=[a={[address] DE}]" {
		t.Errorf("got %s", got)
	}
	if strings.Contains(group.String(), "[address]") {
		t.Errorf("the group that was given changed: %s", group)
	}
}

func TestReplaceAttrKeys(t *testing.T) {
	m, err := piitag.NewMasker(piitag.Options{MinLevel: piitag.Moderate, Attrs: map[string]string{
		"email": "email", "http.client": "ip,level=moderate", "user": "name", "lang": "language"}})
	if err != nil {
		t.Fatal(err)
	}
	got := logged(t, false, m.ReplaceAttr, func(l *slog.Logger) {
		l = l.With("email", "jane@example.org", "lang", "de", "client", "c")
		l.Info("m", slog.Group("http", "client", "192.0.2.7", "path", "/"),
			slog.Group("user", "first", "Jane", "age", 7, "err", fmt.Errorf("x"), "at", stringer{}, "a", address{secret, "DE"}))
	})
	const want = `email=j***@***.org lang=de client=c http.client=[ip] http.path=/ ` +
		`user.first=J*** user.age=[name] user.err=[name] user.at=t*** user.a="{Street:[address] Country:[name]}"`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	attr := m.ReplaceAttr(nil, slog.Group("user", "a", 1, slog.Group("b", "c", "Jane")))
	if got := attr.String(); got != "user=[a=[name] b=[c=J***]]" {
		t.Errorf("a group as value is %s", got)
	}
	if got := m.ReplaceAttr(nil, slog.Any("email", nil)); got.Value.Any() != nil {
		t.Errorf("nil became %v", got)
	}
}

type stringer struct{}

func (stringer) String() string { return "text of it" }

type account struct {
	ID    string   `json:"id" pii:"user_id"`
	Email string   `json:"email" pii:"email"`
	Skip  string   `json:"-" pii:"email"`
	Home  *address `json:"home"`
	Since time.Time
	Up    *account
	List  []address
	Any   any
	twig
	*base
	secret string
}

func (a account) LogValue() slog.Value { return piitag.LogValue(a) }

func TestLogValue(t *testing.T) {
	a := account{ID: secret, Email: "jane@example.org", Skip: secret, Home: &address{secret, "DE"},
		Since: time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC), List: []address{{secret, "FR"}}, Any: address{secret, "IT"},
		twig: twig{Token: secret}, secret: secret}
	got := logged(t, true, nil, func(l *slog.Logger) { l.Info("m", "a", a) })
	const want = `{"a":{"id":"[user_id]","email":"j***@***.org","home":{"street":"[address]","country":"DE"},` +
		`"Since":"2020-01-02T03:04:05Z","Up":null,"List":[{"street":"[address]","country":"FR"}],` +
		`"Any":{"street":"[address]","country":"IT"},"Token":"[credential]"}}`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestLogValueCycle(t *testing.T) {
	a := &account{ID: "1"}
	a.Up = &account{ID: "2", Up: a}
	got := logged(t, false, nil, func(l *slog.Logger) { l.Info("m", "a", a) })
	if !strings.Contains(got, "a.Up.id=[user_id]") || !strings.Contains(got, "a.Up.Up.Up=[cycle]") {
		t.Errorf("got %s", got)
	}
	var deep *account
	for range 100 {
		deep = &account{Up: deep}
	}
	got = logged(t, false, nil, func(l *slog.Logger) { l.Info("m", "a", deep) })
	if !strings.Contains(got, ".Up=[...]") || strings.Count(got, "Since") > 20 {
		t.Errorf("got %s", got)
	}
}

type (
	mailList []string
	mail     string
	count    int
)

func (m mailList) LogValue() slog.Value { return piitag.LogValue(m) }
func (m mail) LogValue() slog.Value     { return piitag.LogValue(m) }
func (c count) LogValue() slog.Value    { return piitag.LogValue(c) }

func TestLogValueOfOtherTypes(t *testing.T) {
	for want, v := range map[string]any{
		"v=[a]":     mailList{"a"},
		"v=a":       mail("a"),
		"v=3":       count(3),
		"v=<nil>":   piitag.LogValue(nil),
		"v=2.5":     piitag.LogValue(2.5),
		"v=[1]":     piitag.LogValue([]int{1}),
		"v=x":       piitag.LogValue(fmt.Errorf("x")),
		"v=1m0s":    piitag.Masked(time.Minute),
		"v=map[a:]": piitag.LogValue(map[string]string{"a": ""}),
		"v.a=1": piitag.LogValue(struct {
			A any `json:"a"`
		}{1}),
	} {
		if got := logged(t, false, nil, func(l *slog.Logger) { l.Info("m", "v", v) }); got != want {
			t.Errorf("%T: got %s, want %s", v, got, want)
		}
	}
	var none *account
	if got := piitag.LogValue(none); got.Kind() != slog.KindAny || got.Any() != nil {
		t.Errorf("a nil pointer is logged as %v", got)
	}
}

// TestMaskedIsLazy makes sure that masking waits for the handler.
func TestMaskedIsLazy(t *testing.T) {
	asked := 0
	v := piitag.Masked(counter{&asked})
	l := slog.New(slog.DiscardHandler)
	l.Log(context.Background(), slog.LevelDebug, "m", "v", v)
	if asked != 0 {
		t.Error("a discarded line was formatted")
	}
	_ = v.String()
	if asked != 1 {
		t.Errorf("formatted %d times, want once", asked)
	}
}

type counter struct{ n *int }

func (c counter) String() string { *c.n++; return "" }
