package zerologs

import (
	"fmt"

	"github.com/rs/zerolog"

	"libs/people"
)

// Whole hands over structs, which are encoded as JSON.
func Whole(l *zerolog.Logger, c people.Customer, a people.Account, w people.Wallet, o people.Order) {
	l.Info().Any("c", c).Send()                                           // want "email from Customer.Email and phone from Customer.Phone reach.* zerolog.Event.Any without"
	l.Info().Interface("c", c).Send()                                     // want "email from Customer.Email and phone from Customer.Phone reach.* zerolog.Event.Interface without"
	l.Info().Interface("c", &c).Send()                                    // want "email from Customer.Email and phone from Customer.Phone reach.* zerolog.Event.Interface without"
	l.Info().Interface("cs", []people.Customer{c}).Send()                 // want "email from Customer.Email and phone from Customer.Phone reach.* zerolog.Event.Interface without"
	l.Info().Interface("cs", map[string]*people.Customer{"a": &c}).Send() // want "email from Customer.Email and phone from Customer.Phone reach.* zerolog.Event.Interface without"
	l.Info().Interface("o", o).Send()                                     // want "email from Customer.Email and phone from Customer.Phone reach.* zerolog.Event.Interface without"
	l.Info().Interface("e", people.Employee{Customer: c}).Send()          // want "email from Customer.Email and phone from Customer.Phone reach.* zerolog.Event.Interface without"
	l.Info().Interface("w", w).Send()                                     // want "name from Wallet.Owner reach.* zerolog.Event.Interface without"
	l.Info().Fields(map[string]any{"c": &c}).Send()                       // want "email from Customer.Email and phone from Customer.Phone reach.* zerolog.Event.Fields without"
	l.Info().Msgf("%v", a)                                                // want "email from Account.Email reach.* zerolog.Event.Msgf without"
	l.Info().Str("w", fmt.Sprintf("%+v", w)).Send()                       // want "name from Wallet.Owner and payment_card from Wallet.card reach.* zerolog.Event.Str without"

	l.Info().Interface("a", a).Send()
	l.Info().Any("a", &a).Send()
	l.Info().Interface("as", []people.Account{a}).Send()
	l.Info().Fields(map[string]any{"a": a}).Send()
	l.Info().Msgf("%v %p", o, &o)
}

// Methods hands over types that have their say in how they print.
func Methods(l *zerolog.Logger, q people.Quiet, t people.Talky, s people.Shy, v people.Valued, lo people.Login) {
	l.Info().Stringer("t", t).Send()                     // want "email from Talky.Email reach.* zerolog.Event.Stringer without"
	l.Info().Stringers("t", []fmt.Stringer{t}).Send()    // want "email from Talky.Email reach.* zerolog.Event.Stringers without"
	l.Info().Interface("t", t).Send()                    // want "email from Talky.Email reach.* zerolog.Event.Interface without"
	l.Info().Interface("ts", []*people.Talky{&t}).Send() // want "email from Talky.Email reach.* zerolog.Event.Interface without"
	l.Info().Interface("v", v).Send()                    // want "email from Valued.Email reach.* zerolog.Event.Interface without"
	l.Info().Interface("l", lo).Send()                   // want "name from Login.User reach.* zerolog.Event.Interface without"
	l.Info().Str("pw", string(lo.Password)).Send()       // want "credential from Login.Password reach.* zerolog.Event.Str without"
	l.Info().Msgf("%v", s)                               // want "email from Shy.Email reach.* zerolog.Event.Msgf without"

	l.Info().Stringer("q", q).Stringer("s", &s).Stringer("pw", lo.Password).Send()
	l.Info().Interface("q", q).Interface("qs", []people.Quiet{q}).Interface("s", s).Send()
	l.Info().Msgf("%v %v", q, &s)
}

// told writes its email into the event: that's where it is reported, whoever
// logs it.
type told struct{ people.Customer }

func (c told) MarshalZerologObject(e *zerolog.Event) {
	e.Str("id", c.ID).Str("email", c.Email) // want "email from Customer.Email reach.* zerolog.Event.Str without"
}

// masked writes nothing personal.
type masked struct{ people.Customer }

func (c masked) MarshalZerologObject(e *zerolog.Event) {
	e.Str("id", c.ID).Str("email", people.Mask(c.Email))
}

// list writes its addresses into the array.
type list []people.Customer

func (l list) MarshalZerologArray(a *zerolog.Array) {
	for _, c := range l {
		a.Str(c.Email) // want "email from Customer.Email reach.* zerolog.Array.Str without"
	}
}

// Objects uses types that marshal themselves for zerolog.
func Objects(l *zerolog.Logger, c people.Customer) {
	l.Info().Object("c", told{c}).Send()
	l.Info().EmbedObject(told{c}).Send()
	l.Info().Array("cs", list{c}).Send()
	l.Info().Object("c", masked{c}).Send()
	l.Info().EmbedObject(masked{c}).Send()
	l.Info().Array("to", zerolog.Arr().Str(c.Email)).Send() // want "email from Customer.Email reach.* zerolog.Array.Str without"
	l.Info().Array("to", zerolog.Arr().Str(c.ID)).Send()
}
