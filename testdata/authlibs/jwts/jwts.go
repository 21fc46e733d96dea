// Package jwts has libraries that read tokens: what checks a signature tells who
// calls, what reads without checking does not.
package jwts

import (
	"crypto/rsa"
	"net/http"
	"strings"

	"github.com/cristalhq/jwt/v4"
	form3 "github.com/form3tech-oss/jwt-go"
	jose3 "github.com/go-jose/go-jose/v3"
	jose3jwt "github.com/go-jose/go-jose/v3/jwt"
	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	kataras "github.com/kataras/jwt"
	squarejwt "gopkg.in/square/go-jose.v2/jwt"

	"authlibs/people"
)

type claims struct {
	Subject string `json:"sub"`
}

type keys struct {
	secret   []byte
	public   *rsa.PublicKey
	verifier jwt.Verifier
}

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// Serve serves all of them.
func Serve(k *keys) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /cristal", k.cristal)
	mux.HandleFunc("GET /cristal/claims", k.cristalClaims)
	mux.HandleFunc("GET /cristal/parts", k.cristalParts)
	mux.HandleFunc("GET /cristal/unverified", k.cristalUnverified)
	mux.HandleFunc("GET /form3", k.form3)
	mux.HandleFunc("GET /form3/valid", k.form3Valid)
	mux.HandleFunc("GET /form3/unverified", k.form3Unverified)
	mux.HandleFunc("GET /jose", k.jose)
	mux.HandleFunc("GET /jose/parsed", k.joseParsed)
	mux.HandleFunc("GET /jose/unsafe", k.joseUnsafe)
	mux.HandleFunc("GET /jose/expected", k.joseExpected)
	mux.HandleFunc("GET /jose/object", k.joseObject)
	mux.HandleFunc("GET /jose3", k.jose3)
	mux.HandleFunc("GET /square", k.square)
	mux.HandleFunc("GET /kataras", k.kataras)
	mux.HandleFunc("GET /kataras/decoded", k.katarasDecoded)
	return http.ListenAndServe("localhost:8080", mux)
}

func (k *keys) cristal(w http.ResponseWriter, r *http.Request) {
	token, err := jwt.Parse([]byte(bearer(r)), k.verifier)
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	var c claims
	if err := token.DecodeClaims(&c); err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(c.Subject).Email))
}

func (k *keys) cristalClaims(w http.ResponseWriter, r *http.Request) {
	var c jwt.RegisteredClaims
	if err := jwt.ParseClaims([]byte(bearer(r)), k.verifier, &c); err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(c.Subject).Email))
}

func (k *keys) cristalParts(w http.ResponseWriter, r *http.Request) {
	token, err := jwt.ParseNoVerify([]byte(bearer(r)))
	if err != nil || k.verifier.Verify(token) != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email))
}

func (k *keys) cristalUnverified(w http.ResponseWriter, r *http.Request) {
	token, err := jwt.ParseNoVerify([]byte(bearer(r)))
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	var c claims
	_ = token.DecodeClaims(&c)
	_, _ = w.Write([]byte(people.Find(c.Subject).Email)) // want `email from Person.Email reaches`
}

func (k *keys) key(*form3.Token) (any, error) { return k.secret, nil }

func (k *keys) form3(w http.ResponseWriter, r *http.Request) {
	c := form3.MapClaims{}
	if _, err := form3.ParseWithClaims(bearer(r), c, k.key); err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email))
}

// form3Valid asks the token itself, as many examples do.
func (k *keys) form3Valid(w http.ResponseWriter, r *http.Request) {
	token, _ := form3.Parse(bearer(r), k.key)
	if token == nil || !token.Valid {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email))
}

func (k *keys) form3Unverified(w http.ResponseWriter, r *http.Request) {
	c := form3.MapClaims{}
	if _, _, err := new(form3.Parser).ParseUnverified(bearer(r), c); err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email)) // want `email from Person.Email reaches`
}

func (k *keys) jose(w http.ResponseWriter, r *http.Request) {
	token, err := josejwt.ParseSigned(bearer(r), []jose.SignatureAlgorithm{jose.RS256})
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	var c josejwt.Claims
	if err := token.Claims(k.public, &c); err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(c.Subject).Email))
}

// joseParsed takes a token that can be read for one that is signed.
func (k *keys) joseParsed(w http.ResponseWriter, r *http.Request) {
	if _, err := josejwt.ParseSigned(bearer(r), []jose.SignatureAlgorithm{jose.RS256}); err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email)) // want `email from Person.Email reaches`
}

func (k *keys) joseUnsafe(w http.ResponseWriter, r *http.Request) {
	token, err := josejwt.ParseSigned(bearer(r), []jose.SignatureAlgorithm{jose.RS256})
	if err != nil {
		return
	}
	var c josejwt.Claims
	if err := token.UnsafeClaimsWithoutVerification(&c); err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(c.Subject).Email)) // want `email from Person.Email reaches`
}

// joseExpected asks only whether what the token says of itself fits.
func (k *keys) joseExpected(w http.ResponseWriter, r *http.Request) {
	token, err := josejwt.ParseSigned(bearer(r), []jose.SignatureAlgorithm{jose.RS256})
	if err != nil {
		return
	}
	var c josejwt.Claims
	_ = token.UnsafeClaimsWithoutVerification(&c)
	if err := c.Validate(josejwt.Expected{Issuer: "us"}); err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(c.Subject).Email)) // want `email from Person.Email reaches`
}

func (k *keys) joseObject(w http.ResponseWriter, r *http.Request) {
	object, err := jose.ParseSigned(bearer(r), []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return
	}
	payload, err := object.Verify(k.secret)
	if err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(string(payload)).Email))
}

func (k *keys) jose3(w http.ResponseWriter, r *http.Request) {
	token, err := jose3jwt.ParseSigned(bearer(r))
	if err != nil {
		return
	}
	var c jose3jwt.Claims
	if err := token.Claims(&jose3.JSONWebKey{Key: k.public}, &c); err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(c.Subject).Email))
}

func (k *keys) square(w http.ResponseWriter, r *http.Request) {
	token, err := squarejwt.ParseSigned(bearer(r))
	if err != nil {
		return
	}
	var c squarejwt.Claims
	if token.Claims(k.public, &c) == nil {
		_, _ = w.Write([]byte(people.Find(c.Subject).Email))
	}
	_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func (k *keys) kataras(w http.ResponseWriter, r *http.Request) {
	token, err := kataras.Verify(kataras.HS256, k.secret, []byte(bearer(r)))
	if err != nil {
		return
	}
	var c claims
	if token.Claims(&c) != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(c.Subject).Email))
}

func (k *keys) katarasDecoded(w http.ResponseWriter, r *http.Request) {
	token, err := kataras.Decode([]byte(bearer(r)))
	if err != nil {
		return
	}
	var c claims
	if token.Claims(&c) != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(c.Subject).Email)) // want `email from Person.Email reaches`
}
