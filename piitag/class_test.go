package piitag_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/piivet/piivet/piitag"
)

func TestClasses(t *testing.T) {
	classes := piitag.Classes()
	if n := len(classes); n < 40 || n > 60 {
		t.Errorf("%d classes", n)
	}
	if !slices.IsSortedFunc(classes, func(a, b piitag.Class) int { return int(a.Level) - int(b.Level) }) {
		t.Error("the table is not in the order of levels")
	}
	for _, c := range classes {
		if len(c.Anchors) == 0 || c.Meaning == "" || strings.ContainsAny(c.Meaning, "\n|") || strings.HasSuffix(c.Meaning, ".") {
			t.Errorf("%s: anchors %q, meaning %q", c.Name, c.Anchors, c.Meaning)
		}
		for _, word := range append([]string{c.Name}, c.Aliases...) {
			if got, ok := piitag.Lookup(word); !ok || got.Name != c.Name {
				t.Errorf("Lookup(%q) = %q, %t, want %q", word, got.Name, ok, c.Name)
			}
		}
	}
	classes[0].Name = "changed"
	if piitag.Classes()[0].Name == "changed" {
		t.Error("Classes hands out its own memory")
	}
}

// TestClassLevels holds the levels that users rely on.
func TestClassLevels(t *testing.T) {
	for level, names := range map[piitag.Level]string{
		piitag.Low:      "user_id device_id cookie_id ip location language age age_band gender",
		piitag.Moderate: "name email phone address dob photo income vehicle message message_content unknown",
		piitag.High: "national_id passport ssn drivers_license tax_id payment_card card_security bank_account credential password " +
			"health biometric genetic belief ethnicity sexual_orientation criminal_record precise_location minor",
	} {
		for _, name := range strings.Fields(names) {
			if c, ok := piitag.Lookup(name); !ok || c.Level != level {
				t.Errorf("%s is %v, %t, want %v", name, c.Level, ok, level)
			}
		}
	}
}

func TestTableWith(t *testing.T) {
	badge := piitag.Class{Name: "badge", Level: piitag.High, Aliases: []string{"pass"}}
	table, err := piitag.Builtin().With(badge, piitag.Class{Name: "ip", Level: piitag.Moderate})
	if err != nil {
		t.Fatal(err)
	}
	if c, ok := table.Lookup("pass"); !ok || !reflect.DeepEqual(c, badge) {
		t.Errorf("got %+v, %t", c, ok)
	}
	if c, _ := table.Lookup("ip"); c.Level != piitag.Moderate {
		t.Errorf("ip is %v, want the new level", c.Level)
	}
	if tag, err := table.Parse("badge,quasi"); err != nil || tag.Class != "badge" || tag.Level != piitag.High {
		t.Errorf("got %+v, %v", tag, err)
	}
	if _, ok := piitag.Lookup("badge"); ok {
		t.Error("the built-in table changed")
	}
	if n := len(table.Classes()); n != len(piitag.Classes())+1 {
		t.Errorf("%d classes", n)
	}
	if got := table.Nearest("badeg"); got != "badge" {
		t.Errorf("Nearest gives %q", got)
	}
}

func TestTableWithErrors(t *testing.T) {
	for want, c := range map[string]piitag.Class{
		`class "badge" has no level`:                       {Name: "badge"},
		`class name "Badge": want lower case letters`:      {Name: "Badge", Level: piitag.Low},
		`class name "": want lower case letters`:           {Level: piitag.Low},
		`class name "9a": want lower case letters`:         {Name: "9a", Level: piitag.Low},
		`class name "retain" is a word of the tag grammar`: {Name: "retain", Level: piitag.Low},
		`"mail" already stands for class "email"`:          {Name: "badge", Level: piitag.Low, Aliases: []string{"mail"}},
		`"badge" already stands for class "badge"`:         {Name: "badge", Level: piitag.Low, Aliases: []string{"badge"}},
	} {
		if _, err := piitag.Builtin().With(c); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("With(%+v): %v, want %s", c, err, want)
		}
	}
}

func TestLevel(t *testing.T) {
	for i, name := range []string{"low", "moderate", "high"} {
		l := piitag.Level(i + 1)
		if got, err := piitag.ParseLevel(name); got != l || err != nil || l.String() != name {
			t.Errorf("ParseLevel(%q) = %v, %v", name, got, err)
		}
		text, err := json.Marshal(l)
		var back piitag.Level
		if err != nil || json.Unmarshal(text, &back) != nil || back != l {
			t.Errorf("%v: JSON %s, %v, gives %v", l, text, err, back)
		}
	}
	if _, err := piitag.ParseLevel("hihg"); err == nil || !strings.HasSuffix(err.Error(), `(did you mean "high"?)`) {
		t.Errorf("got %v", err)
	}
	if _, err := json.Marshal(piitag.Level(0)); err == nil {
		t.Error("no level was written")
	}
	if err := new(piitag.Level).UnmarshalText([]byte("x")); err == nil {
		t.Error("a wrong level was read")
	}
	if got := piitag.Level(9).String(); got != "none" {
		t.Errorf("got %q", got)
	}
}

func TestTagString(t *testing.T) {
	for _, text := range []string{"-", "email", "email,level=low", "unknown,level=high",
		"name,level=high,subject=s,purpose=a|b,retain=6m,quasi"} {
		tag, err := piitag.Parse(text)
		if err != nil || tag.String() != text {
			t.Errorf("Parse(%q) prints %q, %v", text, tag, err)
		}
	}
	if tag := (piitag.Tag{Class: "own", Level: piitag.Low}); tag.String() != "own,level=low" {
		t.Errorf("a class of one's own prints %q", tag)
	}
	var zero piitag.Tag
	if zero.String() != "" || zero.Personal() {
		t.Errorf("the zero tag prints %q, personal %t", zero, zero.Personal())
	}
}

func TestPeriod(t *testing.T) {
	start := time.Date(2024, 1, 31, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]time.Time{
		"36h": start.Add(36 * time.Hour),
		"90d": time.Date(2024, 4, 30, 12, 0, 0, 0, time.UTC),
		"2w":  time.Date(2024, 2, 14, 12, 0, 0, 0, time.UTC),
		"2m":  time.Date(2024, 3, 31, 12, 0, 0, 0, time.UTC),
		"1y":  time.Date(2025, 1, 31, 12, 0, 0, 0, time.UTC),
	} {
		p, err := piitag.ParsePeriod(text)
		if err != nil || p.String() != text || !p.After(start).Equal(want) {
			t.Errorf("%s: %v, %v, ends %v, want %v", text, p, err, p.After(start), want)
		}
	}
	var zero piitag.Period
	if !zero.After(start).Equal(start) || zero.String() != "" {
		t.Error("the zero period is not empty")
	}
}
