// Package strict has keys that mean one thing.
package strict

import (
	"log"
	"net/http"
)

func Show(r *http.Request, m map[string]string) {
	log.Print(r.FormValue("email")) // want `email from r.FormValue`
	log.Print(m["email"])           // want `email from m`
	log.Print(r.FormValue("customer_email"), m["name"], r.URL.Query().Get("user_id"))
}
