// Package local calls interfaces whose dynamic type is known on the spot.
package local

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

// Text gives the tagged field.
func (c Customer) Text() string { return "customer " + c.Email }

// Ref gives the one that isn't.
func (c *Customer) Ref() string { return c.ID }

// Label says nothing of a person.
type Label struct{ text string }

// Text gives the text.
func (l Label) Text() string { return l.text }

type texter interface{ Text() string }

type referrer interface{ Ref() string }

type recorder interface{ Record(s string) }

type loud struct{ prefix string }

// Record logs.
func (l loud) Record(s string) { log.Println(l.prefix, s) }

type quiet struct{ n int }

// Record counts.
func (q *quiet) Record(s string) { q.n += len(s) }

type keeper struct{ kept string }

// Record keeps.
func (k *keeper) Record(s string) { k.kept = s }

func sinks(c Customer) {
	var r recorder = loud{}
	r.Record(c.ID)
	r.Record(c.Email) // want `email from Customer.Email reaches log.Println`
	r = &quiet{}
	r.Record(c.Email)
	r = &loud{}
	r.Record(c.Email) // want `email from Customer.Email reaches log.Println`
	recorder(&quiet{}).Record(c.Email)
	recorder(loud{}).Record(c.Email) // want `email from Customer.Email reaches log.Println`
}

func receiverToo(c Customer) {
	var r recorder = loud{prefix: c.Email}
	r.Record("seen") // want `email from Customer.Email reaches log.Println`
	r = loud{prefix: c.ID}
	r.Record("seen")
}

func getters(c Customer) {
	var t texter = c
	log.Println(t.Text()) // want `email from Customer.Email reaches log.Println`
	t = Label{text: c.ID}
	log.Println(t.Text())
	t = Label{text: c.Email}
	log.Println(t.Text()) // want `email from Customer.Email reaches log.Println`
	var r referrer = &c
	log.Println(r.Ref())
	log.Println(r) // want `email from Customer.Email reaches log.Println`
}

func kept(c Customer) {
	k := &keeper{}
	var r recorder = k
	r.Record(c.ID)
	log.Println(k.kept)
	r.Record(c.Email)
	log.Println(k.kept) // want `email from Customer.Email reaches log.Println`
}

func chosen(c Customer, verbose bool) {
	var r recorder = &quiet{}
	r.Record(c.Email)
	if verbose {
		r = loud{}
	}
	r.Record(c.ID)
	r.Record(c.Email) // want `email from Customer.Email reaches log.Println`
}

func methodValue(c Customer) {
	var r recorder = loud{}
	f := r.Record
	f(c.ID)
	f(c.Email) // want `email from Customer.Email reaches log.Println`
	r = &quiet{}
	g := r.Record
	g(c.Email)
	h := recorder.Record
	h(loud{}, c.Email) // want `email from Customer.Email reaches log.Println`
	h(&quiet{}, c.Email)
}

type service struct{ out recorder }

func inStruct(c Customer) {
	s := service{out: loud{}}
	s.out.Record(c.ID)
	s.out.Record(c.Email) // want `email from Customer.Email reaches log.Println`
	s.out = &quiet{}
	s.out.Record(c.Email)
}

func inSlice(c Customer) {
	for _, r := range []recorder{&quiet{}, loud{}} {
		r.Record(c.Email) // want `email from Customer.Email reaches log.Println`
	}
	for _, r := range []recorder{&quiet{}, &keeper{}} {
		r.Record(c.Email)
	}
}

func writers(c Customer) {
	var w io.Writer = os.Stderr
	fmt.Fprintln(w, c.ID)
	fmt.Fprintln(w, c.Email)         // want `email from Customer.Email reaches fmt.Fprintln`
	io.WriteString(w, c.Email)       // want `email from Customer.Email reaches io.WriteString`
	w.Write([]byte("to " + c.Email)) // want `email from Customer.Email reaches .*Write`
	w = io.Discard
	fmt.Fprintln(w, c.Email)
	var buf bytes.Buffer
	w = &buf
	fmt.Fprintln(w, c.Email)
	log.Println(buf.String()) // want `email from Customer.Email reaches log.Println`
}

type lines struct{ out io.Writer }

// Write puts a prefix in front.
func (l lines) Write(p []byte) (int, error) {
	return l.out.Write(append([]byte("> "), p...))
}

func writerOfOurOwn(c Customer) {
	w := lines{out: os.Stdout}
	fmt.Fprintf(w, "%s", c.ID)
	fmt.Fprintf(w, "%s", c.Email) // want `email from Customer.Email reaches`
	var buf bytes.Buffer
	fmt.Fprintf(lines{out: &buf}, "%s", c.Email)
	log.Println(buf.Len())
	log.Println(buf.String()) // want `email from Customer.Email reaches log.Println`
}

func printed(c Customer) {
	var v fmt.Stringer = badge{c.Email}
	log.Println(v) // want `email from Customer.Email reaches log.Println`
	v = badge{c.ID}
	log.Println(v)
	v = blank{c.Email}
	log.Println(v)
	log.Printf("%#v", v) // want `email from Customer.Email reaches log.Printf`
}

type badge struct{ text string }

func (b badge) String() string { return b.text }

type blank struct{ text string }

func (blank) String() string { return "blank" }
