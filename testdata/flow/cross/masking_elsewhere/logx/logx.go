// Package logx builds loggers that mask.
package logx

import (
	"context"
	"io"
	"log"
	"log/slog"
	"os"
	"strings"
)

var hidden = map[string]bool{"email": true, "phone": true}

// ByKey masks by key.
func ByKey(_ []string, a slog.Attr) slog.Attr {
	if hidden[strings.ToLower(a.Key)] {
		return slog.String(a.Key, "***")
	}
	return a
}

// New builds a masking logger.
func New(w io.Writer) *slog.Logger {
	return slog.New(slog.NewJSONHandler(w, &slog.HandlerOptions{ReplaceAttr: ByKey}))
}

// NewLiteral masks with a literal.
func NewLiteral() *slog.Logger {
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			switch a.Key {
			case "email":
				a.Value = slog.StringValue("***")
			}
			return a
		},
	}))
}

// NewPlain builds one that does not mask.
func NewPlain() *slog.Logger { return slog.New(slog.NewTextHandler(os.Stderr, nil)) }

// Log is shared.
var Log = NewLiteral()

// Shared may be set from outside.
var shared = NewLiteral()

// SetShared sets it.
func SetShared(l *slog.Logger) { shared = l }

// Shared gives it.
func Shared() *slog.Logger { return shared }

// Handler masks what goes through it.
type Handler struct{ next slog.Handler }

// Wrap puts a Handler in front.
func Wrap(next slog.Handler) *Handler { return &Handler{next} }

func (h *Handler) Enabled(ctx context.Context, l slog.Level) bool { return h.next.Enabled(ctx, l) }

func (h *Handler) Handle(ctx context.Context, r slog.Record) error {
	var attrs []slog.Attr
	r.Attrs(func(a slog.Attr) bool {
		attrs = append(attrs, ByKey(nil, a))
		return true
	})
	nr := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	nr.AddAttrs(attrs...)
	return h.next.Handle(ctx, nr)
}

func (h *Handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	var masked []slog.Attr
	for _, a := range attrs {
		masked = append(masked, ByKey(nil, a))
	}
	return &Handler{h.next.WithAttrs(masked)}
}

func (h *Handler) WithGroup(name string) slog.Handler { return &Handler{h.next.WithGroup(name)} }

// Writer masks whole lines.
type Writer struct{ Out io.Writer }

func (w *Writer) Write(p []byte) (int, error) {
	if _, err := w.Out.Write([]byte("line\n")); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Lines logs nothing but that there was a line.
func Lines() *log.Logger { return log.New(&Writer{os.Stderr}, "", 0) }

// Value masks by name.
func Value(key, v string) string {
	if key == "email" || key == "phone" {
		return "***"
	}
	return v
}

// Field is a zap-like field of the house.
func Field(key string, v any) slog.Attr { return slog.Any(key, v) }
