// Package consentmore wraps its questions in many ways.
package consentmore

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"outbound/people"
)

var errNo = errors.New("no consent")

//pii:consent
func agreed(ctx context.Context, id string) (bool, error) { return id != "", nil }

//pii:consent newsletter
func wantsNews(id string) bool { return id != "" }

//pii:consent billing
func maySend(id string) error { return nil }

func send(text string) { http.Post("https://api.example.org", "", strings.NewReader(text)) }

func twoResults(ctx context.Context, p *people.Person) error {
	ok, err := agreed(ctx, p.ID)
	if err != nil {
		return err
	}
	if !ok {
		return errNo
	}
	send(p.Email)
	return nil
}

func onlyError(ctx context.Context, p *people.Person) error {
	_, err := agreed(ctx, p.ID)
	if err != nil {
		return err
	}
	send(p.Email) // want `email from Person.Email reaches`
	return nil
}

func onlyBool(ctx context.Context, p *people.Person) {
	ok, _ := agreed(ctx, p.ID)
	if ok {
		send(p.Email)
	}
	if ok, err := agreed(ctx, p.ID); ok && err == nil {
		send(p.Email)
	}
	if ok, err := agreed(ctx, p.ID); err != nil || !ok {
		return
	}
	send(p.Name)
}

func wrapped(ctx context.Context, p *people.Person) (bool, error) {
	ok, err := agreed(ctx, p.ID)
	if err != nil {
		return false, fmt.Errorf("ask: %w", err)
	}
	return ok, nil
}

func require(ctx context.Context, p *people.Person) error {
	ok, err := wrapped(ctx, p)
	switch {
	case err != nil:
		return fmt.Errorf("require: %w", err)
	case !ok:
		return errNo
	}
	return nil
}

func denied(ctx context.Context, p *people.Person) bool {
	ok, err := agreed(ctx, p.ID)
	return err != nil || !ok
}

func helpers(ctx context.Context, p *people.Person) {
	if ok, err := wrapped(ctx, p); err == nil && ok {
		send(p.Email)
	}
	if ok, _ := wrapped(ctx, p); !ok {
		return
	}
	send(p.Phone)
}

func helpers2(ctx context.Context, p *people.Person) {
	if err := require(ctx, p); err != nil {
		return
	}
	send(p.Email)
}

func helpers3(ctx context.Context, p *people.Person) {
	if denied(ctx, p) {
		send(p.Name) // want `name from Person.Name reaches`
		return
	}
	send(p.Email)
}

func switches(ctx context.Context, p *people.Person) {
	switch err := require(ctx, p); {
	case err == nil:
		send(p.Email)
	case errors.Is(err, errNo):
		send(p.Name) // want `name from Person.Name reaches`
	default:
		send(p.Phone) // want `phone from Person.Phone reaches`
	}
	switch ok, _ := agreed(ctx, p.ID); ok {
	case true:
		send(p.Email)
	case false:
		send(p.Name) // want `name from Person.Name reaches`
	}
	switch require(ctx, p) {
	case nil:
		send(p.Email)
	default:
		send(p.Name) // want `name from Person.Name reaches`
	}
}

func later(ctx context.Context, p *people.Person) {
	go agreed(ctx, p.ID)
	send(p.Email) // want `email from Person.Email reaches`
	defer require(ctx, p)
	send(p.Name) // want `name from Person.Name reaches`
}

func must(ctx context.Context, p *people.Person) {
	if err := require(ctx, p); err != nil {
		panic(err)
	}
}

func panics(ctx context.Context, p *people.Person) {
	must(ctx, p)
	send(p.Email)
}

func ifAgreed(ctx context.Context, p *people.Person, f func()) {
	if ok, err := agreed(ctx, p.ID); err == nil && ok {
		f()
	}
}

func callback(ctx context.Context, p *people.Person) {
	ifAgreed(ctx, p, func() { send(p.Email) })
}

func filter(ps []*people.Person) []*people.Person {
	var out []*people.Person
	for _, p := range ps {
		if wantsNews(p.ID) {
			out = append(out, p)
		}
	}
	return out
}

func purposes(a *people.Account) {
	if !wantsNews(a.ID) {
		return
	}
	send(a.News)
	send(a.Either)
	send(a.Bill)  // want `email from Account.Bill reaches api.example.org \(http.Post\) with consent to newsletter, not to billing`
	send(a.Owner) // want `name from Account.Owner reaches api.example.org \(http.Post\) with consent to newsletter, not to billing`
	if maySend(a.ID) != nil {
		return
	}
	send(a.Bill)
	send(a.News)
}

type consents struct{ granted map[string]bool }

//pii:consent
func (c *consents) Granted(id string) bool { return c.granted[id] }

type app struct{ c *consents }

func (a *app) method(p *people.Person) {
	if a.c.Granted(p.ID) {
		send(p.Email)
	}
	f := a.c.Granted
	if f(p.ID) {
		send(p.Name)
	}
	if !a.c.Granted(p.ID) == false {
		send(p.Phone)
	}
	if a.c.Granted(p.ID) == true {
		send(p.Phone)
	}
	if a.c.Granted(p.ID) != true {
		send(p.Phone) // want `phone from Person.Phone reaches`
	}
}

func overwritten(ctx context.Context, p *people.Person, force bool) {
	ok, _ := agreed(ctx, p.ID)
	if force {
		ok = true
	}
	if ok {
		send(p.Email) // want `email from Person.Email reaches`
	}
}

func labels(ctx context.Context, ps []*people.Person) {
outer:
	for _, p := range ps {
		for range 3 {
			if ok, _ := agreed(ctx, p.ID); !ok {
				continue outer
			}
		}
		send(p.Email)
	}
	for _, p := range ps {
		if ok, _ := agreed(ctx, p.ID); !ok {
			goto next
		}
		send(p.Email)
	next:
	}
}
