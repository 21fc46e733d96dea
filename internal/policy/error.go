package policy

import (
	"fmt"
	"strings"

	"github.com/piivet/piivet/internal/nearest"
)

// Error says what is wrong with a policy file.
type Error struct {
	File       string // as it was given
	Line       int    // 1-based; 0 where the file as a whole is meant
	Col        int    // 1-based, in bytes; 0 if Line is 0
	Msg        string // what is wrong
	Suggestion string // what was probably meant, or ""
	Err        error  // the cause, if there is one
}

// Error gives file, place, message and suggestion on one line.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", e.Line, e.Col)
	}
	b.WriteString(": " + e.Msg + nearest.Hint(e.Suggestion))
	return b.String()
}

// Unwrap returns the cause, such as the error of the file system.
func (e *Error) Unwrap() error { return e.Err }
