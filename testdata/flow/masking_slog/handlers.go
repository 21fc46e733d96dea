package masking_slog

import (
	"context"
	"io"
	"log/slog"
	"os"
)

// maskHandler builds a new record.
type maskHandler struct{ next slog.Handler }

func (h *maskHandler) Enabled(ctx context.Context, l slog.Level) bool { return h.next.Enabled(ctx, l) }

func (h *maskHandler) Handle(ctx context.Context, r slog.Record) error {
	nr := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	r.Attrs(func(a slog.Attr) bool {
		nr.AddAttrs(maskAttr(a))
		return true
	})
	return h.next.Handle(ctx, nr)
}

func (h *maskHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	masked := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		masked[i] = maskAttr(a)
	}
	return &maskHandler{h.next.WithAttrs(masked)}
}

func (h *maskHandler) WithGroup(name string) slog.Handler {
	return &maskHandler{h.next.WithGroup(name)}
}

func maskAttr(a slog.Attr) slog.Attr {
	if a.Key == "email" {
		return slog.String(a.Key, "***")
	}
	return a
}

func masking(c Customer) {
	l := slog.New(&maskHandler{slog.NewJSONHandler(os.Stdout, nil)})
	l.Info("x", "email", c.Email)
	l.Info("x", "phone", c.Phone)                                             // want `phone from Customer.Phone reaches slog.Logger.Info`
	l.Info("x", slog.String("email", c.Email), slog.String("phone", c.Phone)) // want `phone from Customer.Phone reaches slog.Logger.Info`
	l.Info(c.Email)                                                           // want `email from Customer.Email reaches slog.Logger.Info`
	l.Info("x", "who", c)                                                     // want `email from Customer.Email and phone from Customer.Phone reach slog.Logger.Info`
	l.With("email", c.Email).Info("x")
	l.With("phone", c.Phone).Info("x") // want `phone from Customer.Phone reaches slog.Logger.With`
	l.With("id", c.ID).Info("x", "email", c.Email)
}

// plainHandler hands everything on.
type plainHandler struct{ slog.Handler }

func (h plainHandler) Handle(ctx context.Context, r slog.Record) error {
	r.AddAttrs(slog.String("app", "shop"))
	return h.Handler.Handle(ctx, r)
}

// quietHandler drops attributes, but only those of the record itself.
type quietHandler struct{ slog.Handler }

func (h quietHandler) Handle(ctx context.Context, r slog.Record) error {
	return h.Handler.Handle(ctx, slog.NewRecord(r.Time, r.Level, "hidden", r.PC))
}

// writeHandler prints by itself.
type writeHandler struct{ w io.Writer }

func (h *writeHandler) Enabled(context.Context, slog.Level) bool { return true }
func (h *writeHandler) WithAttrs([]slog.Attr) slog.Handler       { return h }
func (h *writeHandler) WithGroup(string) slog.Handler            { return h }
func (h *writeHandler) Handle(_ context.Context, r slog.Record) error {
	_, err := io.WriteString(h.w, r.Message)
	return err
}

func wrapped(c Customer, w io.Writer) {
	p := slog.New(plainHandler{slog.Default().Handler()})
	p.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	q := slog.New(quietHandler{slog.NewTextHandler(os.Stderr, nil)})
	q.Info(c.Email, "email", c.Email)
	q.With("email", c.Email).Info("x") // want `email from Customer.Email reaches slog.Logger.With`
	o := slog.New(&writeHandler{w})
	o.Info("x", "email", c.Email)
	o.Info(c.Email) // want `email from Customer.Email reaches slog.Logger.Info`
	both := slog.New(plainHandler{&maskHandler{slog.NewTextHandler(os.Stderr, nil)}})
	both.Info("x", "email", c.Email)
	both.Info("x", "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
	inner := slog.New(plainHandler{slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{ReplaceAttr: byKey})})
	inner.Info("x", "email", c.Email)
	inner.Info("x", "phone", c.Phone) // want `phone from Customer.Phone reaches slog.Logger.Info`
}
