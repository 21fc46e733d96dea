// Package goroutines holds what runs elsewhere: a go statement is a call.
package goroutines

import (
	"context"
	"log"
	"sync"
	"sync/atomic"
	"time"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

func show(s string)          { log.Println(s) }
func (c Customer) announce() { log.Println(c.Email) } // want `email from Customer.Email reaches log.Println`

func started(c Customer) {
	go log.Println(c.ID)
	go log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	go show(c.ID)
	go show(c.Email) // want `email from Customer.Email reaches log.Println`
	go c.announce()
}

func literals(c Customer) {
	go func() {
		log.Println(c.ID)
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	}()
	go func(s string) { log.Println(s) }(c.ID)
	go func(s string) { log.Println(s) }(c.Email) // want `email from Customer.Email reaches log.Println`
}

func waited(cs []Customer) {
	var wg sync.WaitGroup
	for _, c := range cs {
		wg.Go(func() {
			log.Println(c.ID)
			log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
		})
		wg.Add(1)
		go func() {
			defer wg.Done()
			show(c.Email) // want `email from Customer.Email reaches log.Println`
		}()
	}
	wg.Wait()
}

func gathered(cs []Customer) {
	var (
		wg          sync.WaitGroup
		mu          sync.Mutex
		emails, ids []string
	)
	for _, c := range cs {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			emails = append(emails, c.Email)
			ids = append(ids, c.ID)
		})
	}
	wg.Wait()
	log.Println(ids)
	log.Println(emails) // want `email from Customer.Email reaches log.Println`
}

func written(c Customer) {
	var out string
	done := make(chan struct{})
	go func() {
		defer close(done)
		out = c.Email
	}()
	<-done
	log.Println(out) // want `email from Customer.Email reaches log.Println`
}

func functionValue(c Customer) {
	f := show
	go f(c.ID)
	go f(c.Email) // want `email from Customer.Email reaches log.Println`
}

func syncMap(c Customer) {
	var m, ids sync.Map
	m.Store("email", c.Email)
	ids.Store("id", c.ID)
	v, ok := m.Load("email")
	log.Println(ok)
	log.Println(v)                                               // want `email from Customer.Email reaches log.Println`
	m.Range(func(k, v any) bool { log.Println(v); return true }) // want `email from Customer.Email reaches log.Println`
	w, _ := ids.Load("id")
	log.Println(w)
}

func pool(c Customer) {
	p := sync.Pool{New: func() any { return new(string) }}
	s := p.Get().(*string)
	*s = c.Email
	log.Println(*s) // want `email from Customer.Email reaches log.Println`
	log.Println(s)
	p.Put(s)
}

func atomics(c Customer) {
	var v atomic.Value
	v.Store(c.Email)
	log.Println(v.Load()) // want `email from Customer.Email reaches log.Println`
	var p atomic.Pointer[string]
	p.Store(&c.Email)
	log.Println(p.Load())
	log.Println(*p.Load()) // want `email from Customer.Email reaches log.Println`
	var n atomic.Int64
	n.Store(int64(len(c.Email)))
	log.Println(n.Load())
}

func timers(c Customer) {
	time.AfterFunc(time.Second, func() {
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	})
	context.AfterFunc(context.Background(), func() {
		log.Println(c.ID)
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	})
}

func workers(cs []Customer) {
	jobs, results := make(chan Customer), make(chan string)
	for range 2 {
		go func() {
			for c := range jobs {
				results <- "sent to " + c.Email
			}
		}()
	}
	for _, c := range cs {
		jobs <- c
		log.Println(<-results) // want `email from Customer.Email reaches log.Println`
	}
}

type account struct {
	mu    sync.Mutex
	email string
	ref   string
}

func (a *account) set(c Customer) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.email, a.ref = c.Email, c.ID
}

func (a *account) text() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.email
}

func locked(c Customer) {
	a := &account{}
	a.set(c)
	log.Println(a.ref)
	log.Println(a.text()) // want `email from Customer.Email reaches log.Println`
}
