// Package served takes the place of servers where the services of these tests
// are requested: it answers from the same handlers, without a network.
package served

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"

	fiber2 "github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
)

// Answer is what a caller can see of a response.
type Answer struct {
	Status int
	Text   string // headers and body
}

// Handler answers a request.
type Handler func(*http.Request) Answer

// Last is what was served last.
var Last Handler

// HTTP serves a handler; nil is the default router.
func HTTP(h http.Handler) error {
	if h == nil {
		h = http.DefaultServeMux
	}
	Last = func(r *http.Request) (a Answer) {
		rec := httptest.NewRecorder()
		defer func() {
			if recover() != nil {
				a = answer(rec.Result())
			}
		}()
		h.ServeHTTP(rec, r)
		return answer(rec.Result())
	}
	return nil
}

// Server serves the handler of a server.
func Server(s *http.Server) error { return HTTP(s.Handler) }

// Fiber2 serves an app.
func Fiber2(app *fiber2.App) error {
	Last = func(r *http.Request) Answer { return answerOf(app.Test(r, -1)) }
	return nil
}

// Fiber3 serves an app.
func Fiber3(app *fiber3.App) error {
	Last = func(r *http.Request) Answer { return answerOf(app.Test(r, fiber3.TestConfig{})) }
	return nil
}

func answerOf(resp *http.Response, err error) Answer {
	if err != nil {
		return Answer{Text: err.Error()}
	}
	return answer(resp)
}

func answer(resp *http.Response) Answer {
	var b strings.Builder
	for name, vs := range resp.Header {
		for _, v := range vs {
			b.WriteString(name + ": " + v + "\n")
			if u, err := url.QueryUnescape(v); err == nil {
				b.WriteString(u + "\n")
			}
		}
	}
	body, _ := io.ReadAll(resp.Body)
	b.Write(body)
	return Answer{resp.StatusCode, b.String()}
}
