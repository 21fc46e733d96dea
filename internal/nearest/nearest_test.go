package nearest_test

import (
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/nearest"
)

func TestOf(t *testing.T) {
	words := []string{"email", "phone", "payment_card", "ip", "level"}
	for _, tt := range []struct{ word, want string }{
		{"emial", "email"},  // neighbours swapped
		{"emails", "email"}, // one too many
		{"Email", "email"},  // case
		{"PaymentCard", "payment_card"},
		{"payment-crad", "payment_card"},
		{"i", "ip"},
		{"levl", "level"},
		{"pay", "payment_card"}, // the beginning of a word
		{"pa", ""},
		{"levels", "level"},
		{"email", ""}, // right as it is
		{"xyz", ""},
		{"", ""},
		{strings.Repeat("email", 100), ""},
	} {
		if got := nearest.Of(tt.word, words); got != tt.want {
			t.Errorf("Of(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}

func TestOfPrefersTheFirstOfEqualWords(t *testing.T) {
	if got := nearest.Of("at", []string{"cat", "bat"}); got != "cat" {
		t.Errorf("got %q, want the first", got)
	}
}

func TestHint(t *testing.T) {
	if got := nearest.Hint("x"); got != ` (did you mean "x"?)` {
		t.Errorf("got %q", got)
	}
	if got := nearest.Hint(""); got != "" {
		t.Errorf("got %q, want nothing", got)
	}
}
