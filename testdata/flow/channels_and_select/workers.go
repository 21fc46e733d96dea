package channels

import (
	"fmt"
	"log"
)

type job func() error

type pool struct{ jobs chan job }

func (p *pool) run() {
	for j := range p.jobs {
		if err := j(); err != nil {
			log.Println(err)
		}
	}
}

func runJobs(jobs chan job) {
	for j := range jobs {
		_ = j()
	}
}

// The workers run before there is anything to do, so the memory that comes with a
// job is made after they were started.

func startedFirst(cs []Customer) {
	p := &pool{jobs: make(chan job, 4)}
	go p.run()
	for _, c := range cs {
		p.jobs <- func() error {
			if c.ID == "" {
				return fmt.Errorf("no id of %s", c.Email) // want `email from Customer.Email reaches fmt.Errorf`
			}
			return fmt.Errorf("bad %s", c.ID)
		}
	}
}

func startedInLiteral(cs []Customer) {
	jobs := make(chan job)
	go func() {
		for j := range jobs {
			_ = j()
		}
	}()
	for i := range cs {
		mail := cs[i].Email
		jobs <- func() error {
			log.Println(mail) // want `email from Customer.Email reaches log.Println`
			log.Println(cs[i].ID)
			return nil
		}
	}
}

func submitted(cs []Customer) {
	p := &pool{jobs: make(chan job)}
	for range 3 {
		go p.run()
	}
	for _, c := range cs {
		p.submit(func() error {
			log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
			return nil
		})
	}
}

func (p *pool) submit(j job) { p.jobs <- j }

func startedLast(cs []Customer) {
	jobs := make(chan job, 9)
	for _, c := range cs {
		jobs <- func() error {
			log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
			return nil
		}
	}
	runJobs(jobs)
}

type note struct {
	to   *Customer
	text string
}

func printNotes(notes chan *note) {
	for n := range notes {
		log.Println(n.text)
		log.Println(n.to.ID)
	}
}

func pointersSent(cs []Customer) {
	notes := make(chan *note)
	go printNotes(notes) // want `email from Customer.Email reaches log.Println`
	for _, c := range cs {
		notes <- &note{to: &Customer{ID: c.ID}, text: c.Email}
	}
}

func sentClean(cs []Customer) {
	notes := make(chan *note)
	go printNotes(notes)
	for _, c := range cs {
		n := new(note)
		n.to = &Customer{ID: c.ID}
		n.text = c.Email
		n.text = "seen"
		notes <- n
		log.Println(n.text)
		n.text = c.Email
		log.Println(n.text) // want `email from Customer.Email reaches log.Println`
	}
}

func mapsSent(cs []Customer) {
	records := make(chan map[string]any)
	go func() {
		for r := range records {
			log.Println(r["id"])
			log.Println(r["mail"]) // want `email from Customer.Email reaches log.Println`
		}
	}()
	for _, c := range cs {
		records <- map[string]any{"id": c.ID, "mail": c.Email}
	}
}
