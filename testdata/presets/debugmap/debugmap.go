// Package debugmap marks how a generator shows options.
package debugmap

import "log"

// Config is of a server.
type Config struct {
	Addr   string   `debugmap:"visible"`
	Hosts  []string `debugmap:"visible-format"`
	Key    []string `debugmap:"sensitive"`
	Hook   func()   `debugmap:"hidden"`
	Nested Nested   `debugmap:"visible"`
}

// Nested lies in a visible field.
type Nested struct {
	DSN string `debugmap:"sensitive"`
}

func show(c *Config) {
	log.Print(c.Addr, c.Hosts)
	log.Print(c.Key)        // want `credential from Config.Key reaches log.Print`
	log.Print(c.Nested)     // want `credential from Nested.DSN reaches log.Print`
	log.Print(c.Nested.DSN) // want `credential from Nested.DSN reaches log.Print`
}
