package piitag

import (
	"errors"
	"fmt"
	"strings"

	"github.com/piivet/piivet/internal/nearest"
)

// Level says how much harm the loss of the data can do to the person it is
// about. These are the impact levels of NIST SP 800-122, section 3.1. Levels are
// ordered; the zero value is no level.
type Level uint8

// The levels of impact on the person.
const (
	Low      Level = iota + 1 // limited adverse effect: pseudonyms, coarse data
	Moderate                  // serious adverse effect: identity, contact data
	High                      // severe effect: identity theft, discrimination, danger
)

// LevelNames lists the words for levels as they are written in tags, lowest
// first.
func LevelNames() []string {
	return []string{"low", "moderate", "high"}
}

// ParseLevel reads a level as it is written in a tag. The error suggests the
// nearest level where there is one.
func ParseLevel(s string) (Level, error) {
	for i, name := range LevelNames() {
		if s == name {
			return Level(i + 1), nil
		}
	}
	hint := nearest.Hint(nearest.Of(s, LevelNames()))
	return 0, fmt.Errorf("unknown level %q, want low, moderate or high%s", s, hint)
}

// String gives the word that a tag uses for the level.
func (l Level) String() string {
	if l < Low || l > High {
		return "none"
	}
	return LevelNames()[l-1]
}

// MarshalText writes the level as a tag does. It fails for a value that is no
// level.
func (l Level) MarshalText() ([]byte, error) {
	if l < Low || l > High {
		return nil, errors.New("piitag: no level")
	}
	return []byte(l.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (l *Level) UnmarshalText(text []byte) error {
	level, err := ParseLevel(string(text))
	if err != nil {
		return fmt.Errorf("piitag: %w", err)
	}
	*l = level
	return nil
}

// guessLevel reads a level that is not written quite right. It serves to treat
// a broken tag no milder than its author wanted.
func guessLevel(s string) Level {
	s = strings.TrimSpace(strings.ToLower(s))
	if l, err := ParseLevel(s); err == nil {
		return l
	}
	l, _ := ParseLevel(nearest.Of(s, LevelNames()))
	return l
}
