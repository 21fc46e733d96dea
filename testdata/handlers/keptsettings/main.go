// Command keptsettings shows some of the settings that a package variable holds, and
// none of the secrets beside them.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"strings"

	"handlers/keptsettings/conf"
)

type answer struct {
	conf.Guests
	conf.Board
	Names []string
}

func settings(r *http.Request) (*answer, error) {
	c := *conf.Conf
	c.Language = strings.ReplaceAll(c.Language, "_", "-")
	a := answer{Guests: c.Guests, Names: c.Names}
	if r.FormValue("all") != "" {
		a.Host = conf.Conf.Host
		a.TLS = conf.Conf.TLS
	}
	return &a, nil
}

func provider(r *http.Request) (string, error) {
	return "https://login.example.com/?id=" + conf.Conf.Others[r.FormValue("name")].ID, nil
}

func secret(r *http.Request) (string, error) {
	return conf.Conf.Others[r.FormValue("name")].Secret, nil
}

func key(*http.Request) (string, error) { return conf.Conf.Key, nil }

func answers[T any](do func(r *http.Request) (T, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		a, err := do(r)
		if err != nil {
			http.Error(w, "no", http.StatusInternalServerError)
			return
		}
		_ = json.NewEncoder(w).Encode(a)
	}
}

func main() {
	if err := conf.Read("settings.json"); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/settings", answers(settings))
	http.HandleFunc("/provider", answers(provider))
	http.HandleFunc("/secret", answers(secret)) // want `credential from Other.Secret reaches json.Encoder.Encode before the caller is verified`
	http.HandleFunc("/key", answers(key))       // want `credential from Settings.Key reaches json.Encoder.Encode before the caller is verified`
	log.Println(conf.Conf.Host)
	log.Fatal(http.ListenAndServe(":80", nil))
}
