package zerologs

import (
	"io"
	"os"

	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"

	"libs/people"
)

// nullWriter drops all.
type nullWriter struct{}

func (nullWriter) Write(p []byte) (int, error) { return len(p), nil }

// tagWriter hands on.
type tagWriter struct{ w io.Writer }

func (t tagWriter) Write(p []byte) (int, error) { return t.w.Write(append([]byte("app "), p...)) }

// Writers of the program's own.
func Writers(c people.Customer) {
	n := zerolog.New(nullWriter{})
	n.Info().Str("email", c.Email).Msg(c.Phone)
	kept := n.With().Str("email", c.Email).Logger()
	kept.Info().Msg("m")
	t := zerolog.New(tagWriter{os.Stderr})
	t.Info().Str("email", c.Email).Msg("m") // want "email from Customer.Email reaches zerolog.Event.Str without"
	o := n.Output(os.Stderr)
	o.Info().Str("email", c.Email).Msg("m") // want "email from Customer.Email reaches zerolog.Event.Str without"
	h := zerolog.New(os.Stderr).Hook(zerolog.HookFunc(func(e *zerolog.Event, _ zerolog.Level, _ string) {
		e.Str("email", "***")
	}))
	h.Info().Str("email", c.Email).Msg("m")   // want "email from Customer.Email reaches zerolog.Event.Str without"
	log.Info().Str("email", c.Email).Msg("m") // want "email from Customer.Email reaches zerolog.Event.Str without"
}
