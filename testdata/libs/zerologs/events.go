// Package zerologs logs tagged data with github.com/rs/zerolog.
package zerologs

import (
	"errors"
	"fmt"
	stdlog "log"
	"net"
	"strconv"
	"time"

	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"

	"libs/people"
)

// Levels logs the same field at every level.
func Levels(l *zerolog.Logger, c people.Customer) {
	l.Trace().Str("email", c.Email).Send()                    // want "email from Customer.Email reach.* zerolog.Event.Str without"
	l.Debug().Str("email", c.Email).Send()                    // want "email from Customer.Email reach.* zerolog.Event.Str without"
	l.Info().Str("email", c.Email).Msg("m")                   // want "email from Customer.Email reach.* zerolog.Event.Str without"
	l.Warn().Str("email", c.Email).Msg("m")                   // want "email from Customer.Email reach.* zerolog.Event.Str without"
	l.Error().Str("email", c.Email).Msg("m")                  // want "email from Customer.Email reach.* zerolog.Event.Str without"
	l.Log().Str("email", c.Email).Msg("m")                    // want "email from Customer.Email reach.* zerolog.Event.Str without"
	l.Err(nil).Str("email", c.Email).Msg("m")                 // want "email from Customer.Email reach.* zerolog.Event.Str without"
	l.WithLevel(zerolog.InfoLevel).Str("e", c.Email).Msg("m") // want "email from Customer.Email reach.* zerolog.Event.Str without"

	l.Trace().Str("id", c.ID).Send()
	l.Info().Str("id", c.ID).Msg("m")
	l.Warn().Str("email", people.Mask(c.Email)).Msg("m")
	l.Error().Bool("has email", c.Email != "").Int("length", len(c.Email)).Msg("m")
}

// Panics stands alone: nothing behind the message is reached.
func Panics(l *zerolog.Logger, c people.Customer) {
	l.Panic().Str("email", c.Email).Msg("m") // want "email from Customer.Email reach.* zerolog.Event.Str without"
}

// Dies stands alone: nothing behind the message is reached.
func Dies(l *zerolog.Logger, c people.Customer) {
	l.Fatal().Str("email", c.Email).Msg("m") // want "email from Customer.Email reach.* zerolog.Event.Str without"
}

// Messages puts data into the text itself.
func Messages(l *zerolog.Logger, c people.Customer) {
	l.Info().Msg("to " + c.Email)                               // want "email from Customer.Email reach.* zerolog.Event.Msg without"
	l.Info().Msgf("to %s", c.Email)                             // want "email from Customer.Email reach.* zerolog.Event.Msgf without"
	l.Info().MsgFunc(func() string { return c.Email })          // want "email from Customer.Email reach.* zerolog.Event.MsgFunc without"
	l.Info().Str("phone", c.Phone).Msgf("to %s", c.Email)       // want "phone from Customer.Phone reach.* zerolog.Event.Str without" "email from Customer.Email reach.* zerolog.Event.Msgf without"
	l.Info().Str("email", c.Email).Str("phone", c.Phone).Send() // want "email from Customer.Email reach.* zerolog.Event.Str without" "phone from Customer.Phone reach.* zerolog.Event.Str without"
	l.Print("to ", c.Email)                                     // want "email from Customer.Email reach.* zerolog.Logger.Print without"
	l.Printf("to %s", c.Email)                                  // want "email from Customer.Email reach.* zerolog.Logger.Printf without"
	l.Println("to", c.Email)                                    // want "email from Customer.Email reach.* zerolog.Logger.Println without"
	l.Write([]byte(c.Email))                                    // want "email from Customer.Email reach.* zerolog.Logger.Write without"
	stdlog.New(l, "", 0).Print(c.Email)                         // want "email from Customer.Email reach.* log.Logger.Print without"

	l.Info().Msg("to " + c.ID)
	l.Info().Msgf("to %s of type %T", c.ID, c)
	l.Info().MsgFunc(func() string { return c.ID })
	l.Print("to ", c.ID)
	l.Printf("to %s", c.ID)
}

// Global uses the logger of the log package.
func Global(c people.Customer) {
	log.Info().Str("email", c.Email).Msg("m")   // want "email from Customer.Email reach.* zerolog.Event.Str without"
	log.Err(nil).Str("email", c.Email).Msg("m") // want "email from Customer.Email reach.* zerolog.Event.Str without"
	log.Print("to ", c.Email)                   // want "email from Customer.Email reach.* log.Print without"
	log.Printf("to %s", c.Email)                // want "email from Customer.Email reach.* log.Printf without"
	log.With().Str("email", c.Email).Logger()   // want "email from Customer.Email reach.* zerolog.Context.Str without"
	log.Info().Str("id", c.ID).Msg("m")
	log.Print("to ", c.ID)
}

