// Package sharedchecks checks in one function and asks in another that shares its
// variables or a channel.
package sharedchecks

import (
	"fmt"
	"net/http"
	"time"

	"handlers/people"
)

// Routes serves them.
func Routes() http.Handler {
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{
		"/asked": asked, "/unasked": unasked, "/inside": inside, "/overwritten": overwritten, "/before": before,
		"/received": received, "/either": either, "/late": late, "/closed": closed, "/struct": message, "/wrong": wrongPart,
		"/startup": startup(), "/shared": shared(),
	} {
		mux.HandleFunc(path, h)
	}
	return mux
}

func guard(r *http.Request) func() bool {
	err := people.Verify(r)
	return func() bool { return err == nil }
}

func asked(w http.ResponseWriter, r *http.Request) {
	if ok := guard(r); ok() {
		fmt.Fprint(w, people.Find("1").Email)
	}
}

func unasked(w http.ResponseWriter, r *http.Request) {
	if ok := guard(r); ok != nil {
		fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func inside(w http.ResponseWriter, r *http.Request) {
	err := people.Verify(r)
	show := func(id string) {
		if err != nil {
			return
		}
		fmt.Fprint(w, people.Find(id).Email)
	}
	show(r.FormValue("id"))
}

func overwritten(w http.ResponseWriter, r *http.Request) {
	err := people.Verify(r)
	show := func() {
		if err == nil {
			fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
		}
	}
	err = r.ParseForm()
	show()
}

func before(w http.ResponseWriter, r *http.Request) {
	var err error
	show := func() {
		if err == nil {
			fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
		}
	}
	show()
	err = people.Verify(r)
}

func received(w http.ResponseWriter, r *http.Request) {
	verdict := make(chan error, 1)
	go func() { verdict <- people.Verify(r) }()
	select {
	case <-r.Context().Done():
		return
	case err := <-verdict:
		if err != nil {
			return
		}
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func either(w http.ResponseWriter, r *http.Request) {
	verdict := make(chan error, 2)
	go func() { verdict <- people.Verify(r) }()
	go func() { verdict <- r.ParseForm() }()
	if err := <-verdict; err == nil {
		fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func late(w http.ResponseWriter, r *http.Request) {
	verdict := make(chan error, 1)
	go func() { verdict <- people.Verify(r) }()
	select {
	case err := <-verdict:
		if err != nil {
			return
		}
	case <-time.After(time.Second):
	}
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
}

func closed(w http.ResponseWriter, r *http.Request) {
	verdict := make(chan error, 1)
	go func() {
		defer close(verdict)
		if r.Method == http.MethodPost {
			verdict <- people.Verify(r)
		}
	}()
	if err := <-verdict; err == nil {
		fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

type answer struct {
	form, caller error
}

func message(w http.ResponseWriter, r *http.Request) {
	answers := make(chan answer)
	go func() { answers <- answer{r.ParseForm(), people.Verify(r)} }()
	if a := <-answers; a.caller == nil {
		fmt.Fprint(w, people.Find("1").Email)
	}
}

func wrongPart(w http.ResponseWriter, r *http.Request) {
	answers := make(chan answer)
	go func() { answers <- answer{r.ParseForm(), people.Verify(r)} }()
	if a := <-answers; a.form == nil {
		fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func licensed() error { return people.VerifyToken("Bearer good") }

// startup verifies once, and nobody of those who ask later.
func startup() http.HandlerFunc {
	err := licensed()
	return func(w http.ResponseWriter, r *http.Request) {
		if err == nil {
			fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
		}
	}
}

// shared mixes up callers: what one sends another may receive.
func shared() http.HandlerFunc {
	verdicts := make(chan error, 8)
	return func(w http.ResponseWriter, r *http.Request) {
		go func() { verdicts <- people.Verify(r) }()
		if err := <-verdicts; err == nil {
			fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
		}
	}
}
