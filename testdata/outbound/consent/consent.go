// Package consent asks before it sends, more or less.
package consent

import (
	"errors"
	"net/http"
	"strings"

	"outbound/people"
)

var errNo = errors.New("no consent")

var agreements = map[string]bool{}

//pii:consent
func agreed(id string) bool { return agreements[id] }

//pii:consent
func mustAgree(id string) error {
	if agreements[id] {
		return nil
	}
	return errNo
}

func send(text string) { http.Post("https://api.example.org", "text/plain", strings.NewReader(text)) }

func good(p *people.Person) {
	if agreed(p.ID) {
		send(p.Email)
	}
	if !agreed(p.ID) {
		return
	}
	send(p.Email)
}

func goodError(p *people.Person) error {
	if err := mustAgree(p.ID); err != nil {
		return err
	}
	send(p.Email)
	return nil
}

func ignored(p *people.Person) {
	agreed(p.ID)
	mustAgree(p.ID)
	send(p.Email) // want `email from Person.Email reaches api.example.org \(http.Post\) without redaction, consent or approval`
	_ = mustAgree(p.ID)
	send(p.Name) // want `name from Person.Name reaches`
}

func inverted(p *people.Person) {
	if agreed(p.ID) {
		return
	}
	send(p.Email) // want `email from Person.Email reaches`
}

func wrongError(p *people.Person) {
	if err := mustAgree(p.ID); err == nil {
		return
	}
	send(p.Email) // want `email from Person.Email reaches`
}

func oneBranch(p *people.Person, fast bool) {
	if !fast {
		if !agreed(p.ID) {
			return
		}
	}
	send(p.Email) // want `email from Person.Email reaches`
}

func bothBranches(p *people.Person, fast bool) {
	if fast {
		if !agreed(p.ID) {
			return
		}
	} else if mustAgree(p.ID) != nil {
		return
	}
	send(p.Email)
}

func before(p *people.Person) {
	send(p.Email) // want `email from Person.Email reaches`
	if !agreed(p.ID) {
		return
	}
	send(p.Email)
}

func variable(p *people.Person) {
	ok := agreed(p.ID)
	if ok && p.Plan != "" {
		send(p.Email)
	}
	if ok || p.Plan != "" {
		send(p.Name) // want `name from Person.Name reaches`
	}
	err := mustAgree(p.ID)
	if err != nil {
		return
	}
	send(p.Phone)
}

func loop(ps []*people.Person) {
	for _, p := range ps {
		if !agreed(p.ID) {
			continue
		}
		send(p.Email)
	}
	for _, p := range ps {
		if !agreed(p.ID) {
			break
		}
		send(p.Email)
	}
	for _, p := range ps {
		send(p.Email) // want `email from Person.Email reaches`
	}
}

func may(p *people.Person) bool { return p.Plan != "" && agreed(p.ID) }

func check(p *people.Person) error {
	if !agreed(p.ID) {
		return errNo
	}
	return nil
}

func checkLoose(p *people.Person) error {
	if !agreed(p.ID) {
		println("no consent")
	}
	return nil
}

func either(p *people.Person) bool { return p.Plan == "beta" || agreed(p.ID) }

func helpers(p *people.Person) {
	if may(p) {
		send(p.Email)
	}
	if check(p) == nil {
		send(p.Email)
	}
	if checkLoose(p) == nil {
		send(p.Email) // want `email from Person.Email reaches`
	}
	if either(p) {
		send(p.Email) // want `email from Person.Email reaches`
	}
	if !may(p) {
		send(p.Email) // want `email from Person.Email reaches`
	}
}

func closure(p *people.Person) {
	if !agreed(p.ID) {
		return
	}
	func() { send(p.Email) }()
	go func() { send(p.Name) }()
	defer func() { send(p.Phone) }()
	run(func() { send(p.Email) })
}

func closureOpen(p *people.Person) {
	go func() { send(p.Name) }()  // want `name from Person.Name reaches`
	run(func() { send(p.Email) }) // want `email from Person.Email reaches`
	run(func() {
		if agreed(p.ID) {
			send(p.Email)
		}
	})
}

func run(f func()) { f() }

// The caller asked: all who call it do.
func sendPerson(p *people.Person) { send(p.Email) }

func askFirst(p *people.Person) {
	if agreed(p.ID) {
		sendPerson(p)
	}
}

func askToo(p *people.Person) {
	if mustAgree(p.ID) == nil {
		sendPerson(p)
	}
}

// Here one of the callers did not ask.
func sendAnyway(p *people.Person) { send(p.Email) } // want `email from Person.Email reaches`

func asks(p *people.Person) {
	if agreed(p.ID) {
		sendAnyway(p)
	}
}

func doesNot(p *people.Person) { sendAnyway(p) }

// Anybody may call this.
func SendExported(p *people.Person) { send(p.Email) } // want `email from Person.Email reaches`

func asksExported(p *people.Person) {
	if agreed(p.ID) {
		SendExported(p)
	}
}

type ledger interface {
	//pii:consent
	Agreed(id string) (bool, error)
}

func byInterface(l ledger, p *people.Person) {
	ok, err := l.Agreed(p.ID)
	if err != nil || !ok {
		return
	}
	send(p.Email)
}

func switched(p *people.Person) {
	switch {
	case agreed(p.ID):
		send(p.Email)
	case p.Plan == "x":
		send(p.Name) // want `name from Person.Name reaches`
	}
}

// Consent is no ground for a card.
func card(a *people.Account) {
	if agreed(a.ID) {
		send(a.Card) // want `payment_card from Account.Card reaches api.example.org \(http.Post\) without redaction or approval; consent is not enough`
	}
}
