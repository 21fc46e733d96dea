// Package middle has the loggers that every house builds for itself.
package middle

import (
	"context"
	"log"
	"log/slog"
	"os"
)

// Logger wraps a standard logger.
type Logger struct {
	out    *log.Logger
	prefix string
}

// New makes a logger.
func New(prefix string) *Logger {
	return &Logger{out: log.New(os.Stderr, "", 0), prefix: prefix}
}

// Infof formats and logs.
func (l *Logger) Infof(format string, args ...any) { l.printf("INFO", format, args...) }

// Errorf formats and logs.
func (l *Logger) Errorf(format string, args ...any) { l.printf("ERROR", format, args...) }

func (l *Logger) printf(level, format string, args ...any) {
	l.out.Printf(level+" "+l.prefix+format, args...)
}

// Enabled logs nothing.
func (l *Logger) Enabled(string) bool { return l != nil }

// Structured wraps slog and keeps fields.
type Structured struct {
	l      *slog.Logger
	fields []any
}

// NewStructured makes a logger.
func NewStructured() *Structured { return &Structured{l: slog.Default()} }

// With keeps a pair for later.
func (s *Structured) With(key string, value any) *Structured {
	return &Structured{l: s.l, fields: append(s.fields, key, value)}
}

// Info logs the message with all that was kept.
func (s *Structured) Info(ctx context.Context, msg string) { s.l.InfoContext(ctx, msg, s.fields...) }

// Event logs the pairs at once.
func (s *Structured) Event(msg string, kv ...any) { s.l.Info(msg, kv...) }
