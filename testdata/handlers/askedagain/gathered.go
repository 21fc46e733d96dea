package askedagain

import (
	"errors"
	"fmt"
	"net/http"

	"handlers/people"
)

// gathered asks one verifier after the other, and tells of all that said no.
func gathered(list []verifier, token string) error {
	var errs []error
	for _, v := range list {
		err := v.Check(token)
		if err == nil {
			return nil
		}
		errs = append(errs, err)
	}
	errs = append(errs, errGaveUp)
	return errors.Join(errs...)
}

// forgiven tells of none that said no.
func forgiven(list []verifier, token string) error {
	var errs []error
	for _, v := range list {
		if v.Check(token) == nil {
			return nil
		}
	}
	return errors.Join(errs...)
}

// Gathered serves both.
func Gathered() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/gathered", func(w http.ResponseWriter, r *http.Request) {
		if gathered([]verifier{tokens{}}, r.Header.Get("Authorization")) == nil {
			fmt.Fprint(w, people.Find("1").Email)
		}
	})
	mux.HandleFunc("/forgiven", func(w http.ResponseWriter, r *http.Request) {
		if forgiven([]verifier{tokens{}}, r.Header.Get("Authorization")) == nil {
			fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
		}
	})
	return mux
}
