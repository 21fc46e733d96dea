// Package logins has callers who come back from the service where they logged in.
package logins

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/casdoor/casdoor-go-sdk/casdoorsdk"
	"github.com/markbates/goth/gothic"
	"github.com/zitadel/oidc/v3/pkg/client/rp"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"golang.org/x/oauth2"

	"authlibs/people"
)

type server struct {
	config   *oauth2.Config
	party    rp.RelyingParty
	verifier *rp.IDTokenVerifier
}

// Serve serves them.
func Serve(s *server) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /goth/callback", s.goth)
	mux.HandleFunc("GET /goth/begin", s.begin)
	mux.HandleFunc("GET /oauth/callback", s.callback)
	mux.HandleFunc("GET /oauth/stored", s.stored)
	mux.HandleFunc("GET /oauth/hasty", s.hasty)
	mux.HandleFunc("GET /zitadel/callback", s.zitadel)
	mux.HandleFunc("GET /zitadel/token", s.zitadelToken)
	mux.HandleFunc("GET /zitadel/hash", s.zitadelHash)
	mux.HandleFunc("GET /casdoor/callback", s.casdoor)
	mux.HandleFunc("GET /casdoor/user", s.casdoorUser)
	mux.Handle("GET /zitadel/handler", rp.CodeExchangeHandler(s.exchanged, s.party))
	return http.ListenAndServe("localhost:8080", mux)
}

func (s *server) goth(w http.ResponseWriter, r *http.Request) {
	user, err := gothic.CompleteUserAuth(w, r)
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_ = json.NewEncoder(w).Encode(people.Find(user.UserID))
}

// begin shows who would log in.
func (s *server) begin(w http.ResponseWriter, r *http.Request) {
	if _, err := gothic.CompleteUserAuth(w, r); err != nil {
		_ = json.NewEncoder(w).Encode(people.Find(r.FormValue("user"))) // want `name from Person.Name and email from Person.Email reach`
		gothic.BeginAuthHandler(w, r)
	}
}

func (s *server) callback(w http.ResponseWriter, r *http.Request) {
	token, err := s.config.Exchange(r.Context(), r.FormValue("code"))
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	response, err := s.config.Client(context.Background(), token).Get("https://issuer/userinfo")
	if err != nil {
		return
	}
	defer response.Body.Close()
	var info struct{ ID string }
	if err := json.NewDecoder(response.Body).Decode(&info); err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(people.Find(info.ID))
}

// stored uses a token that the server keeps.
func (s *server) stored(w http.ResponseWriter, r *http.Request) {
	source := s.config.TokenSource(r.Context(), &oauth2.Token{RefreshToken: "of the server"})
	if _, err := source.Token(); err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(people.Find(r.FormValue("id"))) // want `name from Person.Name and email from Person.Email reach`
}

// hasty does not wait for the answer.
func (s *server) hasty(w http.ResponseWriter, r *http.Request) {
	_, _ = s.config.Exchange(r.Context(), r.FormValue("code"))
	_ = json.NewEncoder(w).Encode(people.Find(r.FormValue("id"))) // want `name from Person.Name and email from Person.Email reach`
}

func (s *server) zitadel(w http.ResponseWriter, r *http.Request) {
	tokens, err := rp.CodeExchange[*oidc.IDTokenClaims](r.Context(), r.FormValue("code"), s.party)
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_ = json.NewEncoder(w).Encode(people.Find(tokens.IDTokenClaims.Subject))
}

func (s *server) zitadelToken(w http.ResponseWriter, r *http.Request) {
	claims, err := rp.VerifyIDToken[*oidc.IDTokenClaims](r.Context(), r.Header.Get("Authorization"), s.verifier)
	if err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_ = json.NewEncoder(w).Encode(people.Find(claims.Subject))
}

// zitadelHash compares two things that both came with the request.
func (s *server) zitadelHash(w http.ResponseWriter, r *http.Request) {
	if err := rp.VerifyAccessToken(r.FormValue("token"), r.FormValue("hash"), "RS256"); err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(people.Find(r.FormValue("id"))) // want `name from Person.Name and email from Person.Email reach`
}

func (s *server) exchanged(w http.ResponseWriter, r *http.Request, tokens *oidc.Tokens[*oidc.IDTokenClaims], state string, party rp.RelyingParty) {
	_ = json.NewEncoder(w).Encode(people.Find(tokens.IDTokenClaims.Subject))
}

func (s *server) casdoor(w http.ResponseWriter, r *http.Request) {
	token, err := casdoorsdk.GetOAuthToken(r.FormValue("code"), r.FormValue("state"))
	if err != nil {
		return
	}
	claims, err := casdoorsdk.ParseJwtToken(token.AccessToken)
	if err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(people.Find(claims.Subject))
}

// casdoorUser finds somebody by a name that anybody may say.
func (s *server) casdoorUser(w http.ResponseWriter, r *http.Request) {
	user, err := casdoorsdk.GetUser(r.FormValue("name"))
	if err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(people.Find(user.Id)) // want `name from Person.Name and email from Person.Email reach`
}
