// Package many_sinks shows a little of what it is given, behind a library that shows much of
// its own: that leaves room for the former.
package many_sinks

import (
	"fmt"
	"log"

	"flow/cross/many_sinks/tables"
)

type config struct {
	Level  string
	Secret string `pii:"credential"`
}

func start(c config) error {
	if err := tables.Setup(); err != nil {
		return fmt.Errorf("tables: %w", err)
	}
	log.Println("level", c.Level)
	return nil
}

func startAloud(c config) error {
	if err := tables.Setup(); err != nil {
		return fmt.Errorf("tables: %w", err)
	}
	log.Println("secret", c.Secret) // want `credential from config.Secret reaches log.Println`
	return nil
}

func run(c *config) {
	_ = start(*c)
	_ = startAloud(*c)
}
