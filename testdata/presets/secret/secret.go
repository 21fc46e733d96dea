// Package secret marks the fields of a configuration.
package secret

import "log"

// Config is read from the environment.
type Config struct {
	Addr  string `env:"ADDR"`
	DSN   string `env:"DSN" secret:"true"`
	Shown string `env:"SHOWN" secret:"false"`
}

func start(c Config) {
	log.Print(c.Addr, c.Shown)
	log.Print(c.DSN)     // want `credential from Config.DSN reaches log.Print`
	log.Printf("%+v", c) // want `credential from Config.DSN reaches log.Printf`
}
