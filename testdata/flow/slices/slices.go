// Package slices holds slices and arrays: their elements are one place.
package slices

import (
	"log"
	stdslices "slices"
	"strings"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

func literals(c Customer) {
	s := []string{c.Email}
	log.Println(s)    // want `email from Customer.Email reaches log.Println`
	log.Println(s[0]) // want `email from Customer.Email reaches log.Println`
	log.Println(len(s), cap(s))
	log.Println([]string{c.ID})
	log.Println([]any{c.ID, len(c.Email)})
	log.Println([]any{c.ID, c.Email})    // want `email from Customer.Email reaches log.Println`
	log.Println([]any{c.ID, c.Email}...) // want `email from Customer.Email reaches log.Println`
}

func appended(c Customer) {
	var s []string
	s = append(s, c.ID)
	log.Println(s)
	t := append(s, c.Email)
	log.Println(t) // want `email from Customer.Email reaches log.Println`
	var all []string
	all = append(all, t...)
	log.Println(all) // want `email from Customer.Email reaches log.Println`
	all = nil
	log.Println(all)
	all = append(all, "x", c.ID)
	log.Println(all)
}

func bytes(c Customer) {
	b := append([]byte("to: "), c.Email...)
	log.Println(string(b)) // want `email from Customer.Email reaches log.Println`
	log.Printf("%s", b)    // want `email from Customer.Email reaches log.Printf`
	d := make([]byte, 8)
	n := copy(d, c.Email)
	log.Println(n)
	log.Println(string(d)) // want `email from Customer.Email reaches log.Println`
}

func copied(c Customer) {
	src := []string{c.Email}
	dst := make([]string, 1)
	log.Println(dst)
	n := copy(dst, src)
	log.Println(n)
	log.Println(dst) // want `email from Customer.Email reaches log.Println`
	ids := make([]string, 1)
	copy(ids, []string{c.ID})
	log.Println(ids)
}

func sharedMemory(c Customer) {
	s := make([]string, 3)
	t := s
	u := s[1:]
	log.Println(s, t, u)
	u[0] = c.Email
	log.Println(s) // want `email from Customer.Email reaches log.Println`
	log.Println(t) // want `email from Customer.Email reaches log.Println`
	log.Println(u) // want `email from Customer.Email reaches log.Println`
}

func parts(c Customer) {
	s := []string{"x", c.Email, "y"}
	log.Println(s[1:2])   // want `email from Customer.Email reaches log.Println`
	log.Println(s[1:][0]) // want `email from Customer.Email reaches log.Println`
	for i, v := range s[:2] {
		log.Println(i)
		log.Println(v) // want `email from Customer.Email reaches log.Println`
	}
}

func ofStructs(cs []Customer, i int) {
	log.Println(cs[0].ID)
	log.Println(cs[i].Email) // want `email from Customer.Email reaches log.Println`
	log.Println(cs[i])       // want `email from Customer.Email reaches log.Println`
	log.Println(cs)          // want `email from Customer.Email reaches log.Println`
	log.Println(cs[1:])      // want `email from Customer.Email reaches log.Println`
	p := &cs[i]
	log.Println(p.ID)
	log.Println(p.Email) // want `email from Customer.Email reaches log.Println`
}

func ofPointers(cs []*Customer) {
	log.Println(cs)
	log.Println(cs[0]) // want `email from Customer.Email reaches log.Println`
	log.Println(cs[0].ID)
	for _, c := range cs {
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	}
}

func cleaned(cs []Customer) {
	safe := make([]Customer, 0, len(cs))
	for _, c := range cs {
		c.Email = ""
		safe = append(safe, c)
	}
	log.Println(safe)
	log.Println(cs) // want `email from Customer.Email reaches log.Println`
	var ids []string
	for _, c := range cs {
		ids = append(ids, c.ID)
	}
	log.Println(strings.Join(ids, ","))
}

func arrays(c Customer) {
	var a [2]string
	b := a
	a[1] = c.Email
	log.Println(a)    // want `email from Customer.Email reaches log.Println`
	log.Println(a[1]) // want `email from Customer.Email reaches log.Println`
	log.Println(b)
	b = a
	log.Println(b) // want `email from Customer.Email reaches log.Println`
	s := a[:]
	log.Println(s) // want `email from Customer.Email reaches log.Println`
	a = [2]string{}
	log.Println(a)
}

func arrayPointer(c Customer) {
	a := [2]Customer{}
	p := &a
	log.Println(p)
	p[0] = c
	log.Println(a) // want `email from Customer.Email reaches log.Println`
	log.Println(p) // want `email from Customer.Email reaches log.Println`
	for i := range p {
		log.Println(p[i].ID)
	}
}

func grid(c Customer) {
	g := [][]string{{c.ID}, {c.Email}}
	for _, row := range g {
		log.Println(row) // want `email from Customer.Email reaches log.Println`
		for _, cell := range row {
			log.Println(cell) // want `email from Customer.Email reaches log.Println`
		}
	}
	log.Println(len(g[0]))
}

func all(parts ...string)            { log.Println(parts) }
func some(n int, parts ...any)       { log.Println(n, len(parts)) }
func firstOf(parts ...string) string { return parts[0] }

func variadic(c Customer) {
	all()
	all(c.ID, "x")
	all(c.ID, c.Email)        // want `email from Customer.Email reaches log.Println`
	all([]string{c.Email}...) // want `email from Customer.Email reaches log.Println`
	some(1, c.Email)
	log.Println(firstOf(c.Email)) // want `email from Customer.Email reaches log.Println`
	log.Println(firstOf(c.ID))
}

func fill(dst []string, v string) {
	for i := range dst {
		dst[i] = v
	}
}

func filled(c Customer) {
	s := make([]string, 2)
	fill(s, c.ID)
	log.Println(s)
	fill(s, c.Email)
	log.Println(s) // want `email from Customer.Email reaches log.Println`
}

func library(c Customer) {
	s := []string{c.Email}
	t := stdslices.Clone(s)
	stdslices.Reverse(t)
	log.Println(t)                            // want `email from Customer.Email reaches log.Println`
	log.Println(stdslices.Max(s))             // want `email from Customer.Email reaches log.Println`
	log.Println(stdslices.Concat(s, nil))     // want `email from Customer.Email reaches log.Println`
	log.Println(stdslices.Insert(s, 0, c.ID)) // want `email from Customer.Email reaches log.Println`
	log.Println(stdslices.Insert([]string{}, 0, c.ID))
	log.Println(stdslices.Contains(s, c.ID), stdslices.Index(s, c.Email))
}

func setFirst(s []string, x string) { s[0] = x }

func firstOnly(c Customer) {
	s := []string{c.Email, c.Email}
	setFirst(s, c.ID)
	log.Println(s[0])
	log.Println(s[1]) // want `email from Customer.Email reaches log.Println`
	log.Println(s)    // want `email from Customer.Email reaches log.Println`
	t := []string{c.ID, c.ID, c.Email}
	setFirst(t[1:], c.ID)
	log.Println(t[2]) // want `email from Customer.Email reaches log.Println`
}

func grown(s []string, x string) []string { return append(s, x) }

func cloned(s []string) []string { return stdslices.Clone(s) }

func behind(c Customer, ids []string) {
	s := []string{c.Email}
	log.Println(grown(s, "x")) // want `email from Customer.Email reaches log.Println`
	log.Println(grown(ids, "x"))
	log.Println(cloned(s)) // want `email from Customer.Email reaches log.Println`
	log.Println(cloned(ids))
	func() { s = append(s, "x") }()
	log.Println(s) // want `email from Customer.Email reaches log.Println`
	func() { s = stdslices.Clone(s) }()
	log.Println(s) // want `email from Customer.Email reaches log.Println`
	func() { s = stdslices.Clone(ids) }()
	log.Println(s)
}

func offset(c Customer) {
	s := []string{c.ID, c.Email}
	log.Println(stdslices.Clone(s[1:])[0]) // want `email from Customer.Email reaches log.Println`
}

func behindTheFirst(c Customer) {
	s := strings.Split(c.Email, "@")
	log.Println(s[1:]) // want `email from Customer.Email reaches log.Println`
	t := s[1:]
	log.Println(t)                    // want `email from Customer.Email reaches log.Println`
	log.Println(strings.Join(t, ".")) // want `email from Customer.Email reaches log.Println`
	log.Println(t[1:], len(t[1:]))    // want `email from Customer.Email reaches log.Println`
	log.Println(strings.Split(c.ID, ".")[1:])
}
