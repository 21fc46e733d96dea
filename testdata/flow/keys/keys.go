// Package keys reads data that has no struct and no tag: its key says what it
// is.
package keys

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
)

func form(w http.ResponseWriter, r *http.Request) {
	log.Printf("%s", r.FormValue("email"))                    // want `email from r.FormValue\("email"\) reaches log.Printf without redaction`
	log.Println(r.PostFormValue("phone"))                     // want `phone from r.PostFormValue\("phone"\) reaches log.Println`
	log.Println(r.PathValue("ssn"))                           // want `ssn from r.PathValue\("ssn"\) reaches log.Println`
	log.Println(r.URL.Query().Get("dateOfBirth"))             // want `dob from r.URL.Query\(\).Get\("dateOfBirth"\) reaches log.Println`
	log.Println(r.URL.Query()["email"])                       // want `email from r.URL.Query\(\)\["email"\] reaches log.Println`
	log.Println(r.Form["email"], r.PostForm["first-name"][0]) // want `email from r.Form\["email"\] and name from r.PostForm\["first-name"\] reach log.Println`
	log.Println(r.Form.Get("iban"))                           // want `bank_account from r.Form.Get\("iban"\) reaches log.Println`
	log.Println(r.FormValue("user[email]"))                   // want `email from r.FormValue\("user\[email\]"\) reaches log.Println`

	log.Println(r.FormValue("name"), r.FormValue("address"), r.FormValue("token"), r.FormValue("id"), r.FormValue("q"))
	log.Println(r.FormValue("email_verified"), r.URL.Query().Get("page"), r.Form["sort"])
	log.Println(r.Header.Get("email")) // want `email from r.Header.Get\("email"\) reaches log.Println`
	log.Println(r.Header["Email"])     // want `email from r.Header\["Email"\] reaches log.Println`
	log.Println(len(r.FormValue("email")), r.FormValue("email") == "")
	log.Println(mask(r.FormValue("email")))
}

//pii:redact
func mask(s string) string { return "***" }

func middle(r *http.Request) error {
	email := strings.TrimSpace(r.FormValue("email"))
	return fmt.Errorf("no account for %s", email) // want `email from r.FormValue\("email"\) reaches fmt.Errorf`
}

func logIt(s string) { log.Print(s) }

func helped(r *http.Request) { logIt(r.FormValue("email")) } // want `email from r.FormValue\("email"\) reaches log.Print`

func handlers(mux *http.ServeMux) {
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		log.Print(r.FormValue("email")) // want `email from r.FormValue\("email"\) reaches log.Print`
		log.Print(r.Form["phone"])      // want `phone from`
	})
}

const key = "email"

func constant(r *http.Request, which string) {
	log.Print(r.FormValue(key)) // want `email from r.FormValue\(key\) reaches log.Print`
	log.Print(r.FormValue(which))
}

func decoded(body io.Reader) {
	var m map[string]any
	if err := json.NewDecoder(body).Decode(&m); err != nil {
		return
	}
	log.Print(m["ssn"]) // want `ssn from m\["ssn"\] reaches log.Print`
	if s, ok := m["email"].(string); ok {
		log.Print(s) // want `email from m\["email"\] reaches log.Print`
	}
	log.Print(m["name"], m["status"])
}

func decodedStrings(text []byte) {
	m := map[string]string{}
	if err := json.Unmarshal(text, &m); err != nil {
		return
	}
	log.Print(m["phone"]) // want `phone from m\["phone"\] reaches log.Print`
}

// Given is exported: nobody here knows who calls it.
func Given(m map[string]string) {
	log.Print(m["email"]) // want `email from m\["email"\] reaches log.Print`
	log.Print(m["colour"])
}

// given is called with what it logs.
func given(m map[string]string) { log.Print(m["email"]) }

func giveClean() { given(map[string]string{"email": "E-mail address"}) }

func giveDecoded(text []byte) {
	var m map[string]string
	if json.Unmarshal(text, &m) == nil {
		given(m) // want `email from \["email"\] reaches log.Print`
	}
}

var labels = map[string]string{"email": "E-mail address", "phone": "Telephone"}

// Labels may be changed by others, but is a table all the same.
var Labels = map[string]string{"email": "E-mail address"}

type Errors map[string]string

func local(e Errors, on map[string]bool, n map[string]int) {
	m := map[string]string{"email": "E-mail address"}
	m["phone"] = "Telephone"
	log.Print(m["email"], m["phone"], labels["email"], Labels["email"])
	check := func() { log.Print(m["email"]) }
	check()
	problems := map[string]string{}
	problems["email"] = "is missing"
	log.Print(problems["email"], e["email"], on["email"], n["email"])
	v := url.Values{}
	v.Set("email", "x")
	log.Print(v.Get("email"), v["phone"])
}

