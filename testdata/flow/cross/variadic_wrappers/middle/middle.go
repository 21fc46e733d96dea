// Package middle has variadic wrappers around loggers.
package middle

import (
	"fmt"
	"log"
	"log/slog"
	"strings"
)

// Infof is a printf.
func Infof(format string, args ...any) { infof(0, format, args...) }

func infof(depth int, format string, args ...any) {
	log.Output(depth+2, fmt.Sprintf(format, args...))
}

// Info is a print.
func Info(args ...any) { log.Println(args...) }

// Lines joins texts.
func Lines(first string, rest ...string) { log.Print(first, strings.Join(rest, ",")) }

// KV takes keys and values.
func KV(msg string, kv ...any) { slog.Info(msg, kv...) }

// Attrs takes attributes.
func Attrs(msg string, attrs ...slog.Attr) {
	args := make([]any, 0, len(attrs))
	for _, a := range attrs {
		args = append(args, a)
	}
	slog.Warn(msg, args...)
}

// Count looks at how many there are.
func Count(args ...any) { log.Println(len(args)) }

// Drop logs none of them.
func Drop(format string, args ...any) { log.Println(format) }
