package zaplog

import (
	"fmt"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"

	"libs/people"
)

// Any hands whole structs to zap.Any, which encodes as JSON what has no method
// of its own.
func Any(log *zap.Logger, c people.Customer, a people.Account, w people.Wallet, o people.Order) {
	log.Info("m", zap.Any("c", c))                                     // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("c", &c))                                    // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.Info without"
	log.Info("m", zap.Reflect("c", c))                                 // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("cs", []people.Customer{c}))                 // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("cs", []*people.Customer{&c}))               // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("cs", map[string]people.Customer{c.ID: c}))  // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("cs", map[string]*people.Customer{"a": &c})) // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("o", o))                                     // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("p", people.Parcel{To: c}))                  // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("e", people.Employee{Customer: c}))          // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("w", w))                                     // want "name from Wallet.Owner reach.* zap.Logger.Info without"

	log.Info("m", zap.Any("a", a))
	log.Info("m", zap.Any("a", &a))
	log.Info("m", zap.Reflect("a", &a))
	log.Info("m", zap.Any("as", []people.Account{a}))
	log.Info("m", zap.Any("as", map[string]people.Account{"a": a}))
	log.Info("m", zap.Any("number", o.Number))
	log.Info("m", zap.String("type", fmt.Sprintf("%T", c)))
}

// Text formats the same structs with fmt, which knows no json tags.
func Text(log *zap.Logger, a people.Account, w people.Wallet, o people.Order) {
	log.Info("m", zap.String("a", fmt.Sprint(a)))          // want "email from Account.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.String("a", fmt.Sprintf("%+v", &a))) // want "email from Account.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.String("w", fmt.Sprintf("%v", w)))   // want "name from Wallet.Owner and payment_card from Wallet.card reach.* zap.Logger.Info without"
	log.Info("m", zap.String("o", fmt.Sprintf("%v", &o)))  // an address
	log.Info("m", zap.String("o", fmt.Sprint(o.Number)))
}

// Methods hands over types that have their say in how they print.
func Methods(log *zap.Logger, q people.Quiet, t people.Talky, s people.Shy, v people.Valued, l people.Login) {
	log.Info("m", zap.Stringer("t", t))                       // want "email from Talky.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("t", t))                            // want "email from Talky.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("t", &t))                           // want "email from Talky.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Reflect("t", t))                        // want "email from Talky.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("ts", []people.Talky{t}))           // want "email from Talky.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Stringers("ts", []people.Talky{t}))     // want "email from Talky.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("in", struct{ T people.Talky }{t})) // want "email from Talky.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.String("s", fmt.Sprint(s)))             // want "email from Shy.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("v", v))                            // want "email from Valued.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("l", l))                            // want "name from Login.User reach.* zap.Logger.Info without"
	log.Info("m", zap.String("pw", string(l.Password)))       // want "credential from Login.Password reach.* zap.Logger.Info without"
	log.Info("m", zap.ByteString("pw", []byte(l.Password)))   // want "credential from Login.Password reach.* zap.Logger.Info without"

	log.Info("m", zap.Stringer("q", q))
	log.Info("m", zap.Any("q", q))
	log.Info("m", zap.Any("q", &q))
	log.Info("m", zap.Reflect("q", q))
	log.Info("m", zap.Any("qs", []people.Quiet{q}))
	log.Info("m", zap.Stringers("qs", []people.Quiet{q}))
	log.Info("m", zap.Any("in", struct{ t people.Talky }{t}))
	log.Info("m", zap.Stringer("s", &s))
	log.Info("m", zap.Any("s", s))
	log.Info("m", zap.Stringer("pw", l.Password))
	log.Info("m", zap.Any("pw", l.Password))
}

// told writes its email into the encoder.
type told people.Customer

func (c told) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	enc.AddString("id", c.ID)
	enc.AddString("email", c.Email)
	return nil
}

// whole hands itself on as it is.
type whole struct{ people.Customer }

func (c whole) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	return enc.AddReflected("customer", c.Customer)
}

// masked writes nothing personal.
type masked people.Customer

func (c masked) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	enc.AddString("id", c.ID)
	enc.AddString("email", people.Mask(c.Email))
	enc.AddInt("length", len(c.Phone))
	return nil
}

// pointed masks where it's handed over by pointer.
type pointed struct {
	ID    string
	Email string `pii:"email"`
}

func (c *pointed) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	enc.AddString("id", c.ID)
	return nil
}

// list prints itself as an array of addresses.
type list []people.Customer

func (l list) MarshalLogArray(enc zapcore.ArrayEncoder) error {
	for _, c := range l {
		enc.AppendString(c.Email)
	}
	return nil
}

// ids prints itself as an array of IDs.
type ids []people.Customer

func (l ids) MarshalLogArray(enc zapcore.ArrayEncoder) error {
	for _, c := range l {
		enc.AppendString(c.ID)
	}
	return nil
}

// Objects uses types that marshal themselves for zap.
func Objects(log *zap.Logger, c people.Customer, p pointed) {
	var om zapcore.ObjectMarshaler = told(c)
	log.Info("m", zap.Object("c", told(c)))           // want "email from .*.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Object("c", om))                // want "email from .*.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Inline(told(c)))                // want "email from .*.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("c", told(c)))              // want "email from .*.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Objects("cs", []told{told(c)})) // want "email from .*.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Object("c", whole{c}))          // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("p", p))                    // want "email from pointed.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Array("cs", list{c}))           // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("cs", list{c}))             // want "email from Customer.Email reach.* zap.Logger.Info without"

	log.Info("m", zap.Object("c", masked(c)))
	log.Info("m", zap.Inline(masked(c)))
	log.Info("m", zap.Any("c", masked(c)))
	log.Info("m", zap.Objects("cs", []masked{masked(c)}))
	log.Info("m", zap.Object("p", &p))
	log.Info("m", zap.Any("p", &p))
	log.Info("m", zap.ObjectValues("ps", []pointed{p}))
	log.Info("m", zap.Array("cs", ids{c}))
}
