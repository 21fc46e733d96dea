package sqlcolumns

import (
	"slices"
	"testing"
)

func TestCounted(t *testing.T) {
	tests := []struct {
		query      string
		aggregated bool
		columns    []string
	}{
		{"SELECT count(*) FROM sessions WHERE token = $1", true, []string{"sessions.token"}},
		{"select COUNT(id) AS n from sessions s where s.token = ?", true, []string{"sessions.token"}},
		{"SELECT EXISTS (SELECT 1 FROM sessions WHERE token = $1) AS found", true, []string{"sessions.token"}},
		{"SELECT EXISTS(SELECT 1 FROM sessions WHERE token = $1 OR true)", true, nil},
		{"SELECT max(user_id) FROM sessions WHERE token = $1", true, nil},
		{"SELECT count(*) FROM sessions WHERE token = $1 GROUP BY user_id", false, nil},
		{"SELECT count(*) = 0 FROM sessions WHERE token = $1", false, nil},
		{"SELECT user_id FROM sessions WHERE token = $1", false, nil},
		{"SELECT count FROM sessions WHERE token = $1", false, nil},
		{"SELECT NOT EXISTS(SELECT 1 FROM sessions WHERE token = $1)", false, nil},
		{"DELETE FROM sessions WHERE token = $1", false, nil},
	}
	for _, test := range tests {
		var got []string
		for _, c := range Counted(test.query) {
			got = append(got, c.Table+"."+c.Name)
		}
		if a := Aggregated(test.query); a != test.aggregated || !slices.Equal(got, test.columns) {
			t.Errorf("%s: got %v, %q, want %v, %q", test.query, a, got, test.aggregated, test.columns)
		}
	}
}
