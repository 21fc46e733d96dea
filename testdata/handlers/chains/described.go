package chains

import (
	"fmt"
	"net/http"

	"handlers/chains/mw"
	"handlers/people"
)

// Described serves what stands behind middleware that is told more than the handler.
func Described() http.Handler {
	mux := http.NewServeMux()
	both, one := mw.Describe(mw.Counted, mw.Known), mw.Describe(mw.Counted)
	mux.Handle("/described", both("GET", "/described", mw.Func(described)))
	mux.Handle("/describedopen", one("GET", "/describedopen", mw.Func(describedOpen)))
	var h mw.Handler = mw.Func(described2)
	for _, m := range []mw.Described{mw.Counted, mw.Known} {
		h = m("GET", "/described2", h)
	}
	mux.Handle("/described2", h)
	return mux
}

func described(w http.ResponseWriter, r *http.Request) error {
	_, err := fmt.Fprintln(w, people.Find(r.FormValue("id")).Name)
	return err
}

func describedOpen(w http.ResponseWriter, r *http.Request) error {
	_, err := fmt.Fprintln(w, people.Find(r.FormValue("id")).Name) // want `name from Person.Name reaches fmt.Fprintln before the caller is verified`
	return err
}

func described2(w http.ResponseWriter, r *http.Request) error {
	_, err := fmt.Fprintln(w, people.Find(r.FormValue("id")).Name)
	return err
}
