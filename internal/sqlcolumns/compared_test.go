package sqlcolumns

import (
	"slices"
	"testing"
)

func TestCompared(t *testing.T) {
	tests := []struct {
		query   string
		columns []string
	}{
		{"SELECT id FROM users WHERE api_key = $1", []string{"users.api_key"}},
		{"select u.id from public.users u join orgs o on o.id = u.org where u.token = ? and u.active limit 1", []string{"users.token"}},
		{`SELECT * FROM "users" WHERE $1 = "users"."token_hash" AND expires_at > now()`, []string{"users.token_hash"}},
		{"SELECT id FROM users WHERE email = :email AND password = crypt(:password, password)", []string{"users.email", "users.password"}},
		{"UPDATE sessions SET seen = now() WHERE id = $1 RETURNING user_id", []string{"sessions.id"}},
		{"SELECT u.id FROM users u INNER JOIN tokens ON u.id = tokens.user_id WHERE tokens.hash = $1 AND u.id = $2", []string{"tokens.hash", "users.id"}},
		{"SELECT u.id FROM users AS u LEFT JOIN app.tokens t USING (user_id) WHERE T.hash = ?", []string{"tokens.hash"}},
		{"SELECT u.id FROM users u, tokens t WHERE t.user_id = u.id AND hash = ?", []string{"users.hash", "tokens.hash"}},
		{"SELECT id FROM (SELECT id FROM tokens) x JOIN users ON true WHERE users.id = ?", []string{"users.id"}},
		{"SELECT id FROM users WHERE token = $1 OR $1 = ''", nil},
		{"SELECT id FROM users WHERE NOT token = $1", nil},
		{"SELECT id FROM users WHERE token != $1", nil},
		{"SELECT id FROM users WHERE token <= $1", nil},
		{"SELECT id FROM users WHERE (token = $1 OR admin)", nil},
		{"SELECT id FROM users WHERE (token = $1) ORDER BY id", []string{"users.token"}},
		{"SELECT id FROM users WHERE token = 'x'", nil},
		{"SELECT id FROM users WHERE id IN (SELECT user_id FROM keys WHERE token = $1)", nil},
		{"SELECT id FROM users WHERE token = $1 UNION SELECT id FROM users", nil},
		{"SELECT id FROM users", nil},
	}
	for _, test := range tests {
		var got []string
		for _, c := range Compared(test.query) {
			got = append(got, c.Table+"."+c.Name)
		}
		if !slices.Equal(got, test.columns) {
			t.Errorf("%s: got %q, want %q", test.query, got, test.columns)
		}
	}
	if got := Condition("key = ? AND t.id = ? AND expires_at > ?"); !slices.Equal(got, []Column{{"", "key"}, {"t", "id"}}) {
		t.Errorf("a condition: got %q", got)
	}
}
