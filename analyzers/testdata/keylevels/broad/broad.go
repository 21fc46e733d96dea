// Package broad has keys of which a part means something.
package broad

import (
	"log"
	"net/http"
	"os"
)

func Show(r *http.Request, m map[string]string) {
	log.Print(r.FormValue("customer_email")) // want `email from r.FormValue\("customer_email"\)`
	log.Print(m["name"])                     // want `name from m\["name"\]`
	log.Print(os.Getenv("DB_PASSWORD"))      // want `credential from os.Getenv\("DB_PASSWORD"\)`
	log.Print(r.FormValue("email_verified"), m["colour"], r.FormValue("emailTemplate"))
}
