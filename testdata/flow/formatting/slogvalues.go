package formatting

import "log/slog"

// Shown logs only what it is meant to.
type Shown struct{ Of Inner }

// Inner is the record behind it.
type Inner struct {
	ID    string
	Email string `pii:"email"`
}

// LogValue gives the id.
func (s Shown) LogValue() slog.Value { return slog.StringValue(s.Of.ID) }

// Chained hands on to another one.
type Chained struct{ Of Inner }

// LogValue gives what Shown gives.
func (c Chained) LogValue() slog.Value { return slog.AnyValue(Shown{c.Of}) }

// Told logs the address.
type Told struct{ Of Inner }

// LogValue gives a group in a group.
func (t Told) LogValue() slog.Value {
	return slog.GroupValue(slog.Group("contact", slog.Any("who", Shown{t.Of}), slog.String("mail", t.Of.Email)))
}

func nestedValues(in Inner) {
	slog.Info("x", slog.Group("a", "who", Shown{in}))
	slog.Info("x", slog.Group("a", slog.Group("b", slog.Any("who", Shown{in}))))
	slog.Info("x", slog.Any("a", slog.GroupValue(slog.Any("who", Chained{in}))))
	slog.Info("x", "who", Chained{in})
	slog.Info("x", slog.Group("a", slog.Group("b", slog.Any("who", in)))) // want `email from Inner.Email reaches slog.Info`
	slog.Info("x", "who", Told{in})                                       // want `email from Inner.Email reaches slog.Info`
}

func attributesOfGroups(in Inner) {
	for _, a := range (Told{in}).LogValue().Group() {
		slog.Info(a.Key)
		slog.Info("x", "v", a.Value) // want `email from Inner.Email reaches slog.Info`
	}
}
