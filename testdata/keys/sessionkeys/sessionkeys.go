// Package sessionkeys has sessions, the claims of tokens and maps of texts that
// programs show.
package sessionkeys

import (
	"errors"
	"fmt"
	"log"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/sessions"
)

var store = sessions.NewCookieStore([]byte("0123456789abcdef"))

func session(w http.ResponseWriter, r *http.Request) {
	s, err := store.Get(r, "shop")
	if err != nil {
		http.Error(w, "no session", http.StatusBadRequest)
		return
	}
	log.Print(s.Values["email"]) // want `email from s\.Values\["email"\] reaches log\.Print without redaction`
	if phone, ok := s.Values["phone"].(string); ok {
		log.Print(phone) // want `phone from s\.Values\["phone"\] reaches log\.Print without redaction`
	}
	log.Print(s.Values["theme"])
	s.Values["password"] = "changed"
	log.Print(s.Values["password"])
}

func managed(m *scs.SessionManager, r *http.Request) {
	log.Print(m.GetString(r.Context(), "email")) // want `email from m\.GetString\(r\.Context\(\), "email"\) reaches log\.Print without redaction`
	log.Print(m.Get(r.Context(), "ssn"))         // want `ssn from m\.Get\(r\.Context\(\), "ssn"\) reaches log\.Print without redaction`
	log.Print(m.GetString(r.Context(), "flash"), m.GetInt(r.Context(), "page"))
}

func claims(raw string, key jwt.Keyfunc) error {
	t, err := jwt.Parse(raw, key)
	if err != nil {
		return err
	}
	c, ok := t.Claims.(jwt.MapClaims)
	if !ok {
		return errors.New("no claims")
	}
	log.Print(c["email"]) // want `email from c\["email"\] reaches log\.Print without redaction`
	log.Print(c["exp"], c["iss"])
	return nil
}

func filled(raw string, key jwt.Keyfunc) error {
	c := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(raw, c, key); err != nil {
		return err
	}
	if phone, ok := c["phone_number"].(string); ok {
		return fmt.Errorf("nobody has %s", phone) // want `phone from c\["phone_number"\] reaches fmt\.Errorf without redaction`
	}
	log.Print(c["aud"])
	return nil
}

// Own are claims with fields.
type Own struct {
	Mail string `json:"mail" pii:"email"`
	Plan string `json:"plan"`
	jwt.RegisteredClaims
}

func own(raw string, key jwt.Keyfunc) error {
	c := &Own{}
	if _, err := jwt.ParseWithClaims(raw, c, key); err != nil {
		return err
	}
	log.Print(c.Mail) // want `email from Own\.Mail reaches log\.Print without redaction`
	log.Print(c.Plan)
	return nil
}

// Form is one that somebody filled in, with what is wrong about it.
type Form struct {
	Values      map[string]string
	FieldErrors map[string]string
}

// Report logs both.
func (f *Form) Report() {
	log.Print(f.Values["email"]) // want `email from f\.Values\["email"\] reaches log\.Print without redaction`
	log.Print(f.FieldErrors["email"])
}

// Refuse logs what a check found.
func Refuse(errs map[string][]string, labels map[string]string) {
	log.Print(labels["email"], errs["email"])
}
