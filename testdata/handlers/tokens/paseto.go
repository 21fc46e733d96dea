package tokens

import (
	"fmt"
	"net/http"

	modern "aidanwoods.dev/go-paseto"
	"github.com/o1egl/paseto"

	"handlers/people"
)

// claims is what a token says.
type claims struct{ ID string }

var sealKey = []byte("0123456789abcdef0123456789abcdef")

func sealed(w http.ResponseWriter, r *http.Request) {
	var c claims
	if err := paseto.NewV2().Decrypt(r.Header.Get("Authorization"), sealKey, &c, nil); err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	fmt.Fprintln(w, people.Find(c.ID).Email)
}

func sealedUnasked(w http.ResponseWriter, r *http.Request) {
	var c claims
	_ = paseto.NewV2().Decrypt(r.Header.Get("Authorization"), sealKey, &c, nil)
	fmt.Fprintln(w, people.Find(c.ID).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}

func signed(key modern.V4AsymmetricPublicKey) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		parser := modern.NewParser()
		token, err := parser.ParseV4Public(key, r.Header.Get("Authorization"), nil)
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		id, _ := token.GetSubject()
		fmt.Fprintln(w, people.Find(id).Email)
	}
}

func peeked(w http.ResponseWriter, r *http.Request) {
	parser := modern.NewParser()
	footer, err := parser.UnsafeParseFooter(modern.V4Public, r.Header.Get("Authorization"))
	if err != nil {
		return
	}
	fmt.Fprintln(w, people.Find(string(footer)).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}

// ServeTokens serves them.
func ServeTokens() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/sealed", sealed)
	mux.HandleFunc("/unasked", sealedUnasked)
	mux.HandleFunc("/signed", signed(modern.NewV4AsymmetricSecretKey().Public()))
	mux.HandleFunc("/peeked", peeked)
	return http.ListenAndServe(":8080", mux)
}
