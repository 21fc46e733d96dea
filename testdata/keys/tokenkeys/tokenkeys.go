// Package tokenkeys reads claims of tokens by their names, with libraries and
// helpers.
package tokenkeys

import (
	"context"
	"log"
	"net/http"

	"github.com/golang-jwt/jwt/v4"
	ljwt "github.com/lestrrat-go/jwx/v2/jwt"
)

func older(raw string, key jwt.Keyfunc) {
	t, err := jwt.Parse(raw, key)
	if err != nil {
		return
	}
	c := t.Claims.(jwt.MapClaims)
	log.Print(c["exp"])
	log.Print(c["email"]) // want `email from c\["email"\] reaches log.Print`
}

type profile struct{ Mail, Plan string }

func fields(raw string, key jwt.Keyfunc) {
	t, _ := jwt.ParseWithClaims(raw, jwt.MapClaims{}, key)
	c, _ := t.Claims.(jwt.MapClaims)
	mail, _ := c["email"].(string)
	plan, _ := c["plan"].(string)
	p := profile{mail, plan}
	log.Print(p.Plan)
	log.Print(p.Mail) // want `email from c\["email"\] reaches log.Print`
}

func byGet(raw []byte) {
	t, err := ljwt.Parse(raw)
	if err != nil {
		return
	}
	v, _ := t.Get("email")
	log.Print(v) // want `email from t.Get\("email"\) reaches log.Print`
	exp, _ := t.Get("exp")
	log.Print(exp, t.Issuer())
	log.Print(t.PrivateClaims()["phone_number"]) // want `phone from t.PrivateClaims\(\)\["phone_number"\] reaches log.Print`
	m, _ := t.AsMap(context.Background())
	log.Print(m["email"]) // want `email from m\["email"\] reaches log.Print`
}

// Get is a getter of the program's own, for any type.
func Get[T any](m map[string]any, key string) (T, bool) {
	v, ok := m[key].(T)
	return v, ok
}

// Param is one for requests.
func Param[T ~string](r *http.Request, key string) T { return T(r.URL.Query().Get(key)) }

func getters(m map[string]any, r *http.Request) {
	mail, _ := Get[string](m, "email")
	page, _ := Get[string](m, "page")
	log.Print(page, Param[string](r, "page"))
	log.Print(mail)                      // want `email from Get\[string\]\(m, "email"\) reaches log.Print`
	log.Print(Param[string](r, "email")) // want `email from Param\[string\]\(r, "email"\) reaches log.Print`
}

func headers(r *http.Request) {
	log.Print(r.Header["X-User-Email"])        // want `email from r.Header\["X-User-Email"\] reaches log.Print`
	log.Print(r.Header.Values("Remote-Email")) // want `email from r.Header.Values\("Remote-Email"\) reaches log.Print`
	log.Print(r.Header["X-Request-Id"], r.Header.Values("Accept"))
}
