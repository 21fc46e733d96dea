// Package checks has handlers that verify in many ways, some of them wrong.
package checks

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"log"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"

	"handlers/people"
)

// Routes serves them all.
func Routes() http.Handler {
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{
		"/err": errChecked, "/errshort": errShort, "/errlater": errLater, "/errnil": errNil, "/errswitch": errSwitch,
		"/bool": boolChecked, "/boolelse": boolElse, "/booland": boolAnd, "/boolor": boolOr, "/boolvar": boolVar,
		"/helper": viaHelper, "/user": viaUser, "/userptr": viaPointer, "/deep": viaDeep, "/method": viaMethod,
		"/panics": viaPanic, "/func": viaFuncValue, "/iface": viaInterface, "/loop": inLoop, "/noreturn": viaFatal,
	} {
		mux.HandleFunc(path, h)
	}
	for path, h := range map[string]http.HandlerFunc{
		"/ignored": ignored, "/ignoredblank": ignoredBlank, "/inverted": inverted, "/late": late,
		"/onebranch": oneBranch, "/onlylogged": onlyLogged, "/noreturn": noReturn, "/ingoroutine": inGoroutine,
		"/wrongerror": wrongError, "/either": either, "/headeronly": headerOnly, "/basiconly": basicOnly,
		"/notchecked": notChecked, "/shadowed": shadowed, "/swallowed": swallowed, "/unverified": unverified,
		"/plaincompare": plainCompare,
	} {
		mux.HandleFunc(path, h)
	}
	mux.HandleFunc("/password", password)
	mux.HandleFunc("/passwordbad", passwordBad)
	mux.HandleFunc("/signature", signature)
	mux.HandleFunc("/constant", constantTime)
	mux.HandleFunc("/constantbad", constantTimeBad)
	mux.HandleFunc("/token", token)
	mux.HandleFunc("/tokenbad", tokenBad)
	mux.HandleFunc("/tokenvalid", tokenValid)
	mux.HandleFunc("/before", before)
	mux.HandleFunc("/named", namedResult)
	mux.HandleFunc("/retry", retry)
	mux.HandleFunc("/behinddeferred", behindDeferred)
	mux.HandleFunc("/forgiven", forgiven)
	return mux
}

