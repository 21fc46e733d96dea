// Package phuslulog logs tagged data with github.com/phuslu/log.
package phuslulog

import (
	"fmt"
	"strconv"
	"time"

	"github.com/phuslu/log"

	"libs/people"
)

// Functions logs through the functions of the package.
func Functions(c people.Customer) {
	log.Trace().Str("email", c.Email).Msg("m") // want "email from Customer.Email reach.* log.Entry.Str without"
	log.Debug().Str("email", c.Email).Msg("m") // want "email from Customer.Email reach.* log.Entry.Str without"
	log.Info().Str("email", c.Email).Msg("m")  // want "email from Customer.Email reach.* log.Entry.Str without"
	log.Warn().Str("email", c.Email).Msg("m")  // want "email from Customer.Email reach.* log.Entry.Str without"
	log.Error().Str("email", c.Email).Msg("m") // want "email from Customer.Email reach.* log.Entry.Str without"
	log.Printf("to %s", c.Email)               // want "email from Customer.Email reach.* log.Printf without"
	log.Info().Str("id", c.ID).Msg("m")
	log.Printf("to %s", c.ID)
}

// Dies stands alone.
func Dies(c people.Customer) {
	log.Fatal().Str("email", c.Email).Msg("m") // want "email from Customer.Email reach.* log.Entry.Str without"
}

// Methods passes data through each method of an entry.
func Methods(l *log.Logger, c people.Customer, p people.Patient) {
	l.Info().Msg("to " + c.Email)                                          // want "email from Customer.Email reach.* log.Entry.Msg without"
	l.Info().Msgf("to %s", c.Email)                                        // want "email from Customer.Email reach.* log.Entry.Msgf without"
	l.Info().Msgs("to ", c.Email)                                          // want "email from Customer.Email reach.* log.Entry.Msgs without"
	l.Printf("to %s", c.Email)                                             // want "email from Customer.Email reach.* log.Logger.Printf without"
	l.Log().Str("email", c.Email).Msg("m")                                 // want "email from Customer.Email reach.* log.Entry.Str without"
	l.WithLevel(log.InfoLevel).Str("email", c.Email).Msg("m")              // want "email from Customer.Email reach.* log.Entry.Str without"
	l.Info().Str(c.Email, "is the key").Msg("m")                           // want "email from Customer.Email reach.* log.Entry.Str without"
	l.Info().Strs("to", []string{c.ID, c.Email}).Msg("m")                  // want "email from Customer.Email reach.* log.Entry.Strs without"
	l.Info().Bytes("to", []byte(c.Email)).Msg("m")                         // want "email from Customer.Email reach.* log.Entry.Bytes without"
	l.Info().Hex("to", []byte(c.Email)).Msg("m")                           // want "email from Customer.Email reach.* log.Entry.Hex without"
	l.Info().RawJSONStr("to", `"`+c.Email+`"`).Msg("m")                    // want "email from Customer.Email reach.* log.Entry.RawJSONStr without"
	l.Info().Any("to", c.Email).Msg("m")                                   // want "email from Customer.Email reach.* log.Entry.Any without"
	l.Info().KeysAndValues("id", c.ID, "email", c.Email).Msg("m")          // want "email from Customer.Email reach.* log.Entry.KeysAndValues without"
	l.Info().Fields(log.Fields{"email": c.Email}).Msg("m")                 // want "email from Customer.Email reach.* log.Entry.Fields without"
	l.Info().Time("born", p.Born).Msg("m")                                 // want "dob from Patient.Born reach.* log.Entry.Time without"
	l.Info().Int64("ssn", p.SSN).Float64("kg", p.Weight).Msg("m")          // want "ssn from Patient.SSN reach.* log.Entry.Int64 without" "health from Patient.Weight reach.* log.Entry.Float64 without"
	l.Info().Func(func(e *log.Entry) { e.Str("email", c.Email) }).Msg("m") // want "email from Customer.Email reach.* log.Entry.Str without"
	l.Info().Str("email", c.Email).Str("phone", c.Phone).Msg("m")          // want "email from Customer.Email reach.* log.Entry.Str without" "phone from Customer.Phone reach.* log.Entry.Str without"

	l.Info().Str("id", c.ID).Str("email", people.Mask(c.Email)).Msg("m")
	l.Info().Time("now", time.Now()).Int("length", len(c.Email)).Msg("m")
	l.Info().Type("c", c).Msgf("to %s", c.ID)
}

