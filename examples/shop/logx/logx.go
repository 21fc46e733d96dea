// Package logx wraps the logger of the standard library.
package logx

import (
	"context"
	"fmt"
	"io"
	"log/slog"

	"github.com/piivet/piivet/piitag"
)

type requestKey struct{}

// WithRequest remembers a request's number for the lines that belong to it.
func WithRequest(ctx context.Context, number int) context.Context {
	return context.WithValue(ctx, requestKey{}, number)
}

// Event logs a message with keys and values.
func Event(ctx context.Context, msg string, args ...any) {
	if n, ok := ctx.Value(requestKey{}).(int); ok {
		args = append(args, "request", n)
	}
	slog.InfoContext(ctx, msg, args...)
}

// Debugf logs a formatted text.
func Debugf(format string, args ...any) { slog.Debug(fmt.Sprintf(format, args...)) }

// Masking gives a logger that masks every tagged field of what it is handed.
func Masking(w io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{ReplaceAttr: piitag.ReplaceAttr}))
}
