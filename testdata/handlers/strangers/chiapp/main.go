package main

import (
	"context"
	"net/http"

	"handlers/strangers/auth"
	"handlers/strangers/data"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/jwtauth/v5"
	"github.com/go-chi/render"
)

var tokenAuth *jwtauth.JWTAuth

type res struct{ s *data.Store }

type ctxArticle struct{}

type CustomerResponse struct{ *data.Customer }

func (c *CustomerResponse) Render(w http.ResponseWriter, r *http.Request) error { return nil }

func (rs res) Routes() chi.Router {
	r := chi.NewRouter()
	r.Get("/", rs.List)
	r.Route("/{id}", func(r chi.Router) {
		r.Use(rs.Ctx)
		r.Get("/", rs.Get)
		r.With(auth.Require).Get("/full", rs.Full)
	})
	return r
}
func (rs res) Ctx(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := rs.s.Customer(r.Context(), chi.URLParam(r, "id"))
		if err != nil {
			http.Error(w, http.StatusText(404), 404)
			return
		}
		ctx := context.WithValue(r.Context(), ctxArticle{}, c)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
func (rs res) List(w http.ResponseWriter, r *http.Request) {
	all, _ := rs.s.All(r.Context())
	render.JSON(w, r, all) // want "before the caller is verified"
}
func (rs res) Get(w http.ResponseWriter, r *http.Request) {
	c, ok := r.Context().Value(ctxArticle{}).(*data.Customer)
	if !ok {
		http.Error(w, http.StatusText(422), 422)
		return
	}
	render.Render(w, r, &CustomerResponse{c}) // want "before the caller is verified"
}
func (rs res) Full(w http.ResponseWriter, r *http.Request) {
	c := r.Context().Value(ctxArticle{}).(*data.Customer)
	render.JSON(w, r, c)
}
func (rs res) AdminRoutes() http.Handler {
	r := chi.NewRouter()
	r.Use(rs.AdminOnly)
	r.Get("/", rs.adminIndex)
	return r
}
func (rs res) AdminOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		perm, ok := auth.FromContext(r.Context())
		if !ok || !perm.Admin {
			http.Error(w, http.StatusText(403), 403)
			return
		}
		next.ServeHTTP(w, r)
	})
}
func (rs res) adminIndex(w http.ResponseWriter, r *http.Request) {
	all, _ := rs.s.All(r.Context())
	render.JSON(w, r, all)
}
func (rs res) jwt(w http.ResponseWriter, r *http.Request) {
	_, claims, _ := jwtauth.FromContext(r.Context())
	c, _ := rs.s.Customer(r.Context(), claims["user_id"].(string))
	render.XML(w, r, c)
}
func (rs res) jwtOnlyVerifier(w http.ResponseWriter, r *http.Request) {
	all, _ := rs.s.All(r.Context())
	render.PlainText(w, r, all[0].Name) // want "before the caller is verified"
}
func (rs res) basic(w http.ResponseWriter, r *http.Request) {
	all, _ := rs.s.All(r.Context())
	render.HTML(w, r, all[0].Name)
}
func (rs res) method(w http.ResponseWriter, r *http.Request) {
	all, _ := rs.s.All(r.Context())
	render.Data(w, r, []byte(all[0].Name)) // want "before the caller is verified"
}
func service(rs res) http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.Logger, middleware.RequestID)
	r.Mount("/res", rs.Routes())
	r.Mount("/admin", auth.WithUser(rs.AdminRoutes()))
	r.Group(func(r chi.Router) {
		r.Use(jwtauth.Verifier(tokenAuth))
		r.Use(jwtauth.Authenticator(tokenAuth))
		r.Get("/jwt", rs.jwt)
	})
	r.Group(func(r chi.Router) {
		r.Use(jwtauth.Verifier(tokenAuth))
		r.Get("/jwt2", rs.jwtOnlyVerifier)
	})
	r.With(middleware.BasicAuth("x", map[string]string{"a": "b"})).Get("/basic", rs.basic)
	r.Method("GET", "/m", http.HandlerFunc(rs.method))
	r.Get("/inline", func(w http.ResponseWriter, r *http.Request) {
		if u, ok := auth.UserOf(r); ok {
			c, _ := rs.s.Customer(r.Context(), u.ID)
			render.JSON(w, r, c)
			return
		}
		all, _ := rs.s.All(r.Context())
		render.Status(r, 200)
		render.JSON(w, r, all) // want "before the caller is verified"
	})
	return r
}
func main() {
	tokenAuth = jwtauth.New("HS256", []byte("secret"), nil)
	http.ListenAndServe(":3333", service(res{&data.Store{}}))
}
