package answers

import (
	"fmt"
	"net/http"

	"handlers/people"
)

func status(r *http.Request) int {
	if r.Header.Get("Authorization") == "" {
		return http.StatusUnauthorized
	}
	if err := check(r); err != nil {
		return http.StatusForbidden
	}
	return http.StatusOK
}

func statusAndText(r *http.Request) (int, string) {
	if err := check(r); err != nil {
		return http.StatusUnauthorized, err.Error()
	}
	return 0, ""
}

type decision int

const (
	granted decision = iota
	denied
	unknown
)

func decide(r *http.Request) decision {
	c, err := parse(r)
	switch {
	case err != nil:
		return unknown
	case c.uid == "":
		return denied
	default:
		return granted
	}
}

// countHeaders is no code that says who calls.
func countHeaders(r *http.Request) int {
	if check(r) != nil {
		return len(r.Header)
	}
	return http.StatusOK
}

func codes(mux *http.ServeMux) {
	serve(mux, map[string]http.HandlerFunc{
		"/not-200": not200, "/is-200": is200, "/no-code": noCode, "/granted": isGranted, "/below": below, "/cases": cases, "/each": each,
	})
	serve(mux, map[string]http.HandlerFunc{
		"/one-code": oneCode, "/is-not": isNot200, "/not-denied": notDenied, "/above": above, "/count": count,
	})
}

func not200(w http.ResponseWriter, r *http.Request) {
	if code := status(r); code != http.StatusOK {
		w.WriteHeader(code)
		return
	}
	fmt.Fprint(w, people.Find("7").Email)
}

func is200(w http.ResponseWriter, r *http.Request) {
	if status(r) == http.StatusOK {
		fmt.Fprint(w, people.Find("7").Email)
	}
}

func noCode(w http.ResponseWriter, r *http.Request) {
	if code, text := statusAndText(r); code != 0 {
		http.Error(w, text, code)
		return
	}
	fmt.Fprint(w, people.Find("7").Email)
}

func isGranted(w http.ResponseWriter, r *http.Request) {
	if decide(r) != granted {
		return
	}
	fmt.Fprint(w, people.Find("7").Email)
}

func below(w http.ResponseWriter, r *http.Request) {
	if code := status(r); code >= http.StatusBadRequest {
		w.WriteHeader(code)
		return
	}
	fmt.Fprint(w, people.Find("7").Email)
}

func cases(w http.ResponseWriter, r *http.Request) {
	switch decide(r) {
	case denied, unknown:
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, people.Find("7").Email)
}

func each(w http.ResponseWriter, r *http.Request) {
	switch decide(r) {
	case granted:
		fmt.Fprint(w, people.Find("7").Email)
	case denied: // it is known who it is
		fmt.Fprint(w, people.Find("8").Email)
	default:
		fmt.Fprint(w, people.Find("9").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func oneCode(w http.ResponseWriter, r *http.Request) {
	if status(r) == http.StatusUnauthorized {
		return
	}
	fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
}

func isNot200(w http.ResponseWriter, r *http.Request) {
	if status(r) == http.StatusOK {
		return
	}
	fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
}

// notDenied is where 1 is not all that is not 0.
func notDenied(w http.ResponseWriter, r *http.Request) {
	if decide(r) != denied {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func above(w http.ResponseWriter, r *http.Request) {
	if code := status(r); code > http.StatusForbidden {
		w.WriteHeader(code)
		return
	}
	fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
}

func count(w http.ResponseWriter, r *http.Request) {
	if countHeaders(r) == http.StatusOK {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}
