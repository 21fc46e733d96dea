// Program collected puts what is wrong with a request into a list, and answers if there is
// nothing in it.
package main

import (
	"errors"
	"fmt"
	"net/http"

	"handlers/people"
)

func counted(w http.ResponseWriter, r *http.Request) {
	var errs []error
	if err := people.Verify(r); err != nil {
		errs = append(errs, err)
	}
	if err := r.ParseForm(); err != nil {
		errs = append(errs, err)
	}
	if len(errs) > 0 {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Email)
}

func texts(w http.ResponseWriter, r *http.Request) {
	problems := []string{}
	if !people.IsVerified(r.Header.Get("Authorization")) {
		problems = append(problems, "who are you?")
	}
	if len(problems) == 0 {
		fmt.Fprintln(w, people.Find(r.PathValue("id")).Email)
	}
}

func joined(w http.ResponseWriter, r *http.Request) {
	var errs []error
	errs = append(errs, people.Verify(r), r.ParseForm())
	if errors.Join(errs...) != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Email)
}

func countedAll(w http.ResponseWriter, r *http.Request) {
	var errs []error
	errs = append(errs, people.Verify(r))
	if len(errs) == 1 {
		fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
	}
}

func onlyLogged(w http.ResponseWriter, r *http.Request) {
	var errs, warnings []error
	if err := people.Verify(r); err != nil {
		warnings = append(warnings, err)
	}
	if err := r.ParseForm(); err != nil {
		errs = append(errs, err)
	}
	if len(errs) > 0 {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Email, len(warnings)) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}

func forgotten(w http.ResponseWriter, r *http.Request) {
	var errs []error
	if err := people.Verify(r); err != nil {
		errs = append(errs, err)
	}
	errs = errs[:0]
	if len(errs) == 0 {
		fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
	}
}

func atMostOne(w http.ResponseWriter, r *http.Request) {
	var errs []error
	if err := people.Verify(r); err != nil {
		errs = append(errs, err)
	}
	if len(errs) > 1 {
		return
	}
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}

func main() {
	http.HandleFunc("GET /counted/{id}", counted)
	http.HandleFunc("GET /texts/{id}", texts)
	http.HandleFunc("GET /joined/{id}", joined)
	http.HandleFunc("GET /countedall/{id}", countedAll)
	http.HandleFunc("GET /onlylogged/{id}", onlyLogged)
	http.HandleFunc("GET /forgotten/{id}", forgotten)
	http.HandleFunc("GET /atmostone/{id}", atMostOne)
	_ = http.ListenAndServe("localhost:8080", nil)
}
