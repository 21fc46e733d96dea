// Package channels holds what goes through channels.
package channels

import (
	"log"
	"time"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

func buffered(c Customer) {
	emails, ids := make(chan string, 1), make(chan string, 1)
	emails <- c.Email
	ids <- c.ID
	log.Println(<-ids)
	log.Println(<-emails) // want `email from Customer.Email reaches log.Println`
	log.Println(emails, len(emails), cap(ids))
}

func received(c Customer) {
	ch := make(chan string, 1)
	ch <- c.Email
	s, ok := <-ch
	log.Println(ok)
	log.Println(s) // want `email from Customer.Email reaches log.Println`
}

func fromGoroutine(c Customer) {
	ch := make(chan string)
	go func() { ch <- c.Email }()
	log.Println(<-ch) // want `email from Customer.Email reaches log.Println`
	ids := make(chan string)
	go func() {
		defer close(ids)
		ids <- c.ID
	}()
	for id := range ids {
		log.Println(id)
	}
}

func ranged(c Customer) {
	ch := make(chan string, 2)
	ch <- c.ID
	ch <- c.Email
	close(ch)
	for s := range ch {
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	}
}

func ofStructs(ch <-chan Customer) {
	c := <-ch
	log.Println(c.ID)
	log.Println(c.Email)      // want `email from Customer.Email reaches log.Println`
	log.Println((<-ch).Email) // want `email from Customer.Email reaches log.Println`
	log.Println((<-ch).ID)
	for d := range ch {
		log.Println(d) // want `email from Customer.Email reaches log.Println`
	}
}

func structFields(c Customer) {
	type job struct{ ref, to string }
	ch := make(chan job, 1)
	ch <- job{ref: c.ID, to: c.Email}
	j := <-ch
	log.Println(j.ref)
	log.Println(j.to) // want `email from Customer.Email reaches log.Println`
}

func produce(ch chan<- string, c Customer) { ch <- c.Email }
func number(ch chan<- string, c Customer)  { ch <- c.ID }

func consume(ch <-chan string) {
	for s := range ch {
		log.Println(s)
	}
}

func helpers(c Customer) {
	ch := make(chan string, 1)
	produce(ch, c)
	log.Println(<-ch) // want `email from Customer.Email reaches log.Println`
	ids := make(chan string, 1)
	number(ids, c)
	log.Println(<-ids)
	close(ids)
	consume(ids)
	full := make(chan string, 1)
	full <- c.Email
	close(full)
	consume(full) // want `email from Customer.Email reaches log.Println`
}

func startedHelper(c Customer) {
	ch := make(chan string)
	go produce(ch, c)
	log.Println(<-ch) // want `email from Customer.Email reaches log.Println`
}

// emails gives a channel that another goroutine fills.
func emails(cs []Customer) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for _, c := range cs {
			out <- c.Email
		}
	}()
	return out
}

func generator(cs []Customer) {
	for s := range emails(cs) {
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	}
}

func selected(c Customer, stop <-chan struct{}, tick <-chan time.Time) {
	emails, ids := make(chan string, 1), make(chan string, 1)
	emails <- c.Email
	ids <- c.ID
	select {
	case s := <-emails:
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	case s := <-ids:
		log.Println(s)
	case t := <-tick:
		log.Println(t)
	case _, ok := <-stop:
		log.Println(ok)
	}
}

func selectSends(c Customer) {
	a, b := make(chan string, 1), make(chan string, 1)
	select {
	case a <- c.Email:
	case b <- c.ID:
	default:
	}
	log.Println(<-b)
	log.Println(<-a) // want `email from Customer.Email reaches log.Println`
}

func selectAssigns(c Customer) {
	ch := make(chan string, 1)
	ch <- c.Email
	s := ""
	select {
	case s = <-ch:
	default:
		s = "nothing"
		log.Println(s)
	}
	log.Println(s) // want `email from Customer.Email reaches log.Println`
}

func channelOfChannels(c Customer) {
	outer := make(chan chan string, 1)
	inner := make(chan string, 1)
	inner <- c.Email
	outer <- inner
	log.Println(<-<-outer) // want `email from Customer.Email reaches log.Println`
}

func inStruct(c Customer) {
	type mailbox struct{ in, done chan string }
	m := mailbox{in: make(chan string, 1), done: make(chan string, 1)}
	m.in <- c.Email
	m.done <- "ok"
	log.Println(<-m.done)
	log.Println(<-m.in) // want `email from Customer.Email reaches log.Println`
	log.Println(m)
}
