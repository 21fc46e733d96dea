// Package givenerrors hands the errors of checks to helpers.
package givenerrors

import (
	"errors"
	"io"
	"net/http"

	"handlers/givenerrors/fail"
	"handlers/people"
)

func failed(w http.ResponseWriter, err error) bool {
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return true
	}
	return false
}

var errLate = errors.New("late")

func failedUnlessLate(w http.ResponseWriter, err error) bool {
	if err == nil || err == errLate {
		return false
	}
	http.Error(w, "no", http.StatusUnauthorized)
	return true
}

func swallowed(err error) {
	defer func() { _ = recover() }()
	if err != nil {
		panic(err)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func caller(r *http.Request) (string, error) {
	if err := people.Verify(r); err != nil {
		return "", err
	}
	return r.Header.Get("X-User"), nil
}

func stops(w http.ResponseWriter, r *http.Request) {
	fail.On(people.Verify(r))
	io.WriteString(w, people.Find("1").Email)
}

func notes(w http.ResponseWriter, r *http.Request) {
	fail.Note(people.Verify(r))
	io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
}

func answers(w http.ResponseWriter, r *http.Request) {
	if failed(w, people.Verify(r)) {
		return
	}
	io.WriteString(w, people.Find("1").Email)
}

func answersLax(w http.ResponseWriter, r *http.Request) {
	if failedUnlessLate(w, people.Verify(r)) {
		return
	}
	io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
}

func answersOther(w http.ResponseWriter, r *http.Request) {
	if failed(w, r.ParseForm()) {
		return
	}
	io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
}

func inverted(w http.ResponseWriter, r *http.Request) {
	if failed(w, people.Verify(r)) {
		io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
	}
}

func asked(w http.ResponseWriter, r *http.Request) {
	_, err := caller(r)
	if fail.Is(err) {
		return
	}
	io.WriteString(w, people.Find("1").Email)
}

func musts(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, people.Find(must(caller(r))).Email)
}

func mustsElsewhere(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, people.Find(fail.Must(caller(r))).Email)
}

func mustsOther(w http.ResponseWriter, r *http.Request) {
	b := must(io.ReadAll(r.Body))
	io.WriteString(w, people.Find(string(b)).Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
}

func swallows(w http.ResponseWriter, r *http.Request) {
	swallowed(people.Verify(r))
	io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
}

func serve() error {
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{
		"/1": stops, "/2": notes, "/3": answers, "/4": answersLax, "/5": answersOther, "/6": inverted, "/7": asked, "/8": musts, "/9": mustsElsewhere,
		"/10": mustsOther, "/11": swallows,
	} {
		mux.HandleFunc(path, h)
	}
	return http.ListenAndServe(":1", mux)
}

var _ = serve
