// Package iterators holds range-over-func loops: what the loop body gets is
// reported where the body hands it on.
package iterators

import (
	"iter"
	"log"
	"maps"
	"slices"
	"strings"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

// Book keeps customers.
type Book struct{ entries []Customer }

// All yields whole customers.
func (b *Book) All() iter.Seq[Customer] {
	return func(yield func(Customer) bool) {
		for _, c := range b.entries {
			if !yield(c) {
				return
			}
		}
	}
}

// Emails yields what is tagged.
func (b *Book) Emails() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, c := range b.entries {
			if !yield(c.Email) {
				return
			}
		}
	}
}

// IDs yields what is not.
func (b *Book) IDs() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, c := range b.entries {
			if !yield(c.ID) {
				return
			}
		}
	}
}

// Both yields ids with emails.
func (b *Book) Both() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, c := range b.entries {
			if !yield(c.ID, c.Email) {
				return
			}
		}
	}
}

func bodies(b *Book) {
	for c := range b.All() {
		log.Println(c.ID)
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	}
	for s := range b.Emails() {
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	}
	for s := range b.IDs() {
		log.Println(s)
	}
	for id, email := range b.Both() {
		log.Println(id)
		log.Println(email) // want `email from Customer.Email reaches log.Println`
	}
	for id := range b.Both() {
		log.Println(id)
	}
}

func afterTheLoop(b *Book) {
	last, n := "", 0
	for s := range b.Emails() {
		last = s
		n++
	}
	log.Println(n)
	log.Println(last) // want `email from Customer.Email reaches log.Println`
	id := ""
	for s := range b.IDs() {
		id = s
	}
	log.Println(id)
}

func leftEarly(b *Book) string {
	for s := range b.Emails() {
		if strings.HasSuffix(s, ".org") {
			return s
		}
	}
	return ""
}

func returnedFromBody(b *Book) {
	log.Println(leftEarly(b)) // want `email from Customer.Email reaches log.Println`
}

// one yields two constant texts and one customer's email between them.
func one(c Customer) iter.Seq[string] {
	return func(yield func(string) bool) {
		_ = yield("start") && yield(c.Email) && yield("end")
	}
}

// filtered passes on what keep accepts.
func filtered[T any](in iter.Seq[T], keep func(T) bool) iter.Seq[T] {
	return func(yield func(T) bool) {
		for v := range in {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

// mapped passes on what f makes of each value.
func mapped[T, U any](in iter.Seq[T], f func(T) U) iter.Seq[U] {
	return func(yield func(U) bool) {
		for v := range in {
			if !yield(f(v)) {
				return
			}
		}
	}
}

func adapters(b *Book, c Customer) {
	for s := range one(c) {
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	}
	for s := range filtered(b.Emails(), func(s string) bool { return s != "" }) {
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	}
	for s := range mapped(b.All(), func(c Customer) string { return c.Email }) {
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	}
	for s := range mapped(b.All(), func(c Customer) string { return c.ID }) {
		log.Println(s)
	}
	for n := range mapped(b.Emails(), func(s string) int { return len(s) }) {
		log.Println(n)
	}
}

func pulled(b *Book) {
	next, stop := iter.Pull(b.Emails())
	defer stop()
	s, ok := next()
	log.Println(ok)
	log.Println(s) // want `email from Customer.Email reaches log.Println`
}

func collected(b *Book) {
	log.Println(slices.Collect(b.IDs()))
	log.Println(slices.Collect(b.Emails())) // want `email from Customer.Email reaches log.Println`
	log.Println(slices.Sorted(b.Emails()))  // want `email from Customer.Email reaches log.Println`
	log.Println(maps.Collect(b.Both()))     // want `email from Customer.Email reaches log.Println`
	log.Println(b.Emails())
}

func helpersOfSlices(c Customer) {
	words := []string{c.Email}
	for i, s := range slices.All(words) {
		log.Println(i)
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	}
	for s := range slices.Values(words) {
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	}
	for _, s := range slices.Backward(words) {
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	}
	for part := range slices.Chunk(words, 2) {
		log.Println(part) // want `email from Customer.Email reaches log.Println`
	}
	for part := range slices.Chunk([]string{c.ID, c.Email}, 1) {
		log.Println(part[0]) // want `email from Customer.Email reaches log.Println`
	}
	for part := range slices.Chunk([]string{c.ID, "none"}, 1) {
		log.Println(part[0])
	}
}

func helpersOfMaps(c Customer) {
	m := map[string]string{"email": c.Email}
	for k := range maps.Keys(m) {
		log.Println(k)
	}
	for v := range maps.Values(m) {
		log.Println(v) // want `email from Customer.Email reaches log.Println`
	}
	for k, v := range maps.All(m) {
		log.Println(k)
		log.Println(v) // want `email from Customer.Email reaches log.Println`
	}
	log.Println(slices.Sorted(maps.Keys(m)))
	log.Println(slices.Sorted(maps.Values(m))) // want `email from Customer.Email reaches log.Println`
	byEmail := map[string]int{c.Email: 1}
	log.Println(slices.Sorted(maps.Keys(byEmail))) // want `email from Customer.Email reaches log.Println`
	log.Println(slices.Sorted(maps.Values(byEmail)))
}

func helpersOfStrings(c Customer) {
	for part := range strings.SplitSeq(c.Email, "@") {
		log.Println(part) // want `email from Customer.Email reaches log.Println`
	}
	for part := range strings.SplitSeq(c.ID, "-") {
		log.Println(part)
	}
	for line := range strings.Lines("to: " + c.Email) {
		log.Println(line) // want `email from Customer.Email reaches log.Println`
	}
}
