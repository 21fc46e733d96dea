package checks

import (
	"crypto/subtle"
	"net/http"

	"handlers/people"
)

// basicAuth compares both texts before it decides: how long that takes tells nobody which
// of them was wrong.
func basicAuth(user, password string, next http.HandlerFunc) http.HandlerFunc {
	match := func(u, p string) bool {
		sameUser := subtle.ConstantTimeCompare([]byte(u), []byte(user))
		samePassword := subtle.ConstantTimeCompare([]byte(p), []byte(password))
		return sameUser&samePassword == 1
	}
	return func(w http.ResponseWriter, r *http.Request) {
		u, p, ok := r.BasicAuth()
		if !ok || !match(u, p) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

// eitherAuth has the wrong operator.
func eitherAuth(user, password string, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		u, p, _ := r.BasicAuth()
		if subtle.ConstantTimeCompare([]byte(u), []byte(user))|len(p)^len(password) != 0 {
			next(w, r)
		}
	}
}

func behindBoth(w http.ResponseWriter, r *http.Request) { w.Write([]byte(people.Find("1").Email)) }

func behindEither(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func both() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/both", basicAuth("admin", "secret", behindBoth))
	mux.HandleFunc("/either", eitherAuth("admin", "secret", behindEither))
	return http.ListenAndServe(":1", mux)
}
