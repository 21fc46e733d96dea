// Package outside stores data of unknown origin in tagged fields: what comes from
// files, requests, rows and arguments is what the tag says. What is known to be
// something else is not.
package outside

import (
	"bufio"
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID     string
	Email  string   `pii:"email"`
	Name   string   `pii:"name"`
	Phones []string `pii:"phone"`
	Plan   string   `pii:"-"`
}

func columns(r io.Reader) {
	record, err := csv.NewReader(r).Read()
	if err != nil {
		return
	}
	c := Customer{ID: record[0], Email: record[1], Phones: record[2:]}
	log.Println(c.ID)
	log.Println(c.Email)  // want `email from Customer.Email reaches log.Println`
	log.Println(c.Phones) // want `phone from Customer.Phones reaches log.Println`
}

func allColumns(path string) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	records, _ := csv.NewReader(f).ReadAll()
	for _, record := range records {
		var c Customer
		c.Email = strings.ToLower(strings.TrimSpace(record[3]))
		c.Phones = append(c.Phones, record[4])
		log.Println(c)           // want `email from Customer.Email and phone from Customer.Phones reach log.Println`
		log.Println(c.Phones[0]) // want `phone from Customer.Phones reaches log.Println`
	}
}

func lines() {
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		c := Customer{Name: sc.Text()}
		log.Println(c.Name) // want `name from Customer.Name reaches log.Println`
	}
}

func wholeFile() {
	b, _ := os.ReadFile("customer")
	name, rest, _ := strings.Cut(string(b), "\n")
	c := Customer{Name: name, Plan: rest}
	log.Println(c.Plan)
	log.Println(c) // want `name from Customer.Name reaches log.Println`
}

func rows(db *sql.DB) {
	var id, email string
	_ = db.QueryRow("select a, b from t").Scan(&id, &email)
	c := Customer{ID: id, Email: email}
	log.Println(c) // want `email from Customer.Email reaches log.Println`
}

func requests(w http.ResponseWriter, r *http.Request) {
	log.Println(r.FormValue("x"), r.Header.Get("X-Who"), r.URL.Query().Get("a"))
	c := Customer{Email: r.FormValue("x"), Name: r.Header.Get("X-Who")}
	log.Println(c) // want `email from Customer.Email and name from Customer.Name reach log.Println`
	d := Customer{Email: r.URL.Query().Get("a")}
	log.Println(d) // want `email from Customer.Email reaches log.Println`
}

func query(q url.Values) {
	c := Customer{Email: q.Get("a")}
	log.Println(c) // want `email from Customer.Email reaches log.Println`
}

var operator = flag.String("operator", "", "who does it")

func process() {
	c := Customer{Email: os.Args[1], Name: os.Getenv("WHO")}
	log.Println(c) // want `email from Customer.Email and name from Customer.Name reach log.Println`
	d := Customer{Name: *operator}
	log.Println(d) // want `name from Customer.Name reaches log.Println`
	e := Customer{Name: flag.Arg(0)}
	log.Println(e) // want `name from Customer.Name reaches log.Println`
}

func decoded(b []byte) {
	var in struct{ A, B string }
	_ = json.Unmarshal(b, &in)
	c := Customer{Email: in.A}
	log.Println(in)
	log.Println(c) // want `email from Customer.Email reaches log.Println`
	var m map[string]any
	_ = json.Unmarshal(b, &m)
	s, _ := m["x"].(string)
	c = Customer{Name: s}
	log.Println(c) // want `name from Customer.Name reaches log.Println`
	c = Customer{}
	_ = json.Unmarshal(b, &c.Name)
	log.Println(c) // want `name from Customer.Name reaches log.Println`
}

func answers(url string) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	b, _ := io.ReadAll(resp.Body)
	c := Customer{Email: string(b)}
	log.Println(c) // want `email from Customer.Email reaches log.Println`
}

// Given is for anybody to call: nobody here knows with what.
func Given(email string) {
	c := Customer{Email: email}
	log.Println(c)     // want `email from Customer.Email reaches log.Println`
	log.Println(email) // callers judge
}

// Row has no tags: nobody has looked at it.
type Row struct{ A, B string }

// Copied takes fields of a type without tags.
func Copied(r Row) {
	c := Customer{Email: r.A}
	log.Println(c) // want `email from Customer.Email reaches log.Println`
}

// Looked takes a field that whoever tagged the others left alone.
func Looked(c Customer) {
	c.Email, c.Name, c.Phones = c.ID, c.Plan, nil
	log.Println(c)
}

func made(email string) *Customer { return &Customer{Email: email} }

func set(c *Customer, email string) { c.Email = email }

func show(c *Customer, email string) {
	c.Email = email
	log.Println(c.Email) // callers judge
}

func callers(r io.Reader) {
	b, _ := io.ReadAll(r)
	log.Println(made(string(b)).Email) // want `email from Customer.Email reaches log.Println`
	log.Println(made("nobody").Email)
	var c Customer
	set(&c, "nobody")
	log.Println(c)
	show(&c, "nobody")
	set(&c, os.Args[1])
	log.Println(c)          // want `email from Customer.Email reaches log.Println`
	show(&c, os.Args[1])    // want `email from Customer.Email reaches log.Println`
	show(&c, mask(c.Email)) // what a redactor gave is clean
}

func closures(b *bytes.Buffer) {
	line := func() string { s, _ := bufio.NewReader(os.Stdin).ReadString('\n'); return s }
	masked := mask(line())
	func() {
		c := Customer{Email: masked}
		log.Println(c)
	}()
	text := line()
	func() {
		c := Customer{Email: text}
		log.Println(c) // want `email from Customer.Email reaches log.Println`
	}()
}

//pii:redact
func mask(s string) string {
	if len(s) < 2 {
		return "***"
	}
	return s[:1] + "***"
}

func known(c Customer, id int) {
	c = Customer{Email: "[redacted]", Name: fmt.Sprintf("customer %d", len(c.Name)), Phones: []string{"none"}}
	log.Println(c)
	c.Email = mask(os.Args[1])
	log.Println(c)
	c.Name = http.StatusText(http.StatusOK)
	log.Println(c)
	c.Name = os.Args[1]
	c.Name = ""
	log.Println(c)
}

func ownName(c Customer, d Customer) {
	d.Name = c.Email
	log.Println(d.Name) // want `^email from Customer.Email reaches log.Println`
}
