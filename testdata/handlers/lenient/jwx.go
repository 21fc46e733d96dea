package lenient

import (
	"net/http"

	jwx "github.com/lestrrat-go/jwx/v2/jwt"

	"handlers/people"
)

// JWX has an option, in the call or in a list.
func JWX() error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /listed", func(w http.ResponseWriter, r *http.Request) {
		opts := []jwx.ParseOption{jwx.WithVerify(false)}
		if _, err := jwx.Parse([]byte(r.Header.Get("Authorization")), opts...); err != nil {
			return
		}
		_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email)) // want `email from Person.Email reaches`
	})
	mux.HandleFunc("GET /option", func(w http.ResponseWriter, r *http.Request) {
		if _, err := jwx.Parse([]byte(r.Header.Get("Authorization")), jwx.WithVerify(false)); err != nil {
			return
		}
		_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email)) // want `email from Person.Email reaches`
	})
	mux.HandleFunc("GET /insecure", func(w http.ResponseWriter, r *http.Request) {
		if _, err := jwx.ParseInsecure([]byte(r.Header.Get("Authorization"))); err != nil {
			return
		}
		_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email)) // want `email from Person.Email reaches`
	})
	mux.HandleFunc("GET /on", func(w http.ResponseWriter, r *http.Request) {
		if _, err := jwx.Parse([]byte(r.Header.Get("Authorization")), jwx.WithVerify(true), jwx.WithKeySet(nil)); err != nil {
			return
		}
		_, _ = w.Write([]byte(people.Find(r.PathValue("id")).Email))
	})
	return http.ListenAndServe(":1", mux)
}
