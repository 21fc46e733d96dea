// Package counted asks a database how many sessions have a token, or for a list of them.
package counted

import (
	"database/sql"
	"io"
	"net/http"

	"github.com/jmoiron/sqlx"

	"handlers/people"
)

type app struct {
	db *sql.DB
	x  *sqlx.DB
}

func (a *app) count(w http.ResponseWriter, r *http.Request) {
	var n int
	if err := a.db.QueryRow("SELECT count(*) FROM sessions WHERE token = ?", r.Header.Get("T")).Scan(&n); err != nil {
		return
	}
	io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
}

func (a *app) counted(w http.ResponseWriter, r *http.Request) {
	var n int
	if err := a.db.QueryRow("SELECT COUNT(id) AS n FROM sessions WHERE token = ?", r.Header.Get("T")).Scan(&n); err != nil || n == 0 {
		return
	}
	io.WriteString(w, people.Find("1").Email)
}

func (a *app) countedBackwards(w http.ResponseWriter, r *http.Request) {
	var n int
	if err := a.db.QueryRow("SELECT count(*) FROM sessions WHERE token = ?", r.Header.Get("T")).Scan(&n); err != nil || n > 0 {
		return
	}
	io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
}

func (a *app) countedByName(w http.ResponseWriter, r *http.Request) {
	var n int
	if err := a.x.Get(&n, "SELECT count(*) FROM users WHERE name = ?", r.Header.Get("N")); err != nil || n == 0 {
		return
	}
	io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
}

func (a *app) got(w http.ResponseWriter, r *http.Request) {
	var n int
	if err := a.x.Get(&n, "SELECT count(*) FROM sessions WHERE token = ?", r.Header.Get("T")); err != nil || n != 1 {
		return
	}
	io.WriteString(w, people.Find("1").Email)
}

func (a *app) exists(w http.ResponseWriter, r *http.Request) {
	var ok bool
	err := a.db.QueryRow("SELECT EXISTS(SELECT 1 FROM sessions WHERE token = ?)", r.Header.Get("T")).Scan(&ok)
	if err != nil || !ok {
		return
	}
	io.WriteString(w, people.Find("1").Email)
}

func (a *app) existsForNothing(w http.ResponseWriter, r *http.Request) {
	var ok bool
	err := a.db.QueryRow("SELECT EXISTS(SELECT 1 FROM sessions WHERE token = ?)", r.Header.Get("T")).Scan(&ok)
	if err != nil {
		return
	}
	io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
}

// set says yes by itself for some.
func (a *app) set(w http.ResponseWriter, r *http.Request) {
	var ok bool
	err := a.db.QueryRow("SELECT EXISTS(SELECT 1 FROM sessions WHERE token = ?)", r.Header.Get("T")).Scan(&ok)
	if r.Method == http.MethodGet {
		ok = true
	}
	if err != nil || !ok {
		return
	}
	io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
}

func (a *app) rows(w http.ResponseWriter, r *http.Request) {
	rows, err := a.db.Query("SELECT user_id FROM sessions WHERE token = ?", r.Header.Get("T"))
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		io.WriteString(w, people.Find("1").Email)
	}
	io.WriteString(w, people.Find("2").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
}

func (a *app) firstRow(w http.ResponseWriter, r *http.Request) {
	rows, err := a.db.Query("SELECT user_id FROM sessions WHERE token = ?", r.Header.Get("T"))
	if err != nil {
		return
	}
	defer rows.Close()
	if !rows.Next() {
		return
	}
	io.WriteString(w, people.Find("1").Email)
}

func serve(a *app) error {
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{
		"/1": a.count, "/2": a.counted, "/3": a.countedBackwards, "/4": a.countedByName, "/5": a.got, "/6": a.exists, "/7": a.existsForNothing, "/8": a.set,
		"/9": a.rows, "/10": a.firstRow,
	} {
		mux.HandleFunc(path, h)
	}
	return http.ListenAndServe(":1", mux)
}

var _ = serve
