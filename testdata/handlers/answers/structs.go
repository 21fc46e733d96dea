package answers

import (
	"fmt"
	"net/http"

	"handlers/people"
)

type result struct {
	OK  bool
	Who *claims
	Err error
}

func asValue(r *http.Request) result {
	c, err := parse(r)
	if err != nil {
		return result{Err: err}
	}
	return result{OK: true, Who: c}
}

func asPointer(r *http.Request) *result {
	res := &result{}
	c, err := parse(r)
	if err != nil {
		res.Err = err
		return res
	}
	res.OK = true
	res.Who = c
	return res
}

func named(r *http.Request) (res result) {
	c, err := parse(r)
	res.Err = err
	res.OK = err == nil
	if c != nil {
		res.Who = c
	}
	return
}

// always says that all is well, whoever it is.
func always(r *http.Request) result {
	var res result
	if c, err := parse(r); err == nil {
		res.Who = c
	}
	res.OK = true
	return res
}

// session is empty for callers of whom nobody knows who they are.
type session struct {
	UserID int
	Theme  string
}

func readSession(r *http.Request) (session, error) {
	var s session
	s.Theme = r.FormValue("theme")
	if err := check(r); err != nil {
		return s, err
	}
	s.UserID = len(r.Header)
	return s, nil
}

// account is a session with what all records have.
type account struct {
	session
	Name string
}

func readAccount(r *http.Request) *account {
	a := &account{Name: r.FormValue("name")}
	if err := check(r); err != nil {
		return a
	}
	a.UserID = len(r.Header)
	return a
}

// readGuest gives everybody a number.
func readGuest(r *http.Request) *account {
	a := &account{session: session{UserID: 1}}
	if err := check(r); err == nil {
		a.session = session{UserID: len(r.Header)}
	}
	return a
}

func fill(res *result) { res.OK = true }

func structs(mux *http.ServeMux) {
	serve(mux, map[string]http.HandlerFunc{
		"/ok": ok, "/err": err, "/pointer-ok": pointerOK, "/pointer-err": pointerErr, "/named-err": namedErr, "/named-ok": namedOK,
		"/who": who, "/user": user, "/local": local,
		"/embedded": embedded,
	})
	serve(mux, map[string]http.HandlerFunc{
		"/inverted": inverted, "/ignored": ignored, "/always": alwaysOK, "/debug": debug, "/set": set, "/filled": filled, "/theme": theme,
		"/other": other, "/later": later, "/guest": guest,
	})
}

func ok(w http.ResponseWriter, r *http.Request) {
	res := asValue(r)
	if !res.OK {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, people.Find("7").Email)
}

func err(w http.ResponseWriter, r *http.Request) {
	res := asValue(r)
	if res.Err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, people.Find("7").Email)
}

func pointerOK(w http.ResponseWriter, r *http.Request) {
	res := asPointer(r)
	if !res.OK {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, people.Find("7").Email)
}

func pointerErr(w http.ResponseWriter, r *http.Request) {
	if res := asPointer(r); res.Err == nil {
		fmt.Fprint(w, people.Find("7").Email)
	}
}

func namedErr(w http.ResponseWriter, r *http.Request) {
	if res := named(r); res.Err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, people.Find("7").Email)
}

func namedOK(w http.ResponseWriter, r *http.Request) {
	if named(r).OK {
		fmt.Fprint(w, people.Find("7").Email)
	}
}

func who(w http.ResponseWriter, r *http.Request) {
	if res := always(r); res.Who != nil {
		fmt.Fprint(w, people.Find(res.Who.uid).Email)
	}
}

func user(w http.ResponseWriter, r *http.Request) {
	s, _ := readSession(r)
	if s.UserID == 0 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, people.Find("7").Email)
}

func local(w http.ResponseWriter, r *http.Request) {
	res := result{}
	if check(r) == nil {
		res.OK = true
	}
	if res.OK {
		fmt.Fprint(w, people.Find("7").Email)
	}
}

func embedded(w http.ResponseWriter, r *http.Request) {
	if readAccount(r).UserID != 0 {
		fmt.Fprint(w, people.Find("7").Email)
	}
}

func guest(w http.ResponseWriter, r *http.Request) {
	if readGuest(r).UserID != 0 {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func inverted(w http.ResponseWriter, r *http.Request) {
	res := asValue(r)
	if res.OK {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
}

func ignored(w http.ResponseWriter, r *http.Request) {
	res := asValue(r)
	if res.Err != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
	fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
}

func alwaysOK(w http.ResponseWriter, r *http.Request) {
	if always(r).OK {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func debug(w http.ResponseWriter, r *http.Request) {
	res := asValue(r)
	res.OK = res.OK || r.FormValue("debug") != ""
	if res.OK {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func set(w http.ResponseWriter, r *http.Request) {
	res := asPointer(r)
	res.OK = true
	if res.OK {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func filled(w http.ResponseWriter, r *http.Request) {
	res := asPointer(r)
	if r.FormValue("debug") != "" {
		fill(res)
	}
	if res.OK {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func theme(w http.ResponseWriter, r *http.Request) {
	if s, _ := readSession(r); s.Theme != "" {
		fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func other(w http.ResponseWriter, r *http.Request) {
	res, spare := asValue(r), result{OK: r.FormValue("debug") != ""}
	if res.Err != nil && !spare.OK {
		return
	}
	fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
}

func later(w http.ResponseWriter, r *http.Request) {
	var res result
	fmt.Fprint(w, people.Find("7").Email) // want `email from Person.Email reaches fmt.Fprint before`
	if res = asValue(r); !res.OK {
		w.WriteHeader(http.StatusUnauthorized)
	}
}
