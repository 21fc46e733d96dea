package zaplog

import (
	"os"

	"go.uber.org/zap"
	"go.uber.org/zap/buffer"
	"go.uber.org/zap/zapcore"

	"libs/people"
)

// maskCore masks by key.
type maskCore struct{ zapcore.Core }

func (c *maskCore) With(fields []zapcore.Field) zapcore.Core {
	return &maskCore{c.Core.With(maskFields(fields))}
}

func (c *maskCore) Check(e zapcore.Entry, ce *zapcore.CheckedEntry) *zapcore.CheckedEntry {
	if c.Enabled(e.Level) {
		return ce.AddCore(e, c)
	}
	return ce
}

func (c *maskCore) Write(e zapcore.Entry, fields []zapcore.Field) error {
	return c.Core.Write(e, maskFields(fields))
}

func maskFields(fields []zapcore.Field) []zapcore.Field {
	out := make([]zapcore.Field, 0, len(fields))
	for _, f := range fields {
		switch f.Key {
		case "email", "phone":
			f = zap.String(f.Key, "***")
		}
		out = append(out, f)
	}
	return out
}

// halfCore masks in Write but never gets there: Check enters the inner core.
type halfCore struct{ zapcore.Core }

func (c *halfCore) Write(e zapcore.Entry, fields []zapcore.Field) error {
	return c.Core.Write(e, maskFields(fields))
}

// forCore forgets With.
type forCore struct{ zapcore.Core }

func (c forCore) Check(e zapcore.Entry, ce *zapcore.CheckedEntry) *zapcore.CheckedEntry {
	return ce.AddCore(e, c)
}

func (c forCore) Write(e zapcore.Entry, fields []zapcore.Field) error {
	e.Message = "hidden"
	return c.Core.Write(e, nil)
}

// maskEncoder masks what it encodes.
type maskEncoder struct{ zapcore.Encoder }

func (e maskEncoder) EncodeEntry(ent zapcore.Entry, fields []zapcore.Field) (*buffer.Buffer, error) {
	return e.Encoder.EncodeEntry(ent, maskFields(fields))
}

// nullSyncer drops all.
type nullSyncer struct{}

func (nullSyncer) Write(p []byte) (int, error) { return len(p), nil }
func (nullSyncer) Sync() error                 { return nil }

func encoder() zapcore.Encoder { return zapcore.NewJSONEncoder(zap.NewProductionEncoderConfig()) }

func inner() zapcore.Core { return zapcore.NewCore(encoder(), os.Stderr, zap.InfoLevel) }

// Cores of the program's own.
func Cores(c people.Customer) {
	l := zap.New(&maskCore{inner()})
	l.Info("m", zap.String("email", c.Email))
	l.Info("m", zap.Any("phone", c.Phone), zap.String("id", c.ID))
	l.Info("m", zap.String("mail", c.Email)) // want "email from Customer.Email reaches zap.Logger.Info without"
	l.Info(c.Email)                          // want "email from Customer.Email reaches zap.Logger.Info without"
	l.Info("m", zap.Any("who", c))           // want "email from Customer.Email and phone from Customer.Phone reach zap.Logger.Info without"
	l.With(zap.String("email", c.Email)).Info("m")
	l.With(zap.String("mail", c.Email)).Info("m") // want "email from Customer.Email reaches zap.Logger.With without"
	s := l.Sugar()
	s.Infow("m", "email", c.Email)
	s.Infow("m", "mail", c.Email) // want "email from Customer.Email reaches zap.SugaredLogger.Infow without"
	s.Infof("%s", c.Email)        // want "email from Customer.Email reaches zap.SugaredLogger.Infof without"
	s.With("phone", c.Phone).Infow("m", "phone", c.Phone)
	h := zap.New(&halfCore{inner()})
	h.Info("m", zap.String("email", c.Email)) // want "email from Customer.Email reaches zap.Logger.Info without"
	f := zap.New(forCore{inner()})
	f.Info(c.Email, zap.String("email", c.Email))
	f.With(zap.String("email", c.Email)).Info("m") // want "email from Customer.Email reaches zap.Logger.With without"
}

// Options put a core around what is there.
func Options(log *zap.Logger, c people.Customer, debug bool) {
	wrap := zap.WrapCore(func(core zapcore.Core) zapcore.Core { return &maskCore{core} })
	l := log.WithOptions(wrap)
	l.Info("m", zap.String("email", c.Email))
	l.Info("m", zap.String("mail", c.Email))    // want "email from Customer.Email reaches zap.Logger.Info without"
	log.Info("m", zap.String("email", c.Email)) // want "email from Customer.Email reaches zap.Logger.Info without"
	p, _ := zap.NewProduction(wrap)
	p.Info("m", zap.String("email", c.Email))
	n := zap.New(inner(), wrap)
	n.Info("m", zap.String("email", c.Email))
	q := zap.New(inner(), zap.Hooks(func(e zapcore.Entry) error {
		e.Message = "***"
		return nil
	}))
	q.Info(c.Email) // want "email from Customer.Email reaches zap.Logger.Info without"
	if debug {
		n, _ = zap.NewDevelopment()
	}
	n.Info("m", zap.String("email", c.Email)) // want "email from Customer.Email reaches zap.Logger.Info without"
	plain := zap.New(inner())
	plain.Info("m", zap.String("email", c.Email)) // want "email from Customer.Email reaches zap.Logger.Info without"
}

// Parts of a core.
func Parts(c people.Customer) {
	e := zap.New(zapcore.NewCore(maskEncoder{encoder()}, os.Stderr, zap.InfoLevel))
	e.Info("m", zap.String("email", c.Email))
	e.Info("m", zap.String("mail", c.Email)) // want "email from Customer.Email reaches zap.Logger.Info without"
	e.Info(c.Email)                          // want "email from Customer.Email reaches zap.Logger.Info without"
	w := zap.New(zapcore.NewCore(encoder(), nullSyncer{}, zap.InfoLevel))
	w.Info(c.Email, zap.String("email", c.Email))
	a := zap.New(zapcore.NewCore(encoder(), zapcore.AddSync(nullSyncer{}), zap.InfoLevel))
	a.Info(c.Email, zap.String("email", c.Email))
}