// With puts data into a context of key-values: it's reported there and not
// where a logger has it.
func With(c people.Customer) {
	l := log.Logger{Context: log.NewContext(nil).Str("email", c.Email).Value()} // want "email from Customer.Email reach.* log.Entry.Str without"
	l.Info().Msg("m")
	d := log.Logger{Context: log.NewContext(nil).Str("id", c.ID).Value()}
	d.Info().Msg("m")
	d.Info().Context(log.NewContext(nil).Str("phone", c.Phone).Value()).Msg("m") // want "phone from Customer.Phone reach.* log.Entry.Str without"
	d.Info().Dict("c", log.NewContext(nil).Any("c", c).Value()).Msg("m")         // want "email from Customer.Email and phone from Customer.Phone reach.* log.Entry.Any without"
}

// told writes its email into the entry: that's where it is reported.
type told struct{ people.Customer }

func (c told) MarshalObject(e *log.Entry) {
	e.Str("id", c.ID).Str("email", c.Email) // want "email from Customer.Email reach.* log.Entry.Str without"
}

// masked writes nothing personal.
type masked struct{ people.Customer }

func (c masked) MarshalObject(e *log.Entry) { e.Str("id", c.ID) }

// sharp masks its String and not its GoString, which the logger prefers.
type sharp struct {
	ID    string
	Email string `json:"-" pii:"email"`
}

func (s sharp) String() string   { return s.ID }
func (s sharp) GoString() string { return s.ID + " " + s.Email }

// Carriers hands over structs, which are encoded as JSON where no method comes
// first.
func Carriers(l *log.Logger, c people.Customer, a people.Account, w people.Wallet, o people.Order, s sharp) {
	l.Info().Any("c", c).Msg("m")                           // want "email from Customer.Email and phone from Customer.Phone reach.* log.Entry.Any without"
	l.Info().Any("c", &c).Msg("m")                          // want "email from Customer.Email and phone from Customer.Phone reach.* log.Entry.Any without"
	l.Info().Interface("cs", []people.Customer{c}).Msg("m") // want "email from Customer.Email and phone from Customer.Phone reach.* log.Entry.Interface without"
	l.Info().Interface("o", o).Msg("m")                     // want "email from Customer.Email and phone from Customer.Phone reach.* log.Entry.Interface without"
	l.Info().Any("w", w).Msg("m")                           // want "name from Wallet.Owner reach.* log.Entry.Any without"
	l.Info().KeysAndValues("c", &c).Msg("m")                // want "email from Customer.Email and phone from Customer.Phone reach.* log.Entry.KeysAndValues without"
	l.Info().Any("s", s).Msg("m")                           // want "email from sharp.Email reach.* log.Entry.Any without"
	l.Info().GoStringer("s", s).Msg("m")                    // want "email from sharp.Email reach.* log.Entry.GoStringer without"

	l.Info().Any("a", a).Interface("a", &a).Msg("m")
	l.Info().Stringer("s", s).Msg("m")
	l.Info().Object("c", told{c}).EmbedObject(told{c}).Any("c", told{c}).Msg("m")
	l.Info().Object("c", masked{c}).EmbedObject(masked{c}).Any("c", masked{c}).Msg("m")
}

// Stringers hands over types that have their say in how they print.
func Stringers(l *log.Logger, q people.Quiet, t people.Talky, s people.Shy, lo people.Login) {
	l.Info().Stringer("t", t).Msg("m")  // want "email from Talky.Email reach.* log.Entry.Stringer without"
	l.Info().Any("t", t).Msg("m")       // want "email from Talky.Email reach.* log.Entry.Any without"
	l.Info().Interface("t", t).Msg("m") // want "email from Talky.Email reach.* log.Entry.Interface without"
	l.Info().Msgf("%v", s)              // want "email from Shy.Email reach.* log.Entry.Msgf without"
	l.Info().Any("l", lo).Msg("m")      // want "name from Login.User reach.* log.Entry.Any without"
	l.Info().Any("q", q).Interface("q", q).Stringer("s", &s).Any("pw", lo.Password).Msg("m")
}

// Errors logs errors: those built from personal data were reported there.
func Errors(l *log.Logger, c people.Customer) {
	err := fmt.Errorf("no customer %s", c.Email) // want "email from Customer.Email reach.* fmt.Errorf without"
	l.Error().Err(err).AnErr("cause", err).Msg(err.Error())
	l.Err(err).Msg("m")
	_, err = strconv.Atoi(c.Phone)
	l.Error().Err(err).Msg("m")                    // want "phone from Customer.Phone reach.* log.Entry.Err without"
	l.Error().AnErr("parse", err).Msg("m")         // want "phone from Customer.Phone reach.* log.Entry.AnErr without"
	l.Error().Errs("parse", []error{err}).Msg("m") // want "phone from Customer.Phone reach.* log.Entry.Errs without"
	l.Err(err).Msg("m")                            // want "phone from Customer.Phone reach.* log.Logger.Err without"
	l.Error().Any("parse", err).Msg("m")           // want "phone from Customer.Phone reach.* log.Entry.Any without"
}
