package sqlcolumns

import (
	"slices"
	"testing"
)

func TestCompared(t *testing.T) {
	tests := []struct {
		query, table string
		columns      []string
	}{
		{"SELECT id FROM users WHERE api_key = $1", "users", []string{"api_key"}},
		{"select u.id from public.users u join orgs o on o.id = u.org where u.token = ? and u.active limit 1", "users", []string{"token"}},
		{`SELECT * FROM "users" WHERE $1 = "users"."token_hash" AND expires_at > now()`, "users", []string{"token_hash"}},
		{"SELECT id FROM users WHERE email = :email AND password = crypt(:password, password)", "users", []string{"email", "password"}},
		{"UPDATE sessions SET seen = now() WHERE id = $1 RETURNING user_id", "sessions", []string{"id"}},
		{"SELECT id FROM users WHERE token = $1 OR $1 = ''", "users", nil},
		{"SELECT id FROM users WHERE NOT token = $1", "users", nil},
		{"SELECT id FROM users WHERE token != $1", "users", nil},
		{"SELECT id FROM users WHERE token <= $1", "users", nil},
		{"SELECT id FROM users WHERE (token = $1 OR admin)", "users", nil},
		{"SELECT id FROM users WHERE (token = $1) ORDER BY id", "users", []string{"token"}},
		{"SELECT id FROM users WHERE token = 'x'", "users", nil},
		{"SELECT id FROM users WHERE id IN (SELECT user_id FROM keys WHERE token = $1)", "users", nil},
		{"SELECT id FROM users WHERE token = $1 UNION SELECT id FROM users", "", nil},
		{"SELECT id FROM users", "users", nil},
	}
	for _, test := range tests {
		table, columns := Compared(test.query)
		if table != test.table || !slices.Equal(columns, test.columns) {
			t.Errorf("%s: got %s %q, want %s %q", test.query, table, columns, test.table, test.columns)
		}
	}
	if got := Condition("key = ? AND expires_at > ?"); !slices.Equal(got, []string{"key"}) {
		t.Errorf("a condition: got %q", got)
	}
}
