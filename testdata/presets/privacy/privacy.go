// Package privacy marks settings that a form hides.
package privacy

import "log"

// Settings are shown in a form.
type Settings struct {
	Host string
	Pass string `privacy:"password"`
	Key  string `privacy:"apiKey"`
}

func show(s Settings) {
	log.Print(s.Host)
	log.Print(s.Pass) // want `credential from Settings.Pass reaches log.Print`
	log.Print(s.Key)  // want `credential from Settings.Key reaches log.Print`
}
