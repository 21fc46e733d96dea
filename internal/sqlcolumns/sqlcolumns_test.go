package sqlcolumns_test

import (
	"fmt"
	"testing"

	"github.com/piivet/piivet/internal/sqlcolumns"
)

func TestOf(t *testing.T) {
	for query, want := range map[string]string{
		"SELECT email FROM users":                                             "[[email]]",
		"select id, u.email, name from users u where u.id = $1":               "[[id] [email] [name]]",
		"SELECT DISTINCT \"E-Mail\", `phone`, [ssn] FROM t":                   "[[E-Mail] [phone] [ssn]]",
		"SELECT a.b.email AS mail, phone tel FROM t":                          "[[mail email] [tel phone]]",
		"SELECT count(*), lower(email), coalesce(u.phone, '') p FROM t":       "[[] [email] [p phone]]",
		"SELECT * FROM users":                                                 "[]",
		"SELECT id, u.* , email FROM users u":                                 "[[id]]",
		"SELECT email IS NOT NULL, email || phone, (select 1) x":              "[[] [] [x]]",
		"INSERT INTO users (email, phone) VALUES ($1, $2) RETURNING id":       "[[id]]",
		"UPDATE users SET email = $1 RETURNING id, email":                     "[[id] [email]]",
		"DELETE FROM users WHERE email = $1":                                  "[]",
		"WITH x AS (SELECT ssn FROM s) SELECT email FROM x":                   "[[email]]",
		"SELECT email FROM a UNION ALL SELECT phone FROM b":                   "[[email]]",
		"SELECT /* the address */ email -- of the customer\n FROM t":          "[[email]]",
		"SELECT email::text, 'phone, email' AS label, CASE WHEN x THEN 1 END": "[[email] [label] []]",
		"SELECT 'it''s', email FROM t":                                        "[[] [email]]",
		"SELECT email":                                                        "[[email]]",
		"SELECT":                                                              "[]",
		"":                                                                    "[]",
		"not a query at all":                                                  "[]",
		"SELECT ((( FROM":                                                     "[]",
	} {
		if got := fmt.Sprint(sqlcolumns.Of(query)); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("SELECT a.b AS c, d FROM e -- x")
	f.Add("select \"a, [b, 'c")
	f.Fuzz(func(_ *testing.T, s string) { sqlcolumns.Of(s) })
}
