// Package options has the settings of a program.
package options

import "os"

// Settings are the settings of a program.
type Settings struct{ prefix string }

// All are those of this one.
var All = &Settings{prefix: "APP_"}

// Get is the setting with a name.
func (s *Settings) Get(name string) any { return os.Getenv(s.prefix + name) }