func errChecked(w http.ResponseWriter, r *http.Request) {
	err := people.Verify(r)
	if err != nil {
		http.Error(w, "no", 401)
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func errShort(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) != nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func errLater(w http.ResponseWriter, r *http.Request) {
	err := people.Verify(r)
	p := people.Find("1")
	log.Println("found", p.ID)
	if err != nil {
		return
	}
	fmt.Fprint(w, p.Email)
}

func errNil(w http.ResponseWriter, r *http.Request) {
	if err := people.Verify(r); err == nil {
		fmt.Fprint(w, people.Find("1").Email)
	} else {
		w.WriteHeader(401)
	}
}

func errSwitch(w http.ResponseWriter, r *http.Request) {
	switch err := people.Verify(r); {
	case errors.Is(err, people.ErrUnknown):
		w.WriteHeader(401)
	case err != nil:
		w.WriteHeader(500)
	default:
		fmt.Fprint(w, people.Find("1").Email)
	}
}

func boolChecked(w http.ResponseWriter, r *http.Request) {
	if !people.IsVerified(r.Header.Get("Authorization")) {
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func boolElse(w http.ResponseWriter, r *http.Request) {
	if people.IsVerified(r.Header.Get("Authorization")) == false {
		w.WriteHeader(401)
	} else {
		fmt.Fprint(w, people.Find("1").Email)
	}
}

func boolAnd(w http.ResponseWriter, r *http.Request) {
	if r.Method == "GET" && people.IsVerified(r.Header.Get("Authorization")) {
		fmt.Fprint(w, people.Find("1").Email)
	}
}

func boolOr(w http.ResponseWriter, r *http.Request) {
	if r.Method != "GET" || !people.IsVerified(r.Header.Get("Authorization")) {
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func boolVar(w http.ResponseWriter, r *http.Request) {
	ok := r.Method == "GET" && people.Verify(r) == nil
	if ok {
		fmt.Fprint(w, people.Find("1").Email)
	}
}

func allowed(r *http.Request) bool {
	auth := r.Header.Get("Authorization")
	if auth == "" {
		return false
	}
	return people.VerifyToken(auth) == nil
}

func viaHelper(w http.ResponseWriter, r *http.Request) {
	if !allowed(r) {
		http.Error(w, "no", 401)
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func currentUser(r *http.Request) (string, error) {
	token := r.Header.Get("Authorization")
	if !strings.HasPrefix(token, "Bearer ") {
		return "", errors.New("no token")
	}
	if err := people.VerifyToken(token); err != nil {
		return "", fmt.Errorf("token: %w", err)
	}
	return "1", nil
}

func viaUser(w http.ResponseWriter, r *http.Request) {
	id, err := currentUser(r)
	if err != nil {
		http.Error(w, "no", 401)
		return
	}
	fmt.Fprint(w, people.Find(id).Email)
}

func userOrNil(r *http.Request) *people.Person {
	id, err := currentUser(r)
	if err != nil {
		return nil
	}
	p := people.Find(id)
	return &p
}

func viaPointer(w http.ResponseWriter, r *http.Request) {
	u := userOrNil(r)
	if u == nil {
		http.Error(w, "no", 401)
		return
	}
	fmt.Fprint(w, u.Email)
}

func mustUser(w http.ResponseWriter, r *http.Request) (people.Person, bool) {
	u := userOrNil(r)
	if u == nil {
		w.WriteHeader(401)
		return people.Person{}, false
	}
	return *u, true
}

func viaDeep(w http.ResponseWriter, r *http.Request) {
	u, ok := mustUser(w, r)
	if !ok {
		return
	}
	fmt.Fprint(w, u.Email)
}

type checker struct{ strict bool }

func (c *checker) check(r *http.Request) error {
	if c.strict && r.TLS == nil {
		return errors.New("plain")
	}
	return people.Verify(r)
}

func viaMethod(w http.ResponseWriter, r *http.Request) {
	c := &checker{strict: true}
	if err := c.check(r); err != nil {
		w.WriteHeader(401)
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func orPanic(r *http.Request) {
	if err := people.Verify(r); err != nil {
		panic(http.ErrAbortHandler)
	}
}

func viaPanic(w http.ResponseWriter, r *http.Request) {
	orPanic(r)
	fmt.Fprint(w, people.Find("1").Email)
}

func viaFatal(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) != nil {
		log.Fatal("under attack")
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func viaFuncValue(w http.ResponseWriter, r *http.Request) {
	check := people.Verify
	if err := check(r); err != nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

type verifier interface{ Check(r *http.Request) error }

type tokenVerifier struct{}

func (tokenVerifier) Check(r *http.Request) error { return people.Verify(r) }

func viaInterface(w http.ResponseWriter, r *http.Request) {
	var v verifier = tokenVerifier{}
	if err := v.Check(r); err != nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func inLoop(w http.ResponseWriter, r *http.Request) {
	for _, token := range r.Header.Values("Authorization") {
		if people.VerifyToken(token) == nil {
			fmt.Fprint(w, people.Find("1").Email)
			return
		}
	}
	w.WriteHeader(401)
}

// wrong ones

func ignored(w http.ResponseWriter, r *http.Request) {
	people.Verify(r)
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func ignoredBlank(w http.ResponseWriter, r *http.Request) {
	_ = people.Verify(r)
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func inverted(w http.ResponseWriter, r *http.Request) {
	if err := people.Verify(r); err == nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func late(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
	if err := people.Verify(r); err != nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func oneBranch(w http.ResponseWriter, r *http.Request) {
	if r.Method == "POST" {
		if people.Verify(r) != nil {
			return
		}
	}
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func onlyLogged(w http.ResponseWriter, r *http.Request) {
	if err := people.Verify(r); err != nil {
		log.Println("not verified", err)
	}
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func noReturn(w http.ResponseWriter, r *http.Request) {
	if err := people.Verify(r); err != nil {
		http.Error(w, "no", 401)
	}
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func inGoroutine(w http.ResponseWriter, r *http.Request) {
	go func() {
		if err := people.Verify(r); err != nil {
			log.Println("not verified")
		}
	}()
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func wrongError(w http.ResponseWriter, r *http.Request) {
	err := people.Verify(r)
	err = r.ParseForm()
	if err != nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func either(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("debug") == "1" || people.Verify(r) == nil {
		fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
	}
}

func headerOnly(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") == "" {
		w.WriteHeader(401)
		return
	}
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func basicOnly(w http.ResponseWriter, r *http.Request) {
	user, _, ok := r.BasicAuth()
	if !ok {
		w.WriteHeader(401)
		return
	}
	fmt.Fprint(w, people.Find(user).Email) // want `email from Person.Email reaches`
}

func notChecked(w http.ResponseWriter, r *http.Request) {
	id, _ := currentUser(r)
	fmt.Fprint(w, people.Find(id).Email) // want `email from Person.Email reaches`
}

func shadowed(w http.ResponseWriter, r *http.Request) {
	var err error
	if r.Method == "GET" {
		err := people.Verify(r)
		log.Println("checked", err == nil)
	}
	if err != nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func swallow(r *http.Request) error {
	if err := people.Verify(r); err != nil {
		log.Println("not verified")
	}
	return nil
}

func swallowed(w http.ResponseWriter, r *http.Request) {
	if err := swallow(r); err != nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func parsed(r *http.Request) (string, error) {
	token := r.Header.Get("Authorization")
	if token == "" {
		return "", errors.New("no token")
	}
	return token, nil
}

func unverified(w http.ResponseWriter, r *http.Request) {
	id, err := parsed(r)
	if err != nil {
		return
	}
	fmt.Fprint(w, people.Find(id).Email) // want `email from Person.Email reaches`
}

func plainCompare(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("id") != r.PathValue("id") {
		return
	}
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

// by the library

var hash []byte

func password(w http.ResponseWriter, r *http.Request) {
	user, pass, ok := r.BasicAuth()
	if !ok || bcrypt.CompareHashAndPassword(hash, []byte(pass)) != nil {
		w.WriteHeader(401)
		return
	}
	fmt.Fprint(w, people.Find(user).Email)
}

func passwordBad(w http.ResponseWriter, r *http.Request) {
	user, pass, _ := r.BasicAuth()
	if err := bcrypt.CompareHashAndPassword(hash, []byte(pass)); errors.Is(err, bcrypt.ErrHashTooShort) {
		w.WriteHeader(401)
		return
	}
	fmt.Fprint(w, people.Find(user).Email) // want `email from Person.Email reaches`
}

func signature(w http.ResponseWriter, r *http.Request) {
	mac := hmac.New(sha256.New, hash)
	mac.Write([]byte(r.URL.Path))
	if !hmac.Equal(mac.Sum(nil), []byte(r.Header.Get("X-Signature"))) {
		w.WriteHeader(401)
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func constantTime(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Key")), hash) != 1 {
		w.WriteHeader(401)
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func constantTimeBad(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Key")), hash) == 1 {
		w.WriteHeader(401)
		return
	}
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func claims(r *http.Request) (*jwt.RegisteredClaims, error) {
	var c jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), &c, func(*jwt.Token) (any, error) { return hash, nil })
	if err != nil {
		return nil, err
	}
	return &c, nil
}

func token(w http.ResponseWriter, r *http.Request) {
	c, err := claims(r)
	if err != nil {
		w.WriteHeader(401)
		return
	}
	fmt.Fprint(w, people.Find(c.Subject).Email)
}

func tokenBad(w http.ResponseWriter, r *http.Request) {
	var c jwt.RegisteredClaims
	_, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("Authorization"), &c)
	if err != nil {
		w.WriteHeader(401)
		return
	}
	fmt.Fprint(w, people.Find(c.Subject).Email) // want `email from Person.Email reaches`
}

func tokenValid(w http.ResponseWriter, r *http.Request) {
	t, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return hash, nil })
	if err != nil || !t.Valid {
		w.WriteHeader(401)
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func before(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Mail", people.Find("1").Email) // want `email from Person.Email reaches`
	if people.Verify(r) != nil {
		return
	}
}

func named(ctx context.Context, r *http.Request) (ok bool, err error) {
	defer func() { log.Println("checked", ok) }()
	if err = people.Verify(r); err != nil {
		return false, err
	}
	ok = true
	return
}

func namedResult(w http.ResponseWriter, r *http.Request) {
	if ok, _ := named(r.Context(), r); !ok {
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func retry(w http.ResponseWriter, r *http.Request) {
	var err error
	for range 3 {
		if err = people.Verify(r); err == nil {
			break
		}
	}
	if err != nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

type connection struct{ open bool }

func dial(addr string) (*connection, error) {
	if addr == "" {
		return nil, errors.New("no address")
	}
	return &connection{open: true}, nil
}

func (c *connection) Close() error { c.open = false; return nil }

// closing defers a call, so that its results are variables.
func closing(r *http.Request) error {
	c, err := dial(r.Host)
	if err != nil {
		return err
	}
	defer c.Close()
	return people.Verify(r)
}

// forgiving changes its result behind what it returns.
func forgiving(r *http.Request) (err error) {
	c, err := dial(r.Host)
	if err != nil {
		return err
	}
	defer func() { err = c.Close() }()
	return people.Verify(r)
}

func behindDeferred(w http.ResponseWriter, r *http.Request) {
	if closing(r) != nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func forgiven(w http.ResponseWriter, r *http.Request) {
	if forgiving(r) != nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}
