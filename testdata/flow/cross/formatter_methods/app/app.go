// Package app prints them all.
package app

import (
	"encoding/json"
	"log"
	"log/slog"

	"flow/cross/formatter_methods/middle"
	"flow/cross/formatter_methods/model"
)

func printed(m model.Masked, l model.Leaky) {
	log.Println(m)
	log.Printf("%v %s", &m, []model.Masked{m})
	log.Printf("%#v", m) // want `email from Masked.Email reaches log.Printf`
	log.Println(l)       // want `email from Leaky.Email reaches log.Println`
	log.Printf("%#v", l) // want `email from Leaky.Email and phone from Leaky.Phone reach log.Printf`
}

func nested(o middle.Order, d middle.Draft, n middle.Note) {
	log.Println(o)
	log.Println(d) // want `email from Masked.Email reaches log.Println`
	log.Println(n) // want `email from Leaky.Email reaches log.Println`
}

func structured(m model.Masked, l model.Leaky) {
	slog.Info("x", "m", m)
	slog.Info("x", "l", l) // want `phone from Leaky.Phone reaches slog.Info`
}

func encoded(m model.Masked, l model.Leaky) {
	b, _ := json.Marshal(m)
	log.Printf("%s", b)
	b, _ = json.Marshal(l)
	log.Printf("%s", b) // want `email from Leaky.Email and phone from Leaky.Phone reach log.Printf`
}
