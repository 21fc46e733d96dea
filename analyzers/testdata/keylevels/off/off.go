// Package off has no keys that count.
package off

import (
	"log"
	"net/http"
)

func show(r *http.Request, m map[string]string) {
	log.Print(r.FormValue("email"), m["email"], r.URL.Query().Get("email"))
}
