// Package httpauth has basic and digest authentication, and a limit that verifies
// nobody.
package httpauth

import (
	"net/http"

	auth "github.com/abbot/go-http-auth"
	"github.com/didip/tollbooth/v7"

	"authlibs/people"
)

func secret(user, realm string) string {
	if user == "john" {
		return "$1$dlPL2MqE$oQmn16q49SqdmhenQuNgs1"
	}
	return ""
}

// Serve serves them.
func Serve() error {
	basic := auth.NewBasicAuthenticator("people", secret)
	digest := auth.NewDigestAuthenticator("people", secret)
	http.HandleFunc("GET /basic", basic.Wrap(wrapped))
	http.HandleFunc("GET /just", auth.JustCheck(digest, just))
	http.HandleFunc("GET /checked", func(w http.ResponseWriter, r *http.Request) {
		user := basic.CheckAuth(r)
		if user == "" {
			basic.RequireAuth(w, r)
			return
		}
		_, _ = w.Write([]byte(people.Find(user).Email))
	})
	http.HandleFunc("GET /unchecked", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(people.Find(basic.CheckAuth(r)).Email)) // want `email from Person.Email reaches`
	})
	http.Handle("GET /limited", tollbooth.LimitFuncHandler(tollbooth.NewLimiter(1, nil), limited))
	return http.ListenAndServe("localhost:8080", nil)
}

func wrapped(w http.ResponseWriter, r *auth.AuthenticatedRequest) {
	_, _ = w.Write([]byte(people.Find(r.Username).Email))
}

func just(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte(people.Find("1").Email)) }

func limited(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}
