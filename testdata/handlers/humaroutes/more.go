package humaroutes

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/danielgtaylor/huma/v2/adapters/humafiber"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/danielgtaylor/huma/v2/adapters/humamux"
	"github.com/danielgtaylor/huma/v2/sse"
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"

	"handlers/people"
)

type service struct{ all map[string]people.Person }

// ServeGin serves with gin.
func (s *service) ServeGin() error {
	r := gin.New()
	api := humagin.New(r, huma.DefaultConfig("people", "1.0.0"))
	huma.Get(api, "/gin", s.ginOpen)
	g := r.Group("/private", func(c *gin.Context) {
		if people.VerifyToken(c.GetHeader("Authorization")) != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
		}
	})
	huma.Get(humagin.NewWithGroup(r, g, huma.DefaultConfig("people", "1.0.0")), "/gin", s.ginSafe)
	return r.Run(":8080")
}

// ServeEcho serves with echo.
func (s *service) ServeEcho() error {
	e := echo.New()
	api := humaecho.New(e, huma.DefaultConfig("people", "1.0.0"))
	huma.Get(api, "/echo", s.echoOpen)
	g := e.Group("/private", func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if people.Verify(c.Request()) != nil {
				return echo.ErrUnauthorized
			}
			return next(c)
		}
	})
	huma.Get(humaecho.NewWithGroup(e, g, huma.DefaultConfig("people", "1.0.0")), "/echo", s.echoSafe)
	return e.Start(":8080")
}

// ServeMux serves with gorilla/mux.
func (s *service) ServeMux() error {
	r := mux.NewRouter()
	api := humamux.New(r, huma.DefaultConfig("people", "1.0.0"))
	huma.Patch(api, "/mux", s.muxOpen)
	sse.Register(api, huma.Operation{Path: "/events"}, map[string]any{"person": people.Person{}}, s.events)
	return http.ListenAndServe(":8080", r)
}

// ServeFiber serves with fiber.
func (s *service) ServeFiber() error {
	app := fiber.New()
	api := humafiber.New(app, huma.DefaultConfig("people", "1.0.0"))
	s.register(api)
	return app.Listen(":8080")
}

func (s *service) register(api huma.API) {
	huma.Put(api, "/fiber", s.fiberOpen)
	huma.Get(api, "/stream", s.stream)
}

func (s *service) ginOpen(ctx context.Context, in *input) (*output, error) {
	out := new(output)
	out.Body.Person.Email = s.all[in.ID].Email
	return out, nil // want `email from Person.Email reaches the response of the operation`
}

func (s *service) ginSafe(ctx context.Context, in *input) (*output, error) {
	return &output{Owner: s.all[in.ID].Email}, nil
}

func (s *service) echoOpen(ctx context.Context, in *input) (*output, error) {
	return &output{Owner: s.all[in.ID].Email}, nil // want `email from Person.Email reaches the response of the operation`
}

func (s *service) echoSafe(ctx context.Context, in *input) (*output, error) {
	return &output{Owner: s.all[in.ID].Email}, nil
}

func (s *service) muxOpen(ctx context.Context, in *input) (*output, error) {
	if in.Token == "" {
		return &output{Owner: s.all[in.ID].Name}, nil // want `name from Person.Name reaches the response of the operation`
	}
	if err := people.VerifyToken(in.Token); err != nil {
		return nil, err
	}
	return &output{Owner: s.all[in.ID].Email}, nil
}

func (s *service) fiberOpen(ctx context.Context, in *input) (*output, error) {
	return &output{Owner: s.all[in.ID].Email}, nil // want `email from Person.Email reaches the response of the operation`
}

func (s *service) stream(ctx context.Context, in *input) (*huma.StreamResponse, error) {
	return &huma.StreamResponse{Body: func(ctx huma.Context) {
		ctx.SetHeader("X-Owner", people.Find("1").Name)        // want `name from Person.Name reaches`
		ctx.BodyWriter().Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
	}}, nil
}

func (s *service) events(ctx context.Context, in *input, send sse.Sender) {
	send.Data(people.Find("1")) // want `name from Person.Name and email from Person.Email reach sse.Sender.Data`
}
