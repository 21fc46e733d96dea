// Package inputs has handlers that get what the request names as a structure, and
// return what they show.
package inputs

import (
	"context"
	"net/http"

	"connectrpc.com/connect"
	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humachi"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"

	"handlers/people"
	"handlers/userpb"
	"handlers/userpb/userpbconnect"
)

type input struct {
	ID string `path:"id"`
}

type output struct{ Body people.Person }

type store interface {
	ByID(ctx context.Context, id string) (*people.Person, error)
	Page(ctx context.Context, number, size string) ([]*people.Person, error)
}

type desk struct{ store store }

func (d *desk) person(ctx context.Context, in *input) (*output, error) {
	p, err := d.store.ByID(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return &output{Body: *p}, nil // want `reach the response of the operation, but inputs.store.ByID`
}

func (d *desk) first(ctx context.Context, in *input) (*output, error) {
	p, err := d.store.ByID(ctx, "1")
	if err != nil {
		return nil, err
	}
	return &output{Body: *p}, nil
}

func (d *desk) serve() error {
	router := chi.NewMux()
	api := humachi.New(router, huma.DefaultConfig("people", "1.0.0"))
	api.UseMiddleware(requireUser)
	huma.Get(api, "/people/{id}", d.person)
	huma.Get(api, "/first", d.first)
	huma.Get(api, "/function/{id}", func(ctx context.Context, in *input) (*output, error) {
		return &output{Body: people.Find(in.ID)}, nil // want `reach the response of the operation, but people.Find`
	})
	return http.ListenAndServe(":8080", router)
}

func requireUser(ctx huma.Context, next func(huma.Context)) {
	if people.VerifyToken(ctx.Header("Authorization")) != nil {
		ctx.SetStatus(http.StatusUnauthorized)
		return
	}
	next(ctx)
}

type users struct {
	userpbconnect.UnimplementedUsersHandler
	store store
}

func (u *users) GetUser(ctx context.Context, req *connect.Request[userpb.GetUserRequest]) (*connect.Response[userpb.User], error) {
	p, err := u.store.ByID(ctx, req.Msg.GetId())
	if err != nil {
		return nil, err
	}
	//pii:allow tag generated messages have no tags
	return connect.NewResponse(&userpb.User{Id: p.ID, Email: p.Email}), nil // want `reaches the Connect response, but inputs.store.ByID`
}

func (u *users) serve() error {
	mux := http.NewServeMux()
	mux.Handle(userpbconnect.NewUsersHandler(u))
	return http.ListenAndServe(":8080", known(mux))
}

func known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// listed shows everybody: a page names no record.
func (d *desk) listed(c *gin.Context) {
	list, err := d.store.Page(c, c.DefaultQuery("page", "1"), c.Query("page_size"))
	if err != nil {
		return
	}
	c.JSON(http.StatusOK, list)
}

func (d *desk) lists() error {
	r := gin.New()
	r.Use(func(c *gin.Context) {
		if people.Verify(c.Request) != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
		}
	})
	r.GET("/people", d.listed)
	return r.Run()
}

var _ = []any{(*desk).serve, (*desk).lists, (*users).serve}
