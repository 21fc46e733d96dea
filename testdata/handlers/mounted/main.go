// Command mounted serves routers in routers.
package main

import (
	"io"
	"log"
	"net/http"

	"github.com/labstack/echo/v4"

	"handlers/mounted/api"
	"handlers/people"
)

type guard struct{ next http.Handler }

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) == nil {
		g.next.ServeHTTP(w, r)
	}
}

func guarded(next http.Handler) http.Handler { return &guard{next} }

func verified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func phone(w http.ResponseWriter, r *http.Request) { io.WriteString(w, people.Find("1").Email) }

func card(w http.ResponseWriter, r *http.Request) { io.WriteString(w, people.Find("1").Card) }

// server gets its middleware after its routes: it stands before all of them.
var server = echo.New()

func init() {
	server.GET("/email", func(c echo.Context) error { return c.String(200, people.Find("1").Email) })
	server.Use(func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if people.Verify(c.Request()) != nil {
				return c.NoContent(401)
			}
			return next(c)
		}
	})
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Println("request")
		next.ServeHTTP(w, r)
	})
}

type named struct{ next http.Handler }

func (n *named) ServeHTTP(w http.ResponseWriter, r *http.Request) { n.next.ServeHTTP(w, r) }

// nested has a route behind four routers, each with something around it.
func nested() http.Handler {
	fourth := http.NewServeMux()
	fourth.Handle("/d/d/d/email", logged(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
	})))
	third := http.NewServeMux()
	third.Handle("/d/d/d/", fourth)
	second := http.NewServeMux()
	second.Handle("/d/d/", &named{third})
	first := http.NewServeMux()
	first.Handle("/d/", &named{second})
	return logged(logged(first))
}

func main() {
	go func() { log.Fatal(http.ListenAndServe(":8084", nested())) }()
	inner := http.NewServeMux()
	inner.HandleFunc("/a/b/phone", phone)
	closed := http.NewServeMux()
	closed.HandleFunc("/a/c/card", card)
	outer := http.NewServeMux()
	outer.Handle("/a/b/", guarded(inner))
	outer.Handle("/a/c/", verified(closed))
	r := http.NewServeMux()
	r.Handle("/a/", guarded(outer))
	go func() { log.Fatal(http.ListenAndServe(":8080", r)) }()
	go func() { log.Fatal(server.Start(":8081")) }()
	go func() { log.Fatal(api.App.Listen(":8082")) }()

	open := http.NewServeMux()
	api.Register(open)
	log.Fatal(http.ListenAndServe(":8083", open)) // want `api.Email is reached by callers who are not verified: email from Person.Email reaches io.WriteString` `api.Name is reached by callers who are not verified: name from Person.Name reaches io.WriteString`
}
