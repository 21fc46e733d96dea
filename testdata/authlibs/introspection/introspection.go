// Package introspection asks the issuer about a token: its answer may be that the
// token is not good.
package introspection

import (
	"encoding/json"
	"net/http"

	hydra "github.com/ory/hydra-client-go/v2"
	"github.com/zitadel/oidc/v3/pkg/client/rs"
	"github.com/zitadel/oidc/v3/pkg/oidc"

	"authlibs/people"
)

type server struct {
	hydra    *hydra.APIClient
	resource rs.ResourceServer
}

// Serve serves them.
func Serve(s *server) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /hydra", s.active)
	mux.HandleFunc("GET /hydra/get", s.getActive)
	mux.HandleFunc("GET /hydra/answered", s.answered)
	mux.HandleFunc("GET /zitadel", s.zitadel)
	mux.HandleFunc("GET /zitadel/answered", s.zitadelAnswered)
	mux.HandleFunc("GET /zitadel/inverted", s.zitadelInverted)
	return http.ListenAndServe("localhost:8080", mux)
}

func (s *server) active(w http.ResponseWriter, r *http.Request) {
	token, _, err := s.hydra.OAuth2API.IntrospectOAuth2Token(r.Context()).Token(r.FormValue("token")).Execute()
	if err != nil || !token.Active {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_ = json.NewEncoder(w).Encode(people.Find(*token.Sub))
}

func (s *server) getActive(w http.ResponseWriter, r *http.Request) {
	token, _, err := s.hydra.OAuth2API.IntrospectOAuth2Token(r.Context()).Token(r.FormValue("token")).Execute()
	if err == nil && token.GetActive() {
		_ = json.NewEncoder(w).Encode(people.Find(token.GetSub()))
	}
}

func (s *server) answered(w http.ResponseWriter, r *http.Request) {
	token, _, err := s.hydra.OAuth2API.IntrospectOAuth2Token(r.Context()).Token(r.FormValue("token")).Execute()
	if err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(people.Find(token.GetSub())) // want `name from Person.Name and email from Person.Email reach`
}

func (s *server) zitadel(w http.ResponseWriter, r *http.Request) {
	token, err := rs.Introspect[*oidc.IntrospectionResponse](r.Context(), s.resource, r.FormValue("token"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusForbidden)
		return
	}
	if !token.Active {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_ = json.NewEncoder(w).Encode(people.Find(token.Subject))
}

func (s *server) zitadelAnswered(w http.ResponseWriter, r *http.Request) {
	token, err := rs.Introspect[*oidc.IntrospectionResponse](r.Context(), s.resource, r.FormValue("token"))
	if err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(people.Find(token.Subject)) // want `name from Person.Name and email from Person.Email reach`
}

func (s *server) zitadelInverted(w http.ResponseWriter, r *http.Request) {
	token, err := rs.Introspect[*oidc.IntrospectionResponse](r.Context(), s.resource, r.FormValue("token"))
	if err != nil || token.Active {
		return
	}
	_ = json.NewEncoder(w).Encode(people.Find(token.Subject)) // want `name from Person.Name and email from Person.Email reach`
}
