// Package fail builds the errors of a program, and knows nothing of requests.
package fail

// Error has a number.
type Error struct {
	Code int
	Text string
	Of   error
}

func (e *Error) Error() string { return e.Text }

// New makes an error.
func New(code int, text string) *Error { return &Error{Code: code, Text: text} }

// Unknown is the error of callers whom nobody knows.
var Unknown = New(401, "unknown")

// Forbidden makes an error by another function.
func Forbidden(text string) error {
	if text == "" {
		return New(403, "forbidden")
	}
	e := New(403, text)
	return e
}

// Or is an error of ours, or else another one.
func Or(err error, other *Error) *Error {
	if e, ok := err.(*Error); ok {
		return e
	}
	return other
}

// Wrap is nil for nil.
func Wrap(err error, text string) error {
	if err == nil {
		return nil
	}
	return &Error{500, text, err}
}

// Maybe is often nil.
func Maybe(code int) error {
	if code < 400 {
		return nil
	}
	return New(code, "maybe")
}
