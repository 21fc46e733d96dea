package zaplog

import (
	"time"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"

	"libs/people"
)

// Strings passes text through each constructor that takes some.
func Strings(log *zap.Logger, c people.Customer) {
	log.Info("m", zap.Stringp("email", &c.Email))                                     // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Strings("to", []string{c.ID, c.Email}))                         // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.ByteString("email", []byte(c.Email)))                           // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.ByteStrings("to", [][]byte{[]byte(c.Email)}))                   // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Binary("email", []byte(c.Email)))                               // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("email", c.Email))                                          // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("to", []string{c.Email}))                                   // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("to", map[string]string{"a": c.Email}))                     // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Reflect("to", map[string]int{c.Email: 1}))                      // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.String(c.Email, "is the key"))                                  // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Namespace(c.Email))                                             // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Dict("c", zap.String("email", c.Email), zap.String("x", c.ID))) // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Inline(zap.DictObject(zap.String("email", c.Email))))           // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.String("a", c.Phone), zap.String("b", c.Email))                 // want "email from Customer.Email and phone from Customer.Phone reach.* zap.Logger.Info without"

	log.Info("m", zap.Stringp("id", &c.ID))
	log.Info("m", zap.Strings("to", []string{c.ID, people.Mask(c.Email)}))
	log.Info("m", zap.ByteString("id", []byte(c.ID)))
	log.Info("m", zap.Any("id", c.ID), zap.Namespace("customer"))
	log.Info("m", zap.Dict("c", zap.String("id", c.ID)))
	log.Info("m", zap.Skip())
}

// Numbers passes what is personal without being text.
func Numbers(log *zap.Logger, p people.Patient) {
	log.Info("m", zap.Time("born", p.Born))                         // want "dob from Patient.Born reach.* zap.Logger.Info without"
	log.Info("m", zap.Timep("born", &p.Born))                       // want "dob from Patient.Born reach.* zap.Logger.Info without"
	log.Info("m", zap.Times("born", []time.Time{p.Born}))           // want "dob from Patient.Born reach.* zap.Logger.Info without"
	log.Info("m", zap.String("born", p.Born.Format(time.DateOnly))) // want "dob from Patient.Born reach.* zap.Logger.Info without"
	log.Info("m", zap.Int64("ssn", p.SSN))                          // want "ssn from Patient.SSN reach.* zap.Logger.Info without"
	log.Info("m", zap.Int64p("ssn", &p.SSN))                        // want "ssn from Patient.SSN reach.* zap.Logger.Info without"
	log.Info("m", zap.Int64s("ssn", []int64{p.SSN}))                // want "ssn from Patient.SSN reach.* zap.Logger.Info without"
	log.Info("m", zap.Int("ssn", int(p.SSN)))                       // want "ssn from Patient.SSN reach.* zap.Logger.Info without"
	log.Info("m", zap.Float64("weight", p.Weight))                  // want "health from Patient.Weight reach.* zap.Logger.Info without"
	log.Info("m", zap.Float64s("weight", []float64{p.Weight}))      // want "health from Patient.Weight reach.* zap.Logger.Info without"
	log.Info("m", zap.Any("ssn", p.SSN), zap.Any("born", p.Born))   // want "dob from Patient.Born and ssn from Patient.SSN reach.* zap.Logger.Info without"
	log.Info("m", zap.String("id", p.ID), zap.Bool("heavy", p.Weight > 100))
	log.Info("m", zap.Bool("adult", p.Born.Before(time.Now())))
}

// Literal fills the field by hand, without a constructor.
func Literal(log *zap.Logger, c people.Customer) {
	log.Info("m", zapcore.Field{Key: "email", Type: zapcore.StringType, String: c.Email})        // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zap.Field{Key: "to", Type: zapcore.ReflectType, Interface: []string{c.Email}}) // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", zapcore.Field{Key: "id", Type: zapcore.StringType, String: c.ID})
}

// Collected gathers fields first and logs them at the end.
func Collected(log *zap.Logger, c people.Customer, verbose bool) {
	fields := []zap.Field{zap.String("id", c.ID)}
	log.Info("m", fields...)
	if verbose {
		fields = append(fields, zap.String("email", c.Email))
	}
	log.Info("m", fields...) // want "email from Customer.Email reach.* zap.Logger.Info without"
}

// Field builds one on a line of its own; the finding stands where it's logged.
func Field(log *zap.Logger, c people.Customer) {
	f := zap.String("email", c.Email)
	g := zap.String("id", c.ID)
	log.Info("m", g)
	log.Warn("m", f, g) // want "email from Customer.Email reach.* zap.Logger.Warn without"
}

// Dropped builds a field that nobody logs.
func Dropped(log *zap.Logger, c people.Customer) {
	f := zap.String("email", c.Email)
	log.Info("m", zap.Int("length of the key", len(f.Key)))
}

func emailField(email string) zap.Field { return zap.String("email", email) }

func logEmail(log *zap.Logger, email string) { log.Info("m", emailField(email)) }

// Helpers goes through functions that know no tagged type.
func Helpers(log *zap.Logger, c people.Customer) {
	log.Info("m", emailField(c.Email)) // want "email from Customer.Email reach.* zap.Logger.Info without"
	logEmail(log, c.Email)             // want "email from Customer.Email reach.* zap.Logger.Info without"
	log.Info("m", emailField(c.ID))
	logEmail(log, c.ID)
}

type service struct {
	log *zap.Logger
}

func (s *service) greet(c *people.Customer) {
	defer s.log.Info("bye", zap.String("email", c.Email)) // want "email from Customer.Email reach.* zap.Logger.Info without"
	go s.log.Info("hi", zap.String("phone", c.Phone))     // want "phone from Customer.Phone reach.* zap.Logger.Info without"
	s.log.Info("m", zap.String("id", c.ID))
}

// Serve logs in a method.
func Serve(log *zap.Logger, c *people.Customer) { (&service{log: log}).greet(c) }
