package formatting

import (
	"context"
	"log/slog"
	"os"
)

// Valuer says itself what is logged.
type Valuer struct {
	ID    string
	Email string `pii:"email"`
}

// LogValue gives the id.
func (v Valuer) LogValue() slog.Value { return slog.StringValue(v.ID) }

// LeakyValuer gives a group with the address.
type LeakyValuer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

// LogValue gives two of three.
func (v LeakyValuer) LogValue() slog.Value {
	return slog.GroupValue(slog.String("id", v.ID), slog.String("email", v.Email))
}

// PointerValuer has LogValue on the pointer.
type PointerValuer struct {
	ID    string
	Email string `pii:"email"`
}

// LogValue gives the id.
func (v *PointerValuer) LogValue() slog.Value { return slog.StringValue(v.ID) }

func messages(p Plain) {
	slog.Info("id " + p.ID)
	slog.Info("to " + p.Email)                                            // want `email from Plain.Email reaches slog.Info`
	slog.Debug(p.Email)                                                   // want `email from Plain.Email reaches slog.Debug`
	slog.Warn("x", "phone", p.Phone, "email", p.Email)                    // want `email from Plain.Email and phone from Plain.Phone reach slog.Warn`
	slog.Error("x", p.Email, 1)                                           // want `email from Plain.Email reaches slog.Error`
	slog.Log(context.Background(), slog.LevelInfo, "x", "email", p.Email) // want `email from Plain.Email reaches slog.Log`
	slog.Log(context.Background(), slog.LevelInfo, "x", "id", p.ID)
}

func attributes(p Plain) {
	slog.Info("x", slog.String("id", p.ID))
	slog.Info("x", slog.String("email", p.Email)) // want `email from Plain.Email reaches slog.Info`
	slog.Info("x", slog.Any("p", p))              // want `email from Plain.Email and phone from Plain.Phone reach slog.Info`
	slog.Info("x", slog.Any("p", &p))             // want `email from Plain.Email and phone from Plain.Phone reach slog.Info`
	slog.Info("x", slog.Int("n", len(p.Email)))
	a := slog.String("email", p.Email)
	slog.Info("x", a) // want `email from Plain.Email reaches slog.Info`
	a = slog.String("id", p.ID)
	slog.LogAttrs(context.Background(), slog.LevelInfo, "x", a)
	slog.LogAttrs(context.Background(), slog.LevelInfo, "x", slog.String("e", p.Email)) // want `email from Plain.Email reaches slog.LogAttrs`
}

func groups(p Plain) {
	slog.Info("x", slog.Group("p", "id", p.ID, "email", p.Email)) // want `email from Plain.Email reaches slog.Info`
	slog.Info("x", slog.Group("p", slog.String("id", p.ID)))
	slog.Info("x", slog.Group("p", slog.Group("q", slog.String("email", p.Email)))) // want `email from Plain.Email reaches slog.Info`
}

func loggers(l *slog.Logger, p Plain) {
	l.Info("x", "id", p.ID)
	l.Info("x", "email", p.Email)                              // want `email from Plain.Email reaches slog.Logger.Info`
	l.InfoContext(context.Background(), "x", "email", p.Email) // want `email from Plain.Email reaches slog.Logger.InfoContext`
	child := l.With("email", p.Email)                          // want `email from Plain.Email reaches slog.Logger.With`
	child.Info("x")
	child.Info("x", "id", p.ID)
	child.Info("x", "phone", p.Phone) // want `phone from Plain.Phone reaches slog.Logger.Info`
	other := l.With("id", p.ID).WithGroup("g")
	other.Info("x")
	other.Info("x", "email", p.Email)     // want `email from Plain.Email reaches slog.Logger.Info`
	slog.With("email", p.Email).Info("x") // want `email from Plain.Email reaches slog.With`
	slog.With("id", p.ID).Info("x")
}

func valuers(v Valuer, l LeakyValuer, p PointerValuer) {
	slog.Info("x", "v", v)
	slog.Info("x", "v", &v)
	slog.Info("x", slog.Any("v", v))
	slog.Info("x", "v", []Valuer{v})           // want `email from Valuer.Email reaches slog.Info`
	slog.Info("x", "v", struct{ V Valuer }{v}) // want `email from Valuer.Email reaches slog.Info`
	slog.Info("x", "l", l)                     // want `email from LeakyValuer.Email reaches slog.Info`
	slog.Info("x", "p", p)                     // want `email from PointerValuer.Email reaches slog.Info`
	slog.Info("x", "p", &p)
	slog.With("v", v).Info("x")
}

func handlers(d Doc, hs []*Doc) {
	j := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	j.Info("x", "id", d.ID)
	j.Info("x", "d", d)  // want `email from Doc.Email and phone from Doc.Phone reach slog.Logger.Info`
	j.Info("x", "d", &d) // want `email from Doc.Email and phone from Doc.Phone reach slog.Logger.Info`
	t := slog.New(slog.NewTextHandler(os.Stderr, nil))
	t.Info("x", "d", d) // want `email from Doc.Email, payment_card from Doc.Card, phone from Doc.Phone, ssn from Doc.ssn and ip from .*IP reach slog.Logger.Info`
	t.Info("x", "hs", hs)
	t.Info("x", "id", d.ID)
	j.Info("x", "hs", hs) // want `email from Doc.Email and phone from Doc.Phone reach slog.Logger.Info`
}

type envelope struct {
	Val  Plain
	Note string
}

func grouped(c Plain) {
	e := envelope{Val: c, Note: "n"}
	slog.Error("m", slog.Group("g", "k", e)) // want `email from Plain.Email and phone from Plain.Phone`
}

// What the type says is found where it is printed, and not again by callers.
func callsGrouped(c Plain) { grouped(c) }
