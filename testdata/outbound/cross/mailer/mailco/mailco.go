// Package mailco calls a service whose address stands in its configuration.
package mailco

import (
	"net/http"
	"os"
	"strings"
)

// Send sends a text.
func Send(text string) { http.Post(os.Getenv("MAILCO"), "", strings.NewReader(text)) }
