package answers

import (
	"fmt"
	"net/http"

	"handlers/people"
)

type role string

func roleOf(r *http.Request) role {
	c, err := parse(r)
	if err != nil {
		return "guest"
	}
	if c.uid == "1" {
		return "admin"
	}
	return "user"
}

// word goes through the role, and is as good.
func word(r *http.Request) string {
	if roleOf(r) == "guest" {
		return "deny"
	}
	return "allow"
}

func looseWord(r *http.Request) string {
	if r.Header.Get("Authorization") == "" {
		return "deny"
	}
	return "allow"
}

// decider is asked by a word, and only whoever made it knows by whom.
type decider interface{ decide(r *http.Request) string }

type strict struct{}

func (strict) decide(r *http.Request) string { return word(r) }

type loose struct{}

func (loose) decide(r *http.Request) string { return looseWord(r) }

type gate struct{ by decider }

func (g gate) before(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if g.by.decide(r) != "allow" {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next(w, r)
	}
}

func words(mux *http.ServeMux) {
	serve(mux, map[string]http.HandlerFunc{"/roles": roles, "/no-guest": noGuest, "/word": allowed, "/guests": guests, "/loose": looselyAllowed})
	mux.HandleFunc("/strict", gate{strict{}}.before(strictly))
	mux.HandleFunc("/loosely", gate{loose{}}.before(loosely))
}

func roles(w http.ResponseWriter, r *http.Request) {
	switch roleOf(r) {
	case "admin":
		fmt.Fprint(w, people.Find("7").Email)
	case "user":
		fmt.Fprint(w, people.Find("8").Email)
	default:
		fmt.Fprint(w, people.Find("9").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func noGuest(w http.ResponseWriter, r *http.Request) {
	if roleOf(r) == "guest" {
		return
	}
	fmt.Fprint(w, people.Find("7").Email)
}

func allowed(w http.ResponseWriter, r *http.Request) {
	if word(r) == "allow" {
		fmt.Fprint(w, people.Find("7").Email)
	}
}

func guests(w http.ResponseWriter, r *http.Request) {
	if roleOf(r) != "admin" {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func looselyAllowed(w http.ResponseWriter, r *http.Request) {
	if looseWord(r) == "allow" {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func strictly(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("7").Email) }

func loosely(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("7").Email) } // want `email from Person.Email reaches fmt.Fprint before`
