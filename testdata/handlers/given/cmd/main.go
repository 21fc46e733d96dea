// Command cmd decides who may see what package api has.
package main

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	fiber2 "github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v3"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"

	"handlers/given/api"
	"handlers/given/auth"
)

func main() {
	go safe()
	go open()
	go mounted()
	go gins()
	go echos()
	go fibers()
	go fibers2()
	log.Fatal(http.ListenAndServe(":8080", auth.HTTP(api.Mux())))
}

func safe() {
	go http.ListenAndServe(":1", auth.HTTP(api.Handler()))
	go http.ListenAndServe(":2", auth.HTTP(api.Chi()))
	go http.ListenAndServe(":3", auth.HTTP(api.Gorilla()))
	go http.ListenAndServe(":4", auth.HTTP(api.HTTPRouter()))
	go http.ListenAndServe(":5", auth.HTTP(api.NewServer()))
	go http.ListenAndServe(":6", auth.HTTP(api.Gin()))
	go http.ListenAndServe(":7", auth.HTTP(api.Echo()))
	go http.ListenAndServe(":8", auth.HTTP(api.Shared))
	go http.ListenAndServe(":9", auth.HTTP(api.Mixed()))
	srv := &http.Server{Addr: ":9", Handler: auth.HTTP(api.Mux())}
	log.Fatal(srv.ListenAndServe())
}

func open() {
	go http.ListenAndServe(":1", api.Handler())    // want `api.Person is reached by callers who are not verified: email from Person.Email reaches fmt.Fprint`
	go http.ListenAndServe(":2", api.Chi())        // want `api.Person is reached by callers who are not verified`
	go http.ListenAndServe(":3", api.Gorilla())    // want `api.Person is reached by callers who are not verified`
	go http.ListenAndServe(":4", api.HTTPRouter()) // want `api.Person is reached by callers who are not verified`
	go http.ListenAndServe(":5", api.NewServer())  // want `api.Person is reached by callers who are not verified`
	go api.Gin().Run(":6")                         // want `api.GinPerson is reached by callers who are not verified`
	go api.Echo().Start(":7")                      // want `api.EchoPerson is reached by callers who are not verified`
	go api.Fiber().Listen(":8")                    // want `api.FiberPerson is reached by callers who are not verified`
	go api.Fiber2().Listen(":9")                   // want `api.Fiber2Person is reached by callers who are not verified`
	go http.ListenAndServe(":11", api.Mixed())     // want `api.Person is reached by callers who are not verified`
	srv := &http.Server{Addr: ":10", Handler: api.Mux()}
	log.Fatal(srv.ListenAndServe()) // want `api.Person is reached by callers who are not verified`
}

func mounted() {
	r := chi.NewRouter()
	r.With(auth.HTTP).Mount("/a", api.Chi())
	r.Route("/b", func(r chi.Router) {
		r.Use(auth.HTTP)
		r.Mount("/", api.Mux())
	})
	m := http.NewServeMux()
	m.Handle("/a/", http.StripPrefix("/a", auth.HTTP(api.Handler())))
	m.Handle("/b/", auth.HTTP(http.StripPrefix("/b", api.Mux())))
	m.Handle("/c/", r)
	g := mux.NewRouter()
	sub := g.PathPrefix("/x").Subrouter()
	sub.Use(auth.HTTP)
	sub.PathPrefix("/y").Handler(api.Gorilla())
	go http.ListenAndServe(":20", g)
	o := http.NewServeMux()
	o.Handle("/o/", http.StripPrefix("/o", api.Mux())) // want `api.Person is reached by callers who are not verified`
	go http.ListenAndServe(":21", o)
	log.Fatal(http.ListenAndServe(":22", m))
}

func gins() {
	r := gin.New()
	safe := r.Group("/safe", auth.Gin())
	api.GinInto(safe)
	r.Use(auth.Gin())
	api.GinInto(r)
	o, x := gin.New(), gin.New()
	auth.GinInto(x)
	api.GinInto(x)
	go x.Run(":32")
	api.GinInto(o)
	go o.Run(":30") // want `api.GinPerson is reached by callers who are not verified`
	log.Fatal(r.Run(":31"))
}

func echos() {
	e := echo.New()
	api.EchoInto(e.Group("/safe", auth.Echo))
	g := e.Group("/too")
	g.Use(auth.Echo)
	api.EchoInto(g)
	o := echo.New()
	api.EchoInto(o.Group("/open")) // want `api.EchoPerson is reached by callers who are not verified`
	w := api.Echo()
	w.Pre(auth.Echo)
	go w.Start(":42")
	go o.Start(":40")
	log.Fatal(e.Start(":41"))
}

func fibers() {
	app := fiber.New()
	app.Use(auth.Fiber)
	api.FiberInto(app)
	app.Use("/sub", api.Fiber())
	o := fiber.New()
	api.FiberInto(o.Group("/open")) // want `api.FiberPerson is reached by callers who are not verified`
	api.FiberInto(o.Group("/safe", auth.Fiber))
	go o.Listen(":50")
	log.Fatal(app.Listen(":51"))
}

func fibers2() {
	app := fiber2.New()
	app.Use(auth.Fiber2)
	api.Fiber2Into(app)
	app.Mount("/sub", api.Fiber2())
	o := fiber2.New()
	api.Fiber2Into(o.Group("/open")) // want `api.Fiber2Person is reached by callers who are not verified`
	api.Fiber2Into(o.Group("/safe", auth.Fiber2))
	go o.Listen(":60")
	log.Fatal(app.Listen(":61"))
}
