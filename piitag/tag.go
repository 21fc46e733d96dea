package piitag

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Key is the struct tag key that marks personal data.
const Key = "pii"

// Tag is what a pii tag says about a field. The zero Tag says nothing.
type Tag struct {
	// NotPersonal is set for "-": somebody looked, it is not personal. All other
	// fields are zero then.
	NotPersonal bool
	// Class is the name of the class, never an alias.
	Class string
	// Level is the level that the tag names, or that of the class.
	Level Level
	// Subject is whose data it is: "customer", "employee"; "" if not said.
	Subject string
	// Purposes are what the data may be used for, in the order of the tag.
	Purposes []string
	// Retain is how long the data may be kept; zero if not said.
	Retain Period
	// Quasi is set for data that identifies a person only together with others.
	Quasi bool
}

// Personal reports whether the tag marks personal data.
func (t Tag) Personal() bool { return t.Class != "" && !t.NotPersonal }

// String writes the tag in its shortest form, options in a fixed order. Parse
// reads it back as the same tag.
func (t Tag) String() string {
	if t.NotPersonal {
		return "-"
	}
	var b strings.Builder
	b.WriteString(t.Class)
	if c, ok := Lookup(t.Class); (!ok || c.Level != t.Level) && t.Level != 0 {
		b.WriteString(",level=" + t.Level.String())
	}
	if t.Subject != "" {
		b.WriteString(",subject=" + t.Subject)
	}
	if len(t.Purposes) > 0 {
		b.WriteString(",purpose=" + strings.Join(t.Purposes, "|"))
	}
	if t.Retain != (Period{}) {
		b.WriteString(",retain=" + t.Retain.String())
	}
	if t.Quasi {
		b.WriteString(",quasi")
	}
	return b.String()
}

// Period is a span of time in calendar units: a month has no fixed number of
// days.
type Period struct {
	Count int  // at least 1, at most 99999
	Unit  byte // 'h' hours, 'd' days, 'w' weeks, 'm' months, 'y' years
}

const (
	periodUnits = "hdwmy"
	maxCount    = 99999
)

// ParsePeriod reads a period as a tag writes it: "90d", "6m".
func ParsePeriod(s string) (Period, error) {
	if s == "" {
		return Period{}, fmt.Errorf("empty period, want a number and h, d, w, m or y, like 90d")
	}
	digits, unit := s[:len(s)-1], s[len(s)-1]
	n, err := strconv.Atoi(digits)
	if err != nil || digits[0] < '1' || digits[0] > '9' || !strings.Contains(periodUnits, string(unit)) {
		return Period{}, fmt.Errorf("bad period %q, want a number and h, d, w, m or y, like 90d", s)
	}
	if n > maxCount {
		return Period{}, fmt.Errorf("period %q is longer than %d%c", s, maxCount, unit)
	}
	return Period{n, unit}, nil
}

// String writes the period as a tag does; the zero Period is "".
func (p Period) String() string {
	if p == (Period{}) {
		return ""
	}
	return strconv.Itoa(p.Count) + string(p.Unit)
}

// After returns the end of the period that begins at t.
func (p Period) After(t time.Time) time.Time {
	switch p.Unit {
	case 'h':
		return t.Add(time.Duration(p.Count) * time.Hour)
	case 'd':
		return t.AddDate(0, 0, p.Count)
	case 'w':
		return t.AddDate(0, 0, 7*p.Count)
	case 'm':
		return t.AddDate(0, p.Count, 0)
	case 'y':
		return t.AddDate(p.Count, 0, 0)
	}
	return t
}
