package zerologs

import (
	"context"

	"github.com/rs/zerolog"

	"libs/people"
)

// With puts data into loggers: it's reported there and not where the logger
// is used.
func With(l zerolog.Logger, c people.Customer, a people.Account, p people.Patient) {
	m := l.With().Str("email", c.Email).Logger() // want "email from Customer.Email reach.* zerolog.Context.Str without"
	m.Info().Msg("m")
	m.Info().Str("id", c.ID).Msg("m")
	m.Info().Str("phone", c.Phone).Msg("m") // want "phone from Customer.Phone reach.* zerolog.Event.Str without"

	l.With().Interface("c", c).Logger()                                   // want "email from Customer.Email and phone from Customer.Phone reach.* zerolog.Context.Interface without"
	l.With().Any("c", &c).Logger()                                        // want "email from Customer.Email and phone from Customer.Phone reach.* zerolog.Context.Any without"
	l.With().Fields(map[string]any{"email": c.Email}).Logger()            // want "email from Customer.Email reach.* zerolog.Context.Fields without"
	l.With().Strs("to", []string{c.Email}).Logger()                       // want "email from Customer.Email reach.* zerolog.Context.Strs without"
	l.With().Bytes("to", []byte(c.Email)).Logger()                        // want "email from Customer.Email reach.* zerolog.Context.Bytes without"
	l.With().Str("id", c.ID).Str("a", c.Email).Str("b", c.Phone).Logger() // want "email from Customer.Email reach.* zerolog.Context.Str without" "phone from Customer.Phone reach.* zerolog.Context.Str without"
	l.With().Time("born", p.Born).Int64("ssn", p.SSN).Logger()            // want "dob from Patient.Born reach.* zerolog.Context.Time without" "ssn from Patient.SSN reach.* zerolog.Context.Int64 without"
	l.With().Stringer("t", people.Talky{Email: c.Email}).Logger()         // want "email from Customer.Email reach.* zerolog.Context.Stringer without"
	l.With().Dict("d", zerolog.Dict().Str("email", c.Email)).Logger()     // want "email from Customer.Email reach.* zerolog.Event.Str without"

	ok := l.With().Str("id", c.ID).Interface("a", a).Stringer("q", people.Quiet{ID: c.ID}).Logger()
	ok.Info().Msg("m")
}

// Update changes a logger in place.
func Update(l *zerolog.Logger, c people.Customer) {
	l.UpdateContext(func(ctx zerolog.Context) zerolog.Context { return ctx.Str("email", c.Email) }) // want "email from Customer.Email reach.* zerolog.Context.Str without"
	l.UpdateContext(func(ctx zerolog.Context) zerolog.Context { return ctx.Str("id", c.ID) })
}

// Carried takes the logger from a context.
func Carried(ctx context.Context, c people.Customer) {
	zerolog.Ctx(ctx).Info().Str("email", c.Email).Msg("m") // want "email from Customer.Email reach.* zerolog.Event.Str without"
	zerolog.Ctx(ctx).Info().Str("id", c.ID).Msg("m")
	ctx = zerolog.Ctx(ctx).With().Str("email", c.Email).Logger().WithContext(ctx) // want "email from Customer.Email reach.* zerolog.Context.Str without"
	zerolog.Ctx(ctx).Info().Msg("m")
}