func query(text string) {
	v, err := url.ParseQuery(text)
	if err == nil {
		log.Print(v.Get("page"))
	}
}

func environment() {
	log.Print(os.Getenv("EMAIL")) // want `email from os.Getenv\("EMAIL"\) reaches log.Print`
	log.Print(os.Getenv("HOME"), os.Getenv("DB_PASSWORD"))
}

func columns(db *sql.DB, id int) {
	var n int
	var who, mail, what string
	_ = db.QueryRow("SELECT id, u.email FROM users u WHERE id = $1", id).Scan(&n, &mail)
	log.Print(n)
	log.Print(mail) // want `email from column email reaches log.Print`

	rows, err := db.Query(`SELECT name, phone AS contact, status FROM users`)
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&who, &mail, &what); err != nil {
			return
		}
		log.Print(who, what)
	}
}

func aliased(db *sql.DB) {
	var a, b sql.NullString
	var c, d string
	_ = db.QueryRow("SELECT lower(x) AS email, ssn, count(*), state FROM t").Scan(&a, &b, &c, &d)
	log.Print(a.String) // want `email from column email reaches log.Print`
	log.Print(b)        // want `ssn from column ssn reaches log.Print`
	log.Print(c, d)
}

func prepared(db *sql.DB) {
	st, err := db.Prepare("SELECT email FROM users WHERE id = ?")
	if err != nil {
		return
	}
	var s string
	_ = st.QueryRow(1).Scan(&s)
	log.Print(s) // want `email from column email reaches log.Print`
}

// DBTX is what generated code asks for.
type DBTX interface {
	QueryRow(query string, args ...any) *sql.Row
}

const getMail = "-- name: GetMail :one\nSELECT email FROM users WHERE id = $1"

func generated(db DBTX) string {
	var s string
	_ = db.QueryRow(getMail, 1).Scan(&s)
	return s
}

func useGenerated(db DBTX) { log.Print(generated(db)) } // want `email from column email reaches log.Print`

func unknownColumns(db *sql.DB, q string) {
	var a, b string
	_ = db.QueryRow(q).Scan(&a, &b)
	_ = db.QueryRow("SELECT * FROM users").Scan(&a, &b)
	log.Print(a, b)
}

type user struct {
	Mail  string `pii:"email"`
	Phone string `pii:"-"`
	City  string
}

func intoFields(db *sql.DB) {
	var u user
	_ = db.QueryRow("SELECT email, phone, city FROM users").Scan(&u.Mail, &u.Phone, &u.City)
	log.Print(u.Mail) // want `email from user.Mail reaches log.Print`
	log.Print(u.Phone, u.City)
}

func param(r *http.Request, name string) string { return strings.TrimSpace(r.FormValue(name)) }

func prefixed(r *http.Request, name string) string { return param(r, "user."+name) }

func ofQuery(r *http.Request, name string) string { return r.URL.Query().Get(name) }

func entry(m map[string]any, name string) string { s, _ := m[name].(string); return s }

type web struct{ r *http.Request }

func (w web) arg(name string) string { return w.r.FormValue(name) }

func helpers(r *http.Request, body io.Reader) {
	log.Print(param(r, "email")) // want `email from param\(r, "email"\) reaches log.Print`
	log.Print(param(r, "page"))
	log.Print(prefixed(r, "phone")) // want `phone from prefixed\(r, "phone"\) reaches log.Print`
	log.Print(prefixed(r, "page"))
	log.Print(ofQuery(r, "email")) // want `email from ofQuery\(r, "email"\) reaches log.Print`
	log.Print(ofQuery(r, "page"))
	log.Print(web{r}.arg("ssn")) // want `ssn from web\{…\}.arg\("ssn"\) reaches log.Print`
	get := func(name string) string { return r.FormValue(name) }
	log.Print(get("iban")) // want `bank_account from get\("iban"\) reaches log.Print`
	log.Print(get("page"))
	var m map[string]any
	if json.NewDecoder(body).Decode(&m) == nil {
		log.Print(entry(m, "email")) // want `email from \["email"\] reaches log.Print`
		log.Print(entry(m, "page"))
	}
}

func logParam(r *http.Request, name string) { log.Print(r.FormValue(name)) }

func logged(r *http.Request) {
	logParam(r, "page")
	logParam(r, "email") // want `email from logParam\(r, "email"\) reaches log.Print`
}

func ownKeys(fields []string, text string) {
	byName, set := map[string]string{}, map[string][]string{}
	for _, f := range fields {
		byName[strings.ToLower(f)] = f
		set[f] = append(set[f], text)
	}
	log.Print(byName["email"], set["phone"])
}
