package iterators

import (
	"iter"
	"log"
	"strings"
)

// What a function is handed as an iterator, only its callers know.

func collect(seq iter.Seq[string]) []string {
	var out []string
	for s := range seq {
		out = append(out, s)
	}
	return out
}

func first(seq iter.Seq[string]) string {
	for s := range seq {
		return s
	}
	return ""
}

func joined(seq func(func(string) bool)) string {
	var b strings.Builder
	seq(func(s string) bool {
		b.WriteString(s)
		return true
	})
	return b.String()
}

func indexed(seq iter.Seq2[string, string]) map[string]string {
	m := map[string]string{}
	seq(func(k, v string) bool {
		m[k] = v
		return true
	})
	return m
}

func counted(seq iter.Seq[string]) int {
	n := 0
	for range seq {
		n++
	}
	return n
}

// tally is filled by a method.
type tally struct{ names []string }

func (t *tally) add(s string) { t.names = append(t.names, s) }

func tallied(each func(func(string))) *tally {
	t := &tally{}
	each(t.add)
	return t
}

func zipped[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func (b *Book) ids() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, c := range b.entries {
			if !yield(c.ID) {
				return
			}
		}
	}
}

func handed(b *Book) {
	log.Println(collect(b.ids()), first(b.ids()), joined(b.ids()), counted(b.Emails()))
	log.Println(collect(b.Emails())) // want `email from Customer.Email reaches log.Println`
	log.Println(first(b.Emails()))   // want `email from Customer.Email reaches log.Println`
	log.Println(joined(b.Emails()))  // want `email from Customer.Email reaches log.Println`
	for id, mail := range zipped(b.ids(), b.Emails()) {
		log.Println(id)
		log.Println(mail) // want `email from Customer.Email reaches log.Println`
	}
	log.Println(indexed(zipped(b.ids(), b.ids())))
	log.Println(indexed(zipped(b.ids(), b.Emails()))) // want `email from Customer.Email reaches log.Println`
}

func handedMethods(b *Book) {
	log.Println(tallied(func(add func(string)) { add(b.entries[0].ID) }))
	log.Println(tallied(func(add func(string)) { add(b.entries[0].Email) }).names) // want `email from Customer.Email reaches log.Println`
}

func deferredInBody(b *Book) {
	for c := range b.All() {
		defer func() {
			log.Println(c.ID)
			log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
		}()
		defer log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	}
}