// Strings passes text through each method that takes some.
func Strings(l *zerolog.Logger, c people.Customer) {
	l.Info().Strs("to", []string{c.ID, c.Email}).Send()                      // want "email from Customer.Email reach.* zerolog.Event.Strs without"
	l.Info().StrsV("to", c.ID, c.Email).Send()                               // want "email from Customer.Email reach.* zerolog.Event.StrsV without"
	l.Info().Bytes("to", []byte(c.Email)).Send()                             // want "email from Customer.Email reach.* zerolog.Event.Bytes without"
	l.Info().Hex("to", []byte(c.Email)).Send()                               // want "email from Customer.Email reach.* zerolog.Event.Hex without"
	l.Info().RawJSON("to", []byte(`{"e":"`+c.Email+`"}`)).Send()             // want "email from Customer.Email reach.* zerolog.Event.RawJSON without"
	l.Info().Any("to", c.Email).Send()                                       // want "email from Customer.Email reach.* zerolog.Event.Any without"
	l.Info().Interface("to", []string{c.Email}).Send()                       // want "email from Customer.Email reach.* zerolog.Event.Interface without"
	l.Info().Interface("to", map[string]int{c.Email: 1}).Send()              // want "email from Customer.Email reach.* zerolog.Event.Interface without"
	l.Info().Str(c.Email, "is the key").Send()                               // want "email from Customer.Email reach.* zerolog.Event.Str without"
	l.Info().Fields(map[string]any{"id": c.ID, "email": c.Email}).Send()     // want "email from Customer.Email reach.* zerolog.Event.Fields without"
	l.Info().Fields([]any{"email", c.Email, "phone", c.Phone}).Send()        // want "email from Customer.Email and phone from Customer.Phone reach.* zerolog.Event.Fields without"
	l.Info().Dict("c", zerolog.Dict().Str("email", c.Email)).Send()          // want "email from Customer.Email reach.* zerolog.Event.Str without"
	l.Info().Func(func(e *zerolog.Event) { e.Str("email", c.Email) }).Send() // want "email from Customer.Email reach.* zerolog.Event.Str without"

	l.Info().Strs("to", []string{c.ID}).Send()
	l.Info().Bytes("to", []byte(c.ID)).Any("id", c.ID).Send()
	l.Info().Fields(map[string]any{"id": c.ID}).Send()
	l.Info().Dict("c", zerolog.Dict().Str("id", c.ID)).Send()
	l.Info().Type("c", c).Type("email", c.Email).Send()
	l.Info().Func(func(e *zerolog.Event) { e.Str("id", c.ID) }).Send()
}

type session struct {
	ID string
	IP net.IP `pii:"ip"`
}

// Numbers passes what is personal without being text.
func Numbers(l *zerolog.Logger, p people.Patient, s session) {
	l.Info().Time("born", p.Born).Send()                      // want "dob from Patient.Born reach.* zerolog.Event.Time without"
	l.Info().Times("born", []time.Time{p.Born}).Send()        // want "dob from Patient.Born reach.* zerolog.Event.Times without"
	l.Info().Int64("ssn", p.SSN).Send()                       // want "ssn from Patient.SSN reach.* zerolog.Event.Int64 without"
	l.Info().Ints64("ssn", []int64{p.SSN}).Send()             // want "ssn from Patient.SSN reach.* zerolog.Event.Ints64 without"
	l.Info().Uint64("ssn", uint64(p.SSN)).Send()              // want "ssn from Patient.SSN reach.* zerolog.Event.Uint64 without"
	l.Info().Float64("weight", p.Weight).Send()               // want "health from Patient.Weight reach.* zerolog.Event.Float64 without"
	l.Info().Str("born", p.Born.Format(time.DateOnly)).Send() // want "dob from Patient.Born reach.* zerolog.Event.Str without"
	l.Info().IPAddr("ip", s.IP).Send()                        // want "ip from session.IP reach.* zerolog.Event.IPAddr without"
	l.Info().Str("ip", s.IP.String()).Send()                  // want "ip from session.IP reach.* zerolog.Event.Str without"
	l.Info().Str("id", p.ID).Time("now", time.Now()).Bool("v4", s.IP.To4() != nil).Send()
}

// Conditional keeps the event in a variable.
func Conditional(l *zerolog.Logger, c people.Customer, verbose bool) {
	e := l.Info().Str("id", c.ID)
	if verbose {
		e = e.Str("email", c.Email) // want "email from Customer.Email reach.* zerolog.Event.Str without"
	}
	e.Msg("m")
}

func withEmail(e *zerolog.Event, email string) *zerolog.Event { return e.Str("email", email) }

// Helpers goes through a function that knows no tagged type.
func Helpers(l *zerolog.Logger, c people.Customer) {
	withEmail(l.Info(), c.Email).Send() // want "email from Customer.Email reach.* zerolog.Event.Str without"
	withEmail(l.Info(), c.ID).Send()
}

var errNotFound = errors.New("not found")

// Errors logs errors: those built from personal data were reported there.
func Errors(l *zerolog.Logger, c people.Customer) {
	err := fmt.Errorf("no customer %s: %w", c.Email, errNotFound) // want "email from Customer.Email reach.* fmt.Errorf without"
	l.Err(err).Send()
	l.Error().Err(err).AnErr("cause", err).Errs("all", []error{err}).Send()
	l.Error().Msg(err.Error())

	_, err = strconv.Atoi(c.Phone)
	l.Err(err).Send()                                              // want "phone from Customer.Phone reach.* zerolog.Logger.Err without"
	log.Err(err).Send()                                            // want "phone from Customer.Phone reach.* log.Err without"
	l.Error().Err(err).Send()                                      // want "phone from Customer.Phone reach.* zerolog.Event.Err without"
	l.Error().AnErr("parse", err).Send()                           // want "phone from Customer.Phone reach.* zerolog.Event.AnErr without"
	l.Error().Errs("parse", []error{err}).Send()                   // want "phone from Customer.Phone reach.* zerolog.Event.Errs without"
	l.Error().Any("parse", struct{ E string }{err.Error()}).Send() // want "phone from Customer.Phone reach.* zerolog.Event.Any without"
	l.Error().Err(errNotFound).Send()
}
