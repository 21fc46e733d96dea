package tokens

import (
	"io"
	"net/http"

	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwt"

	"handlers/people"
)

// tokenThere asks for the token, not for the error.
func tokenThere(w http.ResponseWriter, r *http.Request) {
	if t, _ := jwt.ParseRequest(r, jwt.WithKey(jwa.HS256(), []byte("k"))); t != nil {
		io.WriteString(w, people.Find("1").Email)
	}
}

// listedOption has the option that checks nothing in a list.
func listedOption(w http.ResponseWriter, r *http.Request) {
	options := []jwt.ParseOption{jwt.WithVerify(false), jwt.WithValidate(true)}
	if _, err := jwt.Parse([]byte(r.Header.Get("T")), options...); err != nil {
		return
	}
	io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
}

func serveListed() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/there", tokenThere)
	mux.HandleFunc("/listed", listedOption)
	return http.ListenAndServe(":1", mux)
}

var _ = serveListed
